"""When a group is in class: laid out from its timetable, or by hand; moved and cancelled with a word why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.utils import timezone

from curriculum.api import Account, forget_everything, refuse_identifiers, timetable_of
from curriculum.classes.errors import AttendanceTaken, Cancelled, ReasonMissing, TimeTaken
from curriculum.classes.models import ClassSession, PlayArea

if TYPE_CHECKING:
    from curriculum.models import Group, Module

MOST_DAYS = 400  # what is laid out at once; a course is seldom longer than a year


@dataclass(frozen=True, slots=True)
class Hour:
    """One meeting on one day."""

    starts_at: datetime
    ends_at: datetime
    place: str = ""


def hours_between(group: "Group", first: date, last: date) -> Iterator[Hour]:
    """What the group's timetable gives from one day to another, both included; at most MOST_DAYS of them."""
    zone = ZoneInfo(group.institution.time_zone)
    for number in range(min((last - first).days + 1, MOST_DAYS)):
        day = first + timedelta(days=number)
        for meeting in timetable_of(group.pk, day):
            if meeting.weekday == day.isoweekday():
                yield Hour(
                    datetime.combine(day, meeting.starts_at, tzinfo=zone),
                    datetime.combine(day, meeting.ends_at, tzinfo=zone),
                    meeting.place,
                )


@transaction.atomic
def lay_out_sessions(
    *, group: "Group", module: "Module", first: date, last: date, planned_by: Account | None
) -> list[ClassSession]:
    """Make a session of every hour of the timetable in these days and give the new ones.

    Where a session stands already, also a cancelled one, none is added: laying out twice changes nothing.
    """
    hours = list(hours_between(group, first, last))
    if not hours:
        return []
    known = set(
        ClassSession.objects.filter(group=group, starts_at__in=[hour.starts_at for hour in hours])
        .order_by()
        .values_list("starts_at", flat=True)
    )
    laid = ClassSession.objects.bulk_create(
        ClassSession(
            group=group,
            module=module,
            starts_at=hour.starts_at,
            ends_at=hour.ends_at,
            place=hour.place,
            planned_by=planned_by,
        )
        for hour in hours
        if hour.starts_at not in known
    )
    forget_everything()
    return laid


@transaction.atomic
def add_session(
    *,
    group: "Group",
    module: "Module",
    hour: Hour,
    planned_by: Account | None,
    makes_up: ClassSession | None = None,
) -> ClassSession:
    """One more session; with `makes_up`, for those who missed that one. The same again gives the same session.

    Raises TimeTaken where the group has another one then.
    """
    columns = {"module": module, "ends_at": hour.ends_at, "place": hour.place, "makes_up": makes_up}
    session, made = ClassSession.objects.get_or_create(
        group=group,
        starts_at=hour.starts_at,
        cancelled_at=None,
        defaults={**columns, "planned_by": planned_by},
    )
    if not made and any(getattr(session, name) != value for name, value in columns.items()):
        raise TimeTaken
    return session


@transaction.atomic
def cancel_session(*, session: ClassSession, reason: str, cancelled_by: Account | None) -> ClassSession:
    """It does not take place. Cancelled twice, the first reason stays. Raises ReasonMissing, AttendanceTaken."""
    words = _words(reason)
    session = _lock(session)
    if session.is_cancelled:
        return session
    session.cancelled_at, session.cancelled_by, session.cancel_reason = timezone.now(), cancelled_by, words
    session.save(update_fields=["cancelled_at", "cancelled_by", "cancel_reason"])
    return session


@transaction.atomic
def move_session(*, session: ClassSession, hour: Hour, reason: str, moved_by: Account | None) -> ClassSession:
    """Cancel it and hold it at another time, which keeps what it was. Moved twice, the first move stays.

    Raises ReasonMissing, AttendanceTaken, TimeTaken, and Cancelled where it was cancelled and not moved.
    """
    locked = _lock(session)
    if locked.is_cancelled:
        moved = ClassSession.objects.filter(moved_from=locked).first()
        if moved is None:
            raise Cancelled
        return moved
    cancel_session(session=locked, reason=reason, cancelled_by=moved_by)
    try:
        with transaction.atomic():
            return ClassSession.objects.create(
                group=locked.group,
                module=locked.module,
                starts_at=hour.starts_at,
                ends_at=hour.ends_at,
                place=hour.place or locked.place,
                moved_from=locked,
                makes_up=locked.makes_up,
                planned_by=moved_by,
            )
    except IntegrityError:
        raise TimeTaken from None


def set_play_area(
    *, group: "Group", places: int, daily_fee: Decimal, currency: str, words: str
) -> PlayArea | None:
    """Say how many children can stay during class and what a day costs; no places: there is no play area."""
    if not places:
        for area in PlayArea.objects.filter(group=group):
            area.delete()
        return None
    told = {"places": places, "daily_fee": daily_fee, "currency": currency.upper(), "words": words.strip()}
    return PlayArea.objects.update_or_create(group=group, defaults=told)[0]


def _lock(session: ClassSession) -> ClassSession:
    """The session as it is now. One with attendance stays: raises AttendanceTaken."""
    locked = ClassSession.objects.select_for_update(of=("self",)).select_related(
        "group__institution", "module"
    )
    session = locked.get(pk=session.pk)
    if session.presences.exists():
        raise AttendanceTaken
    return session


def _words(reason: str) -> str:
    words = " ".join(reason.split())
    if not words:
        raise ReasonMissing
    refuse_identifiers(words)
    return words
