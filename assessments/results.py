"""A result, and all that follows from it in the same transaction."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from curriculum.api import Account, EvidenceDraft, Recorded, record_evidence
from curriculum.enums import FactKind, Outcome

from .models import Assessment, Attempt

if TYPE_CHECKING:
    from curriculum.models import Institution, Participation, Person


@dataclass(frozen=True, slots=True)
class Result:
    """What a result handler is told. `moment` is when the work was handed in."""

    attempt: Attempt
    outcome: Outcome
    moment: datetime

    @property
    def person(self) -> "Person":
        return self.attempt.person

    @property
    def participation(self) -> "Participation | None":
        return self.attempt.participation

    @property
    def institution(self) -> "Institution":
        return self.attempt.institution

    @property
    def assessment(self) -> Assessment:
        return self.attempt.assessment


ResultHandler: TypeAlias = Callable[[Result], Iterable[EvidenceDraft]]

_handlers: list[ResultHandler] = []


def register_result_handler(handler: ResultHandler) -> None:
    """Let a plugin answer results. Handlers run in order of registration, inside the caller's transaction.

    A handler may write its own tables and returns drafts of evidence; it never writes evidence itself.
    """
    if handler not in _handlers:
        _handlers.append(handler)


def record_result(*, attempt: Attempt, recorded_by: Account | None, at: datetime | None = None) -> Recorded:
    """Store an attempt, ask the result handlers, and record all their evidence at once.

    Runs in the caller's transaction. A new attempt is inserted, a known one updated: a judgement that comes
    later, such as an assessor's. An attempt that is not yet assessed is stored and nothing follows.
    Raises IntegrityError when `source_ref` or the person's attempt number is taken.
    """
    attempt.save()
    outcome = Outcome(attempt.outcome)
    if outcome is Outcome.NOT_YET_ASSESSED or attempt.submitted_at is None:
        return Recorded()
    result = Result(attempt=attempt, outcome=outcome, moment=attempt.submitted_at)
    drafts = [*_unit_decision(result), *(draft for handler in _handlers for draft in handler(result))]
    if not drafts:
        return Recorded()
    return record_evidence(
        person=attempt.person,
        institution=attempt.institution,
        drafts=drafts,
        recorded_by=recorded_by,
        at=at,
    )


def _unit_decision(result: Result) -> Iterable[EvidenceDraft]:
    """A result of an assessment that names a unit is a decision on that unit (R-ASM-1)."""
    assessment = result.assessment
    if assessment.unit_key:
        yield EvidenceDraft(
            kind=FactKind.UNIT_DECISION,
            source_ref=result.attempt.source_ref,
            occurred_at=result.moment,
            subject=assessment.unit_key,
            outcome=result.outcome,
            method=assessment.method,
            participation=result.participation,
        )
