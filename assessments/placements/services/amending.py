"""Correcting what is approved: a reversing entry and a new one, with the signatures of both persons.

Where an award rests on the hours, an administrator decides after reading what the correction means for it. Nothing is
revoked by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from assessments.placements.checks import whole_minutes
from assessments.placements.enums import Side, State
from assessments.placements.errors import AlreadyDecided, PartImpossible, ReasonNeeded, StillUnsigned
from assessments.placements.models import (
    Amendment,
    AmendmentOutcome,
    AmendmentReason,
    Countersignature,
    Shift,
)
from assessments.placements.permissions import confirmable_by, signable_by
from assessments.placements.practice import practice_of
from assessments.placements.queries import counted_minutes, tallies
from curriculum.api import (
    Account,
    EvidenceDraft,
    current_awards,
    lock_person,
    person_of,
    record_evidence,
    refuse_identifiers,
)
from curriculum.enums import FactKind

if TYPE_CHECKING:
    from curriculum.models import Award, Evidence


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a correction means for an award that rests on the hours, in minutes; `need` None where not stated."""

    award: "Award"
    have_after: int
    need: int | None

    @property
    def falls_short(self) -> bool:
        return self.need is not None and self.have_after < self.need


@transaction.atomic
def propose_amendment(
    *, shift: Shift, minutes: int, reason: str, proposed_by: Account, at: datetime | None = None
) -> Amendment:
    """The learner or a supervisor of the host proposes other minutes, and has signed her side with that.

    Raises PermissionDenied for anybody else, AlreadyDecided for a shift that is not approved or has a correction on
    its way, PartImpossible for more minutes than it lasted or the same, ReasonNeeded, IdentifierFound.
    """
    if not reason.strip():
        raise ReasonNeeded
    refuse_identifiers(reason)
    moment = at or timezone.now()
    side = side_of(proposed_by, shift, moment)
    if side is None:
        raise PermissionDenied
    lock_person(shift.person_id)
    current = Shift.objects.select_related("decision").get(pk=shift.pk)
    if current.state is not State.APPROVED or current.amendments.filter(outcome__isnull=True).exists():
        raise AlreadyDecided(current)
    lasted = whole_minutes(current.ends_at - current.starts_at)
    if not 0 <= minutes <= lasted or minutes == counted_minutes(current):
        raise PartImpossible(current)
    amendment = Amendment.objects.create(
        shift=current, minutes=minutes, proposed_by=proposed_by, proposed_at=moment
    )
    AmendmentReason.objects.create(amendment=amendment, text=reason.strip())
    _sign(amendment, side, proposed_by, moment)
    return amendment


@transaction.atomic
def countersign(*, amendment: Amendment, signed_by: Account, at: datetime | None = None) -> bool:
    """The other of the two agrees. Applies the correction at once where no award rests on it: says whether it did.

    Signing twice changes nothing. Raises PermissionDenied for anybody else, AlreadyDecided once it has ended.
    """
    moment = at or timezone.now()
    side = side_of(signed_by, amendment.shift, moment)
    if side is None:
        raise PermissionDenied
    return _countersign(amendment, side, signed_by, moment, stands_in=False)


@transaction.atomic
def stand_in(
    *, amendment: Amendment, side: Side, reason: str, signed_by: Account, at: datetime | None = None
) -> bool:
    """An administrator signs for one of the two who has left. Raises as `countersign` does, and ReasonNeeded."""
    if not reason.strip():
        raise ReasonNeeded
    refuse_identifiers(reason)
    moment = at or timezone.now()
    if not confirmable_by(signed_by, at=moment).filter(pk=amendment.shift_id).exists():
        raise PermissionDenied
    done = _countersign(amendment, side, signed_by, moment, stands_in=True)
    kept = AmendmentReason.objects.get(amendment=amendment)
    kept.text = f"{kept.text}\n{reason.strip()}"
    kept.save(update_fields=["text"])
    return done


@transaction.atomic
def decide_amendment(
    *, amendment: Amendment, apply: bool, decided_by: Account, at: datetime | None = None
) -> AmendmentOutcome:
    """An administrator applies or drops a correction on which an award rests; never one of her own.

    Raises PermissionDenied, StillUnsigned before both persons have signed, AlreadyDecided with the other outcome.
    """
    moment = at or timezone.now()
    if not confirmable_by(decided_by, at=moment).filter(pk=amendment.shift_id).exists():
        raise PermissionDenied
    if amendment.signatures.filter(person__user=decided_by.pk).exists():
        raise PermissionDenied
    lock_person(amendment.shift.person_id)
    earlier = AmendmentOutcome.objects.filter(amendment=amendment).first()
    if earlier is not None:
        if earlier.applied != apply:
            raise AlreadyDecided(amendment.shift)
        return earlier
    if apply and not _is_signed(amendment):
        raise StillUnsigned
    return _end(amendment, decided_by, moment, applied=apply)


def side_of(account: Account, shift: Shift, at: datetime) -> Side | None:
    """On which side of a shift an account stands: it is hers, or she signs at its host; None for neither."""
    if shift.person.user_id == account.pk:
        return Side.LEARNER
    return Side.SUPERVISOR if signable_by(account, at=at).filter(pk=shift.pk).exists() else None


def meaning_of(amendment: Amendment) -> Sequence[Meaning]:
    """What it means for each award that cites these hours; empty where none does."""
    shift = amendment.shift
    entry = _entry(shift)
    awards = list(current_awards().filter(citations__evidence=entry)) if entry else []
    if not awards:
        return ()
    practice = practice_of(shift.participation, tallies([shift.participation_id])[shift.participation_id])
    after = practice.approved - counted_minutes(shift) + amendment.minutes
    return tuple(Meaning(award, after, practice.need) for award in awards)


def _countersign(
    amendment: Amendment, side: Side, account: Account, moment: datetime, *, stands_in: bool
) -> bool:
    lock_person(amendment.shift.person_id)
    if AmendmentOutcome.objects.filter(amendment=amendment).exists():
        raise AlreadyDecided(amendment.shift)
    if not amendment.signatures.filter(side=side).exists():
        _sign(amendment, side, account, moment, stands_in=stands_in)
    if not _is_signed(amendment) or meaning_of(amendment):
        return False
    _end(amendment, account, moment, applied=True)
    return True


def _sign(
    amendment: Amendment, side: Side, account: Account, moment: datetime, *, stands_in: bool = False
) -> None:
    person = person_of(account)
    if person is None or amendment.signatures.filter(person=person).exists():
        raise PermissionDenied
    Countersignature.objects.create(
        amendment=amendment,
        side=side,
        person=person,
        stands_in=stands_in,
        signed_by=account,
        signed_at=moment,
    )


def _is_signed(amendment: Amendment) -> bool:
    return amendment.signatures.count() == len(Side)


def _end(amendment: Amendment, account: Account, moment: datetime, *, applied: bool) -> AmendmentOutcome:
    if applied:
        _write(amendment, account, moment)
    return AmendmentOutcome.objects.create(
        amendment=amendment, applied=applied, decided_by=account, decided_at=moment
    )


def _write(amendment: Amendment, account: Account, moment: datetime) -> None:
    """Strike the entry that stands, and put the new minutes beside it, in one act."""
    shift, drafts = amendment.shift, []
    entry = _entry(shift)
    if entry is not None:
        drafts.append(
            EvidenceDraft(
                kind=FactKind.WITHDRAWAL,
                source_ref=f"{amendment.source_ref}:undo",
                occurred_at=moment,
                withdraws=entry,
                participation=shift.participation,
            )
        )
    if amendment.minutes:
        drafts.append(
            EvidenceDraft(
                kind=FactKind.PRACTICE,
                source_ref=amendment.source_ref,
                occurred_at=shift.starts_at,
                minutes=amendment.minutes,
                setting=shift.setting,
                activity=shift.activity_class,
                method=str(shift.decision.grade),
                participation=shift.participation,
            )
        )
    record_evidence(
        person=shift.person, institution=shift.institution, drafts=drafts, recorded_by=account, at=moment
    )


def _entry(shift: Shift) -> "Evidence | None":
    """The entry of the ledger that stands for a shift now: that of its last correction, else the first."""
    refs = [shift.source_ref, *(each.source_ref for each in shift.amendments.filter(outcome__applied=True))]
    standing = shift.person.evidence.filter(
        institution=shift.institution_id, source_ref__in=refs, withdrawn_by__isnull=True
    )
    return standing.filter(kind=FactKind.PRACTICE.value).order_by("-pk").first()
