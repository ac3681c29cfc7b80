"""The supervisor's side: approving and returning. A shift is decided once, whoever presses first."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from assessments.placements.enums import State, Verdict
from assessments.placements.errors import AlreadyDecided, ReasonNeeded
from assessments.placements.models import DecisionReason, Shift, ShiftDecision
from assessments.placements.permissions import SIGNER, signable_by
from curriculum.api import (
    Account,
    EvidenceDraft,
    locked_by_query,
    record_evidence_for_many,
    refuse_identifiers,
)
from curriculum.enums import FactKind

if TYPE_CHECKING:
    from curriculum.models import Institution

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Approval:
    """What a press of "approve" did: the shifts it approved, and those that were already decided."""

    approved: tuple[Shift, ...]
    decided_before: tuple[Shift, ...]

    @property
    def otherwise(self) -> tuple[Shift, ...]:
        """Those that somebody returned or the learner took back."""
        return tuple(shift for shift in self.decided_before if shift.state is not State.APPROVED)


def approve_shifts(*, uuids: Collection[UUID], decided_by: Account, at: datetime | None = None) -> Approval:
    """Approve waiting shifts: their minutes enter the ledger and what they earn is awarded, in one transaction.

    The number of queries does not grow with the shifts. Approving again changes nothing. Raises PermissionDenied,
    and approves none, when one of them does not lie with this account.
    """
    moment = at or timezone.now()
    return _twice(lambda: _approve(set(uuids), decided_by, moment))


def return_shift(
    *, uuid: UUID, reason: str, decided_by: Account, at: datetime | None = None
) -> ShiftDecision:
    """Give a waiting shift back to the learner with a reason. Returning again changes nothing.

    Raises PermissionDenied when it does not lie with this account, ReasonNeeded, IdentifierFound for a reason that
    names somebody, AlreadyDecided when it was approved or taken back.
    """
    if not reason.strip():
        raise ReasonNeeded
    refuse_identifiers(reason)
    moment = at or timezone.now()
    return _twice(lambda: _return(uuid, reason.strip(), decided_by, moment))


def _twice(act: Callable[[], Done]) -> Done:
    """Whoever comes second meets the other's decision at the unique constraint, and reads it the next time."""
    try:
        return act()
    except IntegrityError:
        return act()


@transaction.atomic
def _approve(uuids: set[UUID], decided_by: Account, moment: datetime) -> Approval:
    shifts = _locked(uuids, decided_by, moment)
    waiting = [shift for shift in shifts if shift.is_waiting]
    before = tuple(shift for shift in shifts if not shift.is_waiting)
    ShiftDecision.objects.bulk_create(
        _decision(shift, Verdict.APPROVED, decided_by, moment) for shift in waiting
    )
    by_institution: dict[Institution, list[Shift]] = defaultdict(list)
    for shift in waiting:
        by_institution[shift.institution].append(shift)
    for institution, approved in by_institution.items():
        record_evidence_for_many(
            drafts=((shift.person, evidence_of(shift)) for shift in approved),
            institution=institution,
            recorded_by=decided_by,
            at=moment,
        )
    return Approval(tuple(waiting), before)


@transaction.atomic
def _return(uuid: UUID, reason: str, decided_by: Account, moment: datetime) -> ShiftDecision:
    (shift,) = _locked({uuid}, decided_by, moment)
    if shift.is_waiting:
        decision = _decision(shift, Verdict.RETURNED, decided_by, moment)
        decision.save()
        DecisionReason.objects.create(decision=decision, text=reason)
        return decision
    if shift.state is State.RETURNED:
        return shift.decision
    raise AlreadyDecided(shift)


def evidence_of(shift: Shift) -> EvidenceDraft:
    """One entry a shift: its minutes, undivided (docs/decisions/placements.md)."""
    return EvidenceDraft(
        kind=FactKind.PRACTICE,
        source_ref=shift.source_ref,
        occurred_at=shift.starts_at,
        minutes=shift.minutes,
        setting=shift.setting,
        activity=shift.activity_class,
        participation=shift.participation,
    )


def _locked(uuids: set[UUID], decided_by: Account, moment: datetime) -> Sequence[Shift]:
    """These shifts with their decisions, and the persons they are of, all locked; one query.

    By person first, as settling locks them; and not so hard that a correction could not name a shift meanwhile.
    """
    shifts = list(
        signable_by(decided_by, at=moment)
        .filter(uuid__in=uuids)
        .select_related("person", "participation", "institution", "decision")
        .select_for_update(of=("self", "person"), no_key=True)
        .order_by("person_id", "pk")
    )
    locked_by_query({shift.person_id: shift.person for shift in shifts}.values())
    if len(shifts) != len(uuids):
        raise PermissionDenied
    return shifts


def _decision(shift: Shift, verdict: Verdict, decided_by: Account, moment: datetime) -> ShiftDecision:
    return ShiftDecision(
        shift=shift,
        verdict=verdict,
        learner_id=shift.person_id,
        decider_id=getattr(shift, SIGNER),
        minutes=shift.minutes if verdict is Verdict.APPROVED else None,
        decided_by=decided_by,
        decided_at=moment,
    )
