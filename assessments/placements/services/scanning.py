"""Sheets on paper: brought by the learner, confirmed by an administrator, who stands in where nobody answered."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from assessments.placements.errors import NothingWaits, TooSoon
from assessments.placements.models import HostSupervisor, Scan, Shift
from assessments.placements.signatures import Signature, on_paper, standing_in
from curriculum.api import Account, person_of

from .deciding import Approval, send_shift_back, sign_shifts
from .linking import waiting_with

UNANSWERED_AFTER = timedelta(days=7)


@transaction.atomic
def bring_sheet(
    *,
    uuids: Collection[UUID],
    file: File,
    brought_by: Account,
    signer: HostSupervisor | None = None,
    at: datetime | None = None,
) -> Scan:
    """A learner brings a sheet for shifts of hers that wait: signed by a supervisor, or as evidence after seven days.

    Raises NothingWaits, and TooSoon for a shift that is asked of an administrator before its seven days are over.
    """
    moment, learner = at or timezone.now(), person_of(brought_by)
    if learner is None:
        raise PermissionDenied
    waiting = list(Shift.objects.waiting().filter(person=learner, uuid__in=uuids))
    if signer is not None:
        signable = {shift.pk for shift in waiting_with(signer, learner, moment)}
        waiting = [shift for shift in waiting if shift.pk in signable]
    if not waiting or len({shift.institution_id for shift in waiting}) > 1:
        raise NothingWaits
    if signer is None and any(shift.logged_at > moment - UNANSWERED_AFTER for shift in waiting):
        raise TooSoon
    scan = Scan(
        institution_id=waiting[0].institution_id,
        person=learner,
        signer=signer,
        file=file,
        brought_by=brought_by,
        brought_at=moment,
    )
    scan.full_clean()
    scan.save()
    scan.shifts.set(waiting)
    return scan


def confirm_sheet(
    *, scan: Scan, uuids: Collection[UUID], confirmed_by: Account, at: datetime | None = None
) -> Approval:
    """An administrator confirms what she reads on a sheet; whoever brought it cannot. Twice changes nothing.

    Raises PermissionDenied for anybody else, for shifts that are not on the sheet, and where the supervisor who
    signed it may not sign any more.
    """
    if scan.brought_by_id == confirmed_by.pk or not uuids:
        raise PermissionDenied
    if not set(uuids) <= set(scan.shifts.values_list("uuid", flat=True)):
        raise PermissionDenied
    return sign_shifts(uuids=uuids, signature=_signature(scan, confirmed_by), at=at)


def refuse_sheet(*, scan: Scan, reason: str, refused_by: Account, at: datetime | None = None) -> None:
    """The sheet does not show what was logged: its waiting shifts go back with a reason; raises as returning does."""
    if scan.brought_by_id == refused_by.pk:
        raise PermissionDenied
    signature = _signature(scan, refused_by)
    with transaction.atomic():
        for shift in scan.shifts.waiting():
            send_shift_back(uuid=shift.uuid, reason=reason, signature=signature, at=at)


def _signature(scan: Scan, account: Account) -> Signature:
    return on_paper(scan.signer.person, account) if scan.signer else standing_in(account)
