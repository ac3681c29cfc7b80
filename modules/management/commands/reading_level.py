from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from curriculum.api import PackError, find_pack
from modules.pack.reading import Measured, measured_lessons
from modules.readability import LONGEST_SENTENCE, SIXTH_GRADE, Verdict

ABOVE = {Verdict.TOO_HARD, Verdict.SENTENCE_TOO_LONG}
WORDS = {
    Verdict.FITS: "fits",
    Verdict.TOO_HARD: "TOO HARD",
    Verdict.SENTENCE_TOO_LONG: "SENTENCE TOO LONG",
    Verdict.TOO_SHORT_TO_SAY: "too short to say",
    Verdict.NOT_MEASURED: "sentences fit; no index in this language",
}
HEADINGS = f"{'lesson':<52}{'words':>6}{'INFLESZ':>9}{'grade':>7}{'longest':>9}  verdict"


class Command(BaseCommand):
    help = (
        "How hard each lesson of a pack is to read, by INFLESZ and Crawford. "
        "Ends with 1 where one is above sixth grade."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "pack",
            nargs="?",
            default="uy-dependency-care",
            help="folder of the pack, or its name in the library",
        )
        parser.add_argument("--language", default="es", help="language of the lessons; only es has an index")

    def handle(self, *args: Any, pack: str, language: str, **options: Any) -> None:
        try:
            measured = list(measured_lessons(find_pack(pack), language))
        except PackError as error:
            raise CommandError("\n".join(str(fault) for fault in error.faults), returncode=1) from error
        self.stdout.write(HEADINGS)
        for one in measured:
            self.stdout.write(_row(one))
        above = [one for one in measured if one.level.verdict in ABOVE]
        for one in above:
            sentence = " ".join(one.level.longest_sentence)
            self.stdout.write(f"\n{_name(one)}: its longest sentence is “{sentence}”.")
        if above:
            message = (
                f"{len(above)} of {len(measured)} texts are above grade {SIXTH_GRADE:.0f} or have "
                f"a sentence of more than {LONGEST_SENTENCE} words. Shorten their sentences and words."
            )
            raise CommandError(message, returncode=1)
        self.stdout.write(self.style.SUCCESS(_all_well(measured)))


def _all_well(measured: list[Measured]) -> str:
    if any(one.level.index is not None for one in measured):
        return f"All {len(measured)} texts can be read after six years of school."
    return f"No sentence of {len(measured)} texts is too long."


def _name(one: Measured) -> str:
    name = one.path.removeprefix("lessons/")
    return f"{name} (quiz)" if one.is_quiz else name


def _row(one: Measured) -> str:
    level = one.level
    index = "–" if level.index is None else f"{level.index:.1f}"
    grade = "–" if level.grade is None else f"{level.grade:.1f}"
    longest = len(level.longest_sentence)
    return f"{_name(one):<52}{level.words:>6}{index:>9}{grade:>7}{longest:>9}  {WORDS[level.verdict]}"
