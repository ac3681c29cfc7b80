from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from curriculum.api import PackError, find_pack
from curriculum.management.speaking import SpeakingCommand
from modules.pack.reading import Measured, measured_lessons
from modules.readability import LONGEST_SENTENCE, SIXTH_GRADE, Verdict

ABOVE = {Verdict.TOO_HARD, Verdict.SENTENCE_TOO_LONG}
WORDS = {
    Verdict.FITS: gettext_lazy("fits"),
    Verdict.TOO_HARD: gettext_lazy("TOO HARD"),
    Verdict.SENTENCE_TOO_LONG: gettext_lazy("SENTENCE TOO LONG"),
    Verdict.TOO_SHORT_TO_SAY: gettext_lazy("too short to say"),
    Verdict.NOT_MEASURED: gettext_lazy("sentences fit; no index in this language"),
}


class Command(SpeakingCommand):
    help = (
        "How hard each lesson of a pack is to read, by INFLESZ and Crawford. "
        "Ends with 1 where one is above sixth grade."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "pack",
            nargs="?",
            default="uy-dependency-care",
            help="folder of the pack, or its name in the library",
        )
        parser.add_argument("--lessons", default="es", help="language of the lessons; only es has an index")

    def handle(self, *args: Any, pack: str, lessons: str, **options: Any) -> None:
        try:
            measured = list(measured_lessons(find_pack(pack), lessons))
        except PackError as error:
            raise CommandError("\n".join(str(fault) for fault in error.faults), returncode=1) from error
        self.stdout.write(_headings())
        for one in measured:
            self.stdout.write(_row(one))
        above = [one for one in measured if one.level.verdict in ABOVE]
        for one in above:
            said = _("%(lesson)s: its longest sentence is “%(sentence)s”.")
            sentence = " ".join(one.level.longest_sentence)
            self.stdout.write("\n" + said % {"lesson": _name(one), "sentence": sentence})
        if above:
            message = _(
                "%(above)s of %(count)s texts are above grade %(grade)s or have a sentence of more than "
                "%(words)s words. Shorten their sentences and words."
            ) % {
                "above": len(above),
                "count": len(measured),
                "grade": f"{SIXTH_GRADE:.0f}",
                "words": LONGEST_SENTENCE,
            }
            raise CommandError(message, returncode=1)
        self.stdout.write(self.style.SUCCESS(_all_well(measured)))


def _all_well(measured: list[Measured]) -> str:
    count = len(measured)
    if any(one.level.index is not None for one in measured):
        said = ngettext(
            "%(count)s text can be read after six years of school.",
            "All %(count)s texts can be read after six years of school.",
            count,
        )
    else:
        said = ngettext(
            "No sentence of %(count)s text is too long.",
            "No sentence of %(count)s texts is too long.",
            count,
        )
    return said % {"count": count}


def _name(one: Measured) -> str:
    name = one.path.removeprefix("lessons/")
    return _("%(lesson)s (quiz)") % {"lesson": name} if one.is_quiz else name


def _headings() -> str:
    columns = (_("lesson"), _("words"), "INFLESZ", _("grade"), _("longest"), _("verdict"))
    return _line(*columns)


def _row(one: Measured) -> str:
    level = one.level
    index = "–" if level.index is None else f"{level.index:.1f}"
    grade = "–" if level.grade is None else f"{level.grade:.1f}"
    longest = str(len(level.longest_sentence))
    return _line(_name(one), str(level.words), index, grade, longest, str(WORDS[level.verdict]))


def _line(lesson: str, words: str, index: str, grade: str, longest: str, verdict: str) -> str:
    return f"{lesson:<52}{words:>9}{index:>9}{grade:>9}{longest:>12}  {verdict}"
