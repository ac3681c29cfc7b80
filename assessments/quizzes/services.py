"""Writing: handing a quiz in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from assessments.api import record_result
from assessments.models import Attempt
from curriculum.api import Account, Recorded
from curriculum.enums import Outcome

from .content import Answer, QuestionContent, digest
from .marking import mark, reaches
from .paper import Paper
from .remembered import KnownQuiz

if TYPE_CHECKING:
    from curriculum.models import Participation

TRIES = 3  # two tabs may hand in at the same instant; the later one takes the next number


@dataclass(frozen=True, slots=True)
class Submitted:
    """The attempt, and what it added to the ledger; nothing when the same attempt was handed in before."""

    attempt: Attempt
    recorded: Recorded


def submit_attempt(
    *,
    participation: "Participation",
    known: KnownQuiz,
    paper: Paper,
    answers: Mapping[str, Answer],
    client_ref: UUID,
    started_at: datetime,
    submitted_by: Account | None,
    answered_at: datetime | None = None,
    at: datetime | None = None,
) -> Submitted:
    """Mark a paper, keep it with its questions as they were, and record the result, in one transaction.

    `client_ref` is made where the learner answers: handing the same one in again gives the same attempt and
    writes nothing. `answers` are by key of question; a missing one earns no points. `answered_at` is when the learner
    was done, where that was before it arrived; `at` is when it arrived, now when left out.
    """
    moment = answered_at or at or timezone.now()
    attempt = _frozen_attempt(participation, known, paper, answers, started_at, moment)
    attempt.source_ref = source_ref(known, participation, client_ref)
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                return Submitted(attempt, record_result(attempt=attempt, recorded_by=submitted_by, at=at))
        except IntegrityError as error:
            refusal = error
            earlier = Attempt.objects.filter(source_ref=attempt.source_ref).first()
            if earlier is not None:
                return Submitted(earlier, Recorded())
            attempt.pk, attempt.number = None, next_number(participation, known)
    raise refusal


def source_ref(known: KnownQuiz, participation: "Participation", client_ref: UUID) -> str:
    """Names the act. It holds quiz and person, so that nobody's reference can meet another's."""
    return f"quiz:{known.quiz.uuid.hex}:{participation.person.uuid.hex}:{client_ref.hex}"


def next_number(participation: "Participation", known: KnownQuiz) -> int:
    """Which attempt of this person at this quiz would come next, counted from 1."""
    made = Attempt.objects.filter(person_id=participation.person_id, assessment_id=known.quiz.pk)
    return (made.aggregate(last=Max("number"))["last"] or 0) + 1


def _frozen_attempt(
    participation: "Participation",
    known: KnownQuiz,
    paper: Paper,
    answers: Mapping[str, Answer],
    started_at: datetime,
    moment: datetime,
) -> Attempt:
    frozen = [_frozen_question(paper, question, answers) for question in known.questions]
    score = sum(part["points"] for part in frozen)
    passed = bool(frozen) and reaches(score, known.max_score, known.pass_percent)
    return Attempt(
        assessment=known.quiz,
        institution=participation.institution,
        person=participation.person,
        participation=participation,
        number=paper.number,
        started_at=min(started_at, moment),
        submitted_at=moment,
        outcome=(Outcome.COMPETENT if passed else Outcome.PENDING_FULFILMENT).value,
        score=score,
        max_score=known.max_score,
        details={"pass_percent": known.pass_percent, "version": known.version, "questions": frozen},
    )


def _frozen_question(
    paper: Paper, question: QuestionContent, answers: Mapping[str, Answer]
) -> dict[str, Any]:
    """One question as it was answered: its content and version, the order shown, the answer and its mark."""
    answer = answers.get(question["key"])
    marked = mark(question, answer)
    return {
        "version": digest(question),
        "content": question,
        "shown": [option["key"] for option in paper.choices_of(question).values()],
        "answer": answer,
        "correct": marked.correct,
        "points": marked.points,
        "feedback": list(marked.feedback),
    }
