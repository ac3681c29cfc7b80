"""A sheet on paper, keyed by an administrator with its photo: its shifts wait as if the learner had logged them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid5

from django.core.exceptions import PermissionDenied
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from assessments.placements.drafts import ShiftDraft
from assessments.placements.errors import LineRefused, NothingWaits, ShiftRefused
from assessments.placements.models import HostSupervisor, Scan, Shift
from curriculum.api import Account

from .keeping import log_shift


def paper_uuid(participation: UUID, host_id: int, starts_at: datetime) -> UUID:
    """The same line of a learner's sheet has the same id, whoever keys it."""
    return uuid5(participation, f"paper:{host_id}:{starts_at.isoformat()}")


@transaction.atomic
def key_sheet(
    *,
    drafts: Sequence[ShiftDraft],
    file: File,
    signer: HostSupervisor,
    keyed_by: Account,
    at: datetime | None = None,
) -> Scan:
    """Keep the shifts of one learner's sheet, all or none, and its photo beside them, signed by `signer`.

    The same sheet keyed again gives the same scan. Another administrator confirms it. Raises PermissionDenied for
    whoever may not key, NothingWaits for a sheet without lines, LineRefused, ShiftConflict for a line that was keyed
    with other times, ValidationError for the file.
    """
    if not drafts:
        raise NothingWaits
    participation = drafts[0].participation
    if any(each.participation != participation or not each.from_paper for each in drafts):
        raise PermissionDenied
    moment = at or timezone.now()
    shifts = [_keep(draft, keyed_by, moment) for draft in drafts]
    for earlier in Scan.objects.filter(person=participation.person_id, shifts__in=shifts).distinct():
        if {each.pk for each in shifts} <= set(earlier.shifts.values_list("pk", flat=True)):
            return earlier
    scan = Scan(
        institution_id=participation.institution_id,
        person_id=participation.person_id,
        signer=signer,
        file=file,
        brought_by=keyed_by,
        brought_at=moment,
    )
    scan.full_clean()
    scan.save()
    scan.shifts.set(shifts)
    return scan


def _keep(draft: ShiftDraft, keyed_by: Account, moment: datetime) -> Shift:
    try:
        return log_shift(draft=draft, logged_by=keyed_by, at=moment)
    except ShiftRefused as refused:
        raise LineRefused(draft.entry.day, refused.refusals) from None
