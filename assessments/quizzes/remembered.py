"""Quizzes that this process remembers, so that showing and marking ask the database nothing about questions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from uuid import UUID

from wagtail.images import get_image_model

from .bank import questions_of
from .content import QuestionContent, digest
from .models import Quiz, QuizVersion

KEPT = 512
Size: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class KnownQuiz:
    """A quiz with its questions and pass mark as they stood; `version` is the digest of these.

    `sizes`: width and height of its pictures by their file, so that nothing moves when they arrive.
    """

    quiz: Quiz
    questions: tuple[QuestionContent, ...]
    version: str
    pass_percent: int
    sizes: Mapping[str, Size] = field(default_factory=dict)

    @property
    def max_score(self) -> int:
        return sum(question["points"] for question in self.questions)


_known: dict[UUID, KnownQuiz] = {}


def known_quiz(uuid: UUID, revision: UUID) -> KnownQuiz:
    """The quiz at this revision: five queries the first time in a process and two for its pictures, none until
    somebody changes it.

    Raises Quiz.DoesNotExist.
    """
    known = _known.get(uuid)
    if known is None or known.quiz.revision != revision:
        known = _read(uuid)
        if len(_known) >= KEPT:
            _known.clear()
        _known[uuid] = known
    return known


def _read(uuid: UUID) -> KnownQuiz:
    quiz = Quiz.objects.get(uuid=uuid)
    questions = questions_of(quiz)
    known = KnownQuiz(
        quiz, questions, digest([quiz.pass_percent, *questions]), quiz.pass_percent, _sizes(questions)
    )
    _file_version(known)
    return known


def _file_version(known: KnownQuiz) -> None:
    """Whatever is shown can be marked later as it was shown: a paper may lie on a phone for weeks."""
    version = QuizVersion(
        quiz=known.quiz, digest=known.version, questions=known.questions, pass_percent=known.pass_percent
    )
    QuizVersion.objects.bulk_create([version], ignore_conflicts=True)


def _sizes(questions: Iterable[QuestionContent]) -> dict[str, Size]:
    files = {
        option["picture"] for question in questions for option in question["options"] if option["picture"]
    }
    if not files:
        return {}
    drawings = get_image_model()
    sizes: dict[str, Size] = {}
    for shown in (drawings, drawings.get_rendition_model()):  # a photograph is shown made smaller
        rows = shown.objects.filter(file__in=files - sizes.keys()).values_list("file", "width", "height")
        sizes |= {file: (width, height) for file, width, height in rows}
    return sizes
