"""The section "quizzes" of a pack."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from assessments.quizzes.models import Quiz
from curriculum.api import LoadContext, PackFault, PackFolder

from .checking import quiz_faults
from .files import quiz_files
from .loading import QuizLoader
from .writing import write_quiz

if TYPE_CHECKING:
    from curriculum.models import ProgrammeVersion


class QuizSection:
    name = "quizzes"
    order = 40  # lessons, which hold quizzes, come later

    def check(self, folder: PackFolder) -> Iterable[PackFault]:
        """Every fault of the quizzes, without touching the database."""
        return quiz_faults(folder)

    def load(self, folder: PackFolder, context: LoadContext) -> None:
        """Bring the quizzes into the bank; loading the same again changes nothing."""
        loader = QuizLoader(context)
        for file in quiz_files(folder):
            loader.load(file)

    def export(self, programme_version: "ProgrammeVersion", target: Path) -> None:
        """Write the quizzes of the version's modules back as files."""
        quizzes = Quiz.objects.filter(
            institution=programme_version.programme.institution, module__in=programme_version.modules.all()
        )
        for quiz in quizzes.select_related("module").order_by("pk"):
            write_quiz(quiz, target)
