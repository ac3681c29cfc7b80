"""The learner's side: logging a shift, correcting a returned one, taking one back.

What an administrator keys from paper is kept by the same checks, save that it is never too late.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from assessments.placements.checks import Entry, Ground, check_shift, excesses
from assessments.placements.drafts import ShiftDraft
from assessments.placements.enums import State, Verdict
from assessments.placements.errors import (
    AlreadyCorrected,
    AlreadyDecided,
    ShiftConflict,
    ShiftRefused,
)
from assessments.placements.models import Shift, ShiftActivity, ShiftDecision, ShiftExcess, ShiftReflection
from assessments.placements.permissions import can_keep, can_withdraw
from assessments.placements.queries import agreed_for, limits_of, taken_around
from curriculum.api import Account, activities_of_version, lock_person

if TYPE_CHECKING:
    from curriculum.models import Activity


@transaction.atomic
def log_shift(*, draft: ShiftDraft, logged_by: Account, at: datetime | None = None) -> Shift:
    """Keep a shift, to wait for a supervisor. The same draft sent again gives the same shift.

    Raises PermissionDenied for anybody but the learner (an administrator, where it is keyed from paper), ShiftRefused
    with everything to change, ShiftConflict for a used uuid with other contents.
    """
    return _keep(draft, corrects=None, logged_by=logged_by, at=at or timezone.now())


@transaction.atomic
def resubmit_shift(
    *, returned: Shift, draft: ShiftDraft, logged_by: Account, at: datetime | None = None
) -> Shift:
    """Put a corrected shift in the place of a returned one, to wait again; the old one stays to be read.

    Raises as `log_shift` does, and AlreadyDecided for one that was not returned, AlreadyCorrected for one that
    another shift has corrected.
    """
    if returned.participation_id != draft.participation.pk:
        raise PermissionDenied
    return _keep(draft, corrects=returned, logged_by=logged_by, at=at or timezone.now())


@transaction.atomic
def withdraw_shift(*, shift: Shift, withdrawn_by: Account, at: datetime | None = None) -> ShiftDecision:
    """The learner takes a waiting shift back. Withdrawing twice changes nothing.

    Raises PermissionDenied for anybody but the learner, AlreadyDecided once a supervisor has decided.
    """
    if not can_withdraw(withdrawn_by, shift):
        raise PermissionDenied
    Shift.objects.select_for_update(no_key=True).only("pk").get(pk=shift.pk)
    decision, _ = ShiftDecision.objects.get_or_create(
        shift=shift,
        defaults={
            "verdict": Verdict.WITHDRAWN,
            "learner_id": shift.person_id,
            "decider_id": shift.person_id,
            "decided_by": withdrawn_by,
            "decided_at": at or timezone.now(),
        },
    )
    if decision.verdict != Verdict.WITHDRAWN:
        raise AlreadyDecided(decision.shift)
    return decision


def _keep(draft: ShiftDraft, *, corrects: Shift | None, logged_by: Account, at: datetime) -> Shift:
    if not can_keep(logged_by, draft):
        raise PermissionDenied
    lock_person(draft.participation.person_id)
    earlier = Shift.objects.filter(uuid=draft.uuid).first()
    if earlier is not None:
        return _same(earlier, draft, corrects)
    if corrects is not None:
        _refuse_what_needs_no_correction(corrects)
    activities = _activities(draft)
    entry = draft.entry
    ground = _ground(draft, entry, activities, at)
    refusals = check_shift(entry, ground)
    if refusals:
        raise ShiftRefused(refusals)
    exceeds = tuple(dict.fromkeys(each.objection.value for each in excesses(entry, ground)))
    return _write(draft, entry, exceeds, activities, corrects, logged_by, at)


def _same(earlier: Shift, draft: ShiftDraft, corrects: Shift | None) -> Shift:
    entry = draft.entry
    kept = (
        earlier.participation_id,
        earlier.host_id,
        earlier.starts_at,
        earlier.ends_at,
        earlier.corrects_id,
        earlier.kind,
        earlier.break_minutes,
        {each.key for each in earlier.activities.all()},
        earlier.reflection.text if hasattr(earlier, "reflection") else "",
    )
    sent = (
        draft.participation.pk,
        draft.host.pk,
        entry.span.starts_at,
        entry.span.ends_at,
        corrects.pk if corrects else None,
        draft.kind,
        entry.break_minutes,
        set(draft.activities),
        draft.reflection.strip(),
    )
    if kept != sent:
        raise ShiftConflict(str(draft.uuid))
    return earlier


def _refuse_what_needs_no_correction(shift: Shift) -> None:
    current = Shift.objects.select_related("decision", "corrected_by").get(pk=shift.pk)
    if current.state is not State.RETURNED:
        raise AlreadyDecided(current)
    if hasattr(current, "corrected_by"):
        raise AlreadyCorrected(str(shift.uuid))


def _activities(draft: ShiftDraft) -> list["Activity"]:
    offered = activities_of_version(draft.participation.programme_version_id)
    return list(offered.filter(key__in=draft.activities)) if draft.activities else []


def _ground(draft: ShiftDraft, entry: Entry, activities: Sequence["Activity"], moment: datetime) -> Ground:
    participation, host = draft.participation, draft.host
    return Ground(
        now=moment,
        limits=limits_of(participation.institution_id, participation.programme_version_id),
        started_on=participation.started_on,
        ended_on=participation.ended_on,
        placed_here=host.is_active and host.institution_id == participation.institution_id,
        knows_activities=len(activities) == len(set(draft.activities)),
        taken=taken_around(participation.person_id, entry.span),
        agreed=agreed_for(host.pk, entry.span, ZoneInfo(host.time_zone), participation.person_id),
        today=None if draft.from_paper else moment.astimezone(ZoneInfo(host.time_zone)).date(),
    )


def _write(
    draft: ShiftDraft,
    entry: Entry,
    exceeds: Sequence[str],
    activities: Sequence["Activity"],
    corrects: Shift | None,
    logged_by: Account,
    moment: datetime,
) -> Shift:
    shift = Shift.objects.create(
        uuid=draft.uuid,
        institution_id=draft.participation.institution_id,
        person_id=draft.participation.person_id,
        participation=draft.participation,
        host=draft.host,
        kind=draft.kind,
        setting=draft.host.kind,
        starts_at=entry.span.starts_at,
        ends_at=entry.span.ends_at,
        break_minutes=entry.break_minutes,
        minutes=entry.minutes,
        activity_class=_only_class(activities),
        exceeds=" ".join(exceeds),
        corrects=corrects,
        revision=corrects.revision + 1 if corrects else 1,
        logged_by=logged_by,
        logged_at=moment,
        from_paper=draft.from_paper,
    )
    ShiftActivity.objects.bulk_create(ShiftActivity(shift=shift, activity=each) for each in activities)
    if draft.reflection.strip():
        ShiftReflection.objects.create(shift=shift, text=draft.reflection.strip())
    if exceeds:
        ShiftExcess.objects.create(shift=shift, text=entry.excess_reason)
    return shift


def _only_class(activities: Sequence["Activity"]) -> str:
    """The class that all activities share, else none: minutes are never shared out by guess."""
    classes = {activity.activity_class for activity in activities}
    return classes.pop() if len(classes) == 1 else ""
