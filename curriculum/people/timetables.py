"""When groups meet, when people cannot come, and where that collides: said in words, never a refusal (R-INT-2).

Sessions of a class are laid out from a timetable, and attendance is taken in a session, by `curriculum.classes`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import product

from django.core.cache import cache
from django.db import transaction
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from .enums import BusyWith, Shift, Weekday
from .models import BusyHours, Group, Person, TimetableSlot

REMEMBERED = 600  # seconds


@dataclass(frozen=True, slots=True)
class Hours:
    """From one time to another on one day of every week; the end itself is free again."""

    weekday: int
    starts_at: time
    ends_at: time

    def meets(self, other: "Hours") -> bool:
        """Whether the two have a moment in common."""
        same_day = self.weekday == other.weekday
        return same_day and self.starts_at < other.ends_at and other.starts_at < self.ends_at

    def in_words(self) -> str:
        return _("%(day)s, %(start)s to %(end)s") % {
            "day": Weekday(self.weekday).label,
            "start": time_format(self.starts_at, "TIME_FORMAT"),
            "end": time_format(self.ends_at, "TIME_FORMAT"),
        }


@dataclass(frozen=True, slots=True)
class Meeting(Hours):
    """A slot of a group's timetable."""

    place: str = ""
    shift: str = ""

    def in_words(self) -> str:
        words = super(Meeting, self).in_words()
        return f"{words} · {self.place}" if self.place else words


@dataclass(frozen=True, slots=True)
class Busy(Hours):
    """Hours when somebody cannot come."""

    busy_with: str = BusyWith.OTHER


@dataclass(frozen=True, slots=True)
class Clash:
    """The group meets while she is busy."""

    meeting: Meeting
    busy: Busy

    def in_words(self) -> str:
        return _(
            "The group meets on %(meeting)s. You told us that you are busy then: %(with)s, %(busy)s."
        ) % {
            "meeting": self.meeting.in_words(),
            "with": BusyWith(self.busy.busy_with).label,
            "busy": self.busy.in_words(),
        }

    def of_another(self, person: Person) -> str:
        """The same, said to somebody else."""
        return _("The group meets on %(meeting)s, when %(person)s cannot come: %(with)s, %(busy)s.") % {
            "meeting": self.meeting.in_words(),
            "person": person.name,
            "with": BusyWith(self.busy.busy_with).label,
            "busy": self.busy.in_words(),
        }


def clashes_between(meetings: Iterable[Meeting], busy: Iterable[Busy]) -> list[Clash]:
    """Every pair that has a moment in common, in the order of the timetable."""
    pairs = product(meetings, list(busy))
    return [Clash(meeting, hours) for meeting, hours in pairs if meeting.meets(hours)]


def timetable_of(group_id: int, on: date | None = None) -> Sequence[Meeting]:
    """When a group meets, on `on` if a day is given; remembered, because most groups are looked at often."""
    slots = cache.get_or_set(_key(group_id), lambda: _slots(group_id), REMEMBERED) or []
    return [
        meeting
        for meeting, first, last in slots
        if on is None or ((first is None or first <= on) and (last is None or on <= last))
    ]


def _slots(group_id: int) -> list[tuple[Meeting, date | None, date | None]]:
    return [
        (
            Meeting(slot.weekday, slot.starts_at, slot.ends_at, place=slot.place, shift=slot.shift),
            slot.from_day,
            slot.to_day,
        )
        for slot in TimetableSlot.objects.filter(group=group_id)
    ]


def _key(group_id: int) -> str:
    return f"curriculum:timetable:{group_id}"


def busy_hours_of(person: Person) -> list[Busy]:
    """When she cannot come; one query."""
    return [
        Busy(hours.weekday, hours.starts_at, hours.ends_at, busy_with=hours.busy_with)
        for hours in BusyHours.objects.filter(person=person)
    ]


def clashes_of(person: Person, group: Group) -> list[Clash]:
    """At most two queries; none for a group without a timetable that was looked at before."""
    meetings = timetable_of(group.pk)
    return clashes_between(meetings, busy_hours_of(person)) if meetings else []


@transaction.atomic
def add_meeting(
    *,
    group: Group,
    weekdays: Iterable[int],
    starts_at: time,
    ends_at: time,
    shift: Shift | None = None,
    place: str = "",
    from_day: date | None = None,
    to_day: date | None = None,
) -> None:
    """The group meets at this hour on each of these days of the week. Adding it twice changes nothing."""
    for weekday in weekdays:
        TimetableSlot.objects.get_or_create(
            group=group,
            weekday=weekday,
            starts_at=starts_at,
            ends_at=ends_at,
            defaults={"shift": shift or "", "place": place, "from_day": from_day, "to_day": to_day},
        )
    transaction.on_commit(lambda: cache.delete(_key(group.pk)))


@transaction.atomic
def drop_meeting(*, slot: TimetableSlot) -> None:
    """The group no longer meets then."""
    group_id = slot.group_id
    slot.delete()
    transaction.on_commit(lambda: cache.delete(_key(group_id)))


@transaction.atomic
def say_busy(
    *, person: Person, weekdays: Iterable[int], starts_at: time, ends_at: time, busy_with: BusyWith
) -> None:
    """She cannot come then; saying it twice changes nothing."""
    for weekday in weekdays:
        BusyHours.objects.get_or_create(
            person=person,
            weekday=weekday,
            starts_at=starts_at,
            ends_at=ends_at,
            defaults={"busy_with": busy_with},
        )
