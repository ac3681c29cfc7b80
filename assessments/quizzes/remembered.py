"""Quizzes that this process remembers, so that showing and marking ask the database nothing about questions."""

from dataclasses import dataclass
from uuid import UUID

from .bank import questions_of
from .content import QuestionContent, digest
from .models import Quiz

KEPT = 512


@dataclass(frozen=True, slots=True)
class KnownQuiz:
    """A quiz with its questions as they stood at one revision. `version` is the digest of all of them."""

    quiz: Quiz
    questions: tuple[QuestionContent, ...]
    version: str

    @property
    def max_score(self) -> int:
        return sum(question["points"] for question in self.questions)


_known: dict[UUID, KnownQuiz] = {}


def known_quiz(uuid: UUID, revision: UUID) -> KnownQuiz:
    """The quiz at this revision: four queries the first time in a process, none until somebody changes it.

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
    return KnownQuiz(quiz, questions, digest([quiz.pass_percent, *questions]))
