from collections.abc import Iterator
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils.translation import gettext as _

from assessments.quizzes.balance import Balance, balance_of, breaches_of
from assessments.quizzes.content import QuestionContent
from assessments.quizzes.pack.checking import quiz_faults
from assessments.quizzes.pack.files import content_from, content_languages, quiz_files
from curriculum.api import PackError, PackFolder, find_pack
from curriculum.management.speaking import SpeakingCommand


class Command(SpeakingCommand):
    help = (
        "Whether the questions of a pack give their answers away, and whether their feedback says why. "
        "Ends with 1 where something is to be mended."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "pack",
            nargs="?",
            default="uy-dependency-care",
            help="folder of the pack, or its name in the library",
        )

    def handle(self, *args: Any, pack: str, **options: Any) -> None:
        try:
            folder = find_pack(pack)
            languages = content_languages(folder)
            questions = _questions_of(folder)
        except PackError as error:
            raise CommandError("\n".join(str(fault) for fault in error.faults), returncode=1) from error
        for line in _lines(balance_of(questions, languages)):
            self.stdout.write(line)
        breaches = breaches_of(questions, languages)
        for breach in breaches:
            self.stdout.write(f"{breach.question}: {breach.message}" if breach.question else breach.message)
        if breaches:
            raise CommandError(_("To mend: %(count)s.") % {"count": len(breaches)}, returncode=1)
        self.stdout.write(self.style.SUCCESS(_("Nothing gives the answers away, and all feedback says why.")))


def _questions_of(folder: PackFolder) -> list[QuestionContent]:
    """Every question of the pack. Raises PackError when a quiz cannot be loaded."""
    faults = list(quiz_faults(folder))
    if faults:
        raise PackError(faults)
    return [
        content_from(question, picture=str)
        for file in quiz_files(folder)
        for question in file.document.data["questions"]
    ]


def _lines(balance: Balance) -> Iterator[str]:
    yield _("Questions: %(count)s") % {"count": balance.questions}
    for kind, number in sorted(balance.by_type.items()):
        yield f"  {kind:<12}{number:>4}"
    said = _("Of %(count)s questions with one right choice, it is the longest in:")
    yield said % {"count": balance.one_right}
    for language, longest in balance.longest_is_right.items():
        yield f"  {language:<12}{longest:>4}  ({_share(longest, balance.one_right)})"
    yield _("Where the right choice stands (learners see the choices shuffled):")
    for choices, places in balance.places.items():
        found = ", ".join(f"{place}: {places[place]}" for place in range(1, choices + 1))
        yield "  " + _("of %(choices)s") % {"choices": choices} + f":  {found}"
    said = _("True sentences: %(true)s, false ones: %(false)s")
    yield said % {"true": balance.truths[True], "false": balance.truths[False]}


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"
