"""The supervisor's side: approving and returning. A shift is decided once, whoever presses first."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from assessments.placements.enums import Capacity, State, Verdict
from assessments.placements.errors import AlreadyDecided, PartImpossible, ReasonNeeded
from assessments.placements.models import (
    CompetenceComment,
    DecisionReason,
    Shift,
    ShiftDecision,
    SignatureDoubt,
)
from assessments.placements.permissions import CAPACITY, SIGNER
from assessments.placements.signatures import Signature, by_own_account
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


@dataclass(frozen=True, slots=True)
class Part:
    """Fewer minutes than a shift has, and why not all: the learner reads it."""

    minutes: int
    reason: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is said with an approval, by shift: the part that is approved, and what was seen of her competence."""

    parts: Mapping[UUID, Part] = field(default_factory=dict)
    comments: Mapping[UUID, str] = field(default_factory=dict)

    def check(self) -> None:
        for part in self.parts.values():
            if not part.reason.strip():
                raise ReasonNeeded
            refuse_identifiers(part.reason)
        for comment in self.comments.values():
            refuse_identifiers(comment)


NOTHING_SAID = Words()


def approve_shifts(*, uuids: Collection[UUID], decided_by: Account, at: datetime | None = None) -> Approval:
    """Approve waiting shifts: their minutes enter the ledger and what they earn is awarded, in one transaction.

    The number of queries does not grow with the shifts. Approving again changes nothing. Raises PermissionDenied,
    and approves none, when one of them does not lie with this account.
    """
    return sign_shifts(uuids=uuids, signature=by_own_account(decided_by), at=at)


def sign_shifts(
    *,
    uuids: Collection[UUID],
    signature: Signature,
    words: Words = NOTHING_SAID,
    at: datetime | None = None,
) -> Approval:
    """Approve as `approve_shifts` does, by any road; a part of a shift or a comment adds two queries.

    Raises as well: ReasonNeeded for a part without one, PartImpossible for one that is no part, IdentifierFound for
    words that name somebody, PermissionDenied for a household that comments on competence.
    """
    words.check()
    moment = at or timezone.now()
    return _twice(lambda: _approve(set(uuids), signature, words, moment))


def return_shift(
    *, uuid: UUID, reason: str, decided_by: Account, at: datetime | None = None
) -> ShiftDecision:
    """Give a waiting shift back with an own account, as `send_shift_back` does."""
    return send_shift_back(uuid=uuid, reason=reason, signature=by_own_account(decided_by), at=at)


def send_shift_back(
    *, uuid: UUID, reason: str, signature: Signature, at: datetime | None = None
) -> ShiftDecision:
    """Give a waiting shift back to the learner with a reason. Returning again changes nothing.

    Raises PermissionDenied when it does not lie with this account, ReasonNeeded, IdentifierFound for a reason that
    names somebody, AlreadyDecided when it was approved or taken back.
    """
    if not reason.strip():
        raise ReasonNeeded
    refuse_identifiers(reason)
    moment = at or timezone.now()
    return _twice(lambda: _return(uuid, reason.strip(), signature, moment))


def _twice(act: Callable[[], Done]) -> Done:
    """Whoever comes second meets the other's decision at the unique constraint, and reads it the next time."""
    try:
        return act()
    except IntegrityError:
        return act()


@transaction.atomic
def _approve(uuids: set[UUID], signature: Signature, words: Words, moment: datetime) -> Approval:
    shifts = _locked(uuids, signature, moment)
    waiting = [shift for shift in shifts if shift.is_waiting]
    before = tuple(shift for shift in shifts if not shift.is_waiting)
    decisions = ShiftDecision.objects.bulk_create(
        _decision(shift, Verdict.APPROVED, signature, moment, _minutes(shift, words)) for shift in waiting
    )
    _say(decisions, words)
    _doubt(decisions, signature)
    by_institution: dict[Institution, list[ShiftDecision]] = defaultdict(list)
    for decision in decisions:
        if not decision.minutes:
            continue  # an absence was confirmed: it counts for nothing
        by_institution[decision.shift.institution].append(decision)
    for institution, approved in by_institution.items():
        record_evidence_for_many(
            drafts=((each.shift.person, evidence_of(each)) for each in approved),
            institution=institution,
            recorded_by=signature.account,
            at=moment,
        )
    return Approval(tuple(waiting), before)


@transaction.atomic
def _return(uuid: UUID, reason: str, signature: Signature, moment: datetime) -> ShiftDecision:
    (shift,) = _locked({uuid}, signature, moment)
    if shift.is_waiting:
        decision = _decision(shift, Verdict.RETURNED, signature, moment, None)
        decision.save()
        DecisionReason.objects.create(decision=decision, text=reason)
        return decision
    if shift.state is State.RETURNED:
        return shift.decision
    raise AlreadyDecided(shift)


def evidence_of(decision: ShiftDecision) -> EvidenceDraft:
    """One entry a shift: its approved minutes, undivided (docs/decisions/placements.md), and how they were signed."""
    shift = decision.shift
    return EvidenceDraft(
        kind=FactKind.PRACTICE,
        source_ref=shift.source_ref,
        occurred_at=shift.starts_at,
        minutes=decision.minutes,
        setting=shift.setting,
        activity=shift.activity_class,
        method=str(decision.grade),
        participation=shift.participation,
    )


def _minutes(shift: Shift, words: Words) -> int:
    part = words.parts.get(shift.uuid)
    if part is None:
        return shift.minutes
    if not 0 < part.minutes < shift.minutes:
        raise PartImpossible(shift)
    return part.minutes


def _say(decisions: Sequence[ShiftDecision], words: Words) -> None:
    """Keep what was said, and nothing where nothing was: no query then."""
    reasons, comments = [], []
    for decision in decisions:
        uuid = decision.shift.uuid
        if uuid in words.parts:
            reasons.append(DecisionReason(decision=decision, text=words.parts[uuid].reason.strip()))
        if comment := words.comments.get(uuid, "").strip():
            if decision.capacity == Capacity.HOUSEHOLD:
                raise PermissionDenied
            comments.append(CompetenceComment(decision=decision, text=comment))
    if reasons:
        DecisionReason.objects.bulk_create(reasons)
    if comments:
        CompetenceComment.objects.bulk_create(comments)


def _doubt(decisions: Sequence[ShiftDecision], signature: Signature) -> None:
    doubts = [
        SignatureDoubt(decision=decision, kind=kind)
        for decision in decisions
        for kind in signature.doubts_about(decision.shift.person)
    ]
    if doubts:
        SignatureDoubt.objects.bulk_create(doubts)


def _locked(uuids: set[UUID], signature: Signature, moment: datetime) -> Sequence[Shift]:
    """These shifts with their decisions, and the persons they are of, all locked; one query.

    By person first, as settling locks them; and not so hard that a correction could not name a shift meanwhile.
    """
    shifts = list(
        signature.signable(moment)
        .filter(uuid__in=uuids)
        .select_related("person", "participation", "institution", "decision")
        .select_for_update(of=("self", "person"), no_key=True)
        .order_by("person_id", "pk")
    )
    locked_by_query({shift.person_id: shift.person for shift in shifts}.values())
    if len(shifts) != len(uuids):
        raise PermissionDenied
    return shifts


def _decision(
    shift: Shift, verdict: Verdict, signature: Signature, moment: datetime, minutes: int | None
) -> ShiftDecision:
    return ShiftDecision(
        shift=shift,
        verdict=verdict,
        learner_id=shift.person_id,
        decider_id=getattr(shift, SIGNER),
        capacity=getattr(shift, CAPACITY),
        minutes=minutes,
        grade=signature.grade,
        decided_by=signature.account,
        decided_at=moment,
    )
