"""Every version of a quiz that was ever shown, so that a paper can be marked as it was given out."""

from dataclasses import replace
from uuid import UUID

from .models import QuizVersion
from .remembered import KnownQuiz, known_quiz


def quiz_at(uuid: UUID, version: str, *, revision: UUID) -> KnownQuiz | None:
    """A quiz as it stood at a version (a digest); None where that version was never shown.

    `revision` is the quiz's revision today: its version is known without a query. An older one costs one.
    """
    today = known_quiz(uuid, revision)
    if today.version == version:
        return today
    filed = QuizVersion.objects.filter(quiz__uuid=uuid, digest=version).first()
    if filed is None:
        return None
    return replace(
        today, questions=tuple(filed.questions), version=filed.digest, pass_percent=filed.pass_percent
    )
