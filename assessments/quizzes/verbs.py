"""The verbs of simulated cases for quizzes."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from assessments.models import Attempt
from curriculum.api import CaseError, World, register_event, register_expectation

from .content import Answer
from .marking import right_answer
from .models import Quiz
from .paper import Paper
from .remembered import KnownQuiz, known_quiz
from .services import next_number, submit_attempt


def submit_quiz(
    world: World,
    *,
    person: str,
    quiz: str,
    all_correct: bool = False,
    answers: Mapping[str, Answer] | None = None,
) -> None:
    """A learner hands a quiz in: with every answer right, or with these answers by key of question."""
    known = _known(world, quiz)
    participation = world.participation(person)
    strange = sorted(set(answers or {}) - {question["key"] for question in known.questions})
    if strange:
        raise CaseError(f"The quiz “{quiz}” has no question “{strange[0]}”.")
    right = {question["key"]: right_answer(question) for question in known.questions}
    submit_attempt(
        participation=participation,
        known=known,
        paper=Paper(known, participation.person.uuid, next_number(participation, known)),
        answers={**(right if all_correct else {}), **(answers or {})},
        client_ref=uuid4(),
        started_at=world.now,
        submitted_by=world.account(person),
        at=world.now,
    )


def quiz_result(world: World, *, person: str, quiz: str) -> dict[str, Any]:
    """The last attempt of a person at a quiz: outcome, points, points possible, and how many attempts."""
    attempts = Attempt.objects.filter(person=world.person(person), assessment=_known(world, quiz).quiz)
    last = attempts.order_by("-number").first()
    if last is None:
        return {"outcome": "not_yet_assessed", "attempts": 0}
    return {
        "outcome": last.outcome,
        "score": last.score,
        "of": last.max_score,
        "attempts": attempts.count(),
    }


def _known(world: World, key: str) -> KnownQuiz:
    quiz = Quiz.objects.filter(institution=world.institution, key=key).first()
    if quiz is None:
        raise CaseError(
            f"There is no quiz “{key}”. Add “sections: [quizzes]” to the case, or correct the key."
        )
    return known_quiz(quiz.uuid, quiz.revision)


def register() -> None:
    register_event("submit_quiz", submit_quiz)
    register_expectation("quiz_result", quiz_result)
