"""What a shift must satisfy before it is kept. Pure: plain values in, every objection out (R-PLC-6).

Lengths are taken between moments, so midnight and a change of clocks need no special care.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from curriculum.api import Identifier, identifiers_in

WHOLE_DAY = timedelta(hours=24)


class Objection(StrEnum):
    """Why a shift cannot be kept; `words.py` has one sentence for each that says what to change."""

    END_BEFORE_START = "end_before_start"
    IN_THE_FUTURE = "in_the_future"
    TOO_LONG = "too_long"
    BREAK_TOO_LONG = "break_too_long"
    BREAK_NEGATIVE = "break_negative"
    OVERLAP = "overlap"
    BEFORE_PARTICIPATION = "before_participation"
    AFTER_PARTICIPATION = "after_participation"
    NOT_PLACED_HERE = "not_placed_here"
    UNKNOWN_ACTIVITY = "unknown_activity"
    IDENTIFIES_SOMEBODY = "identifies_somebody"


@dataclass(frozen=True, slots=True)
class Span:
    """Time from `starts_at` to `ends_at`, both aware; the end itself is free again."""

    starts_at: datetime
    ends_at: datetime

    @property
    def length(self) -> timedelta:
        return self.ends_at - self.starts_at

    def overlaps(self, other: "Span") -> bool:
        """Whether they share time; a span that ends before it starts shares none."""
        return (
            self.starts_at < self.ends_at
            and self.starts_at < other.ends_at
            and other.starts_at < self.ends_at
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A shift as written down. `day` is the calendar day at the host on which it started."""

    span: Span
    break_minutes: int
    day: date
    reflection: str = ""

    @property
    def minutes(self) -> int:
        """Whole minutes from start to end, without the break."""
        return whole_minutes(self.span.length) - self.break_minutes


@dataclass(frozen=True, slots=True)
class Ground:
    """What an entry is held against."""

    now: datetime
    longest_minutes: int
    started_on: date
    ended_on: date | None = None
    placed_here: bool = True
    knows_activities: bool = True
    taken: tuple[Span, ...] = ()
    """The learner's other entries that wait or count, at any host."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One objection, with what its sentence needs.

    `minutes` of the limit, the `day` that bounds, the `span` that is taken, the `identifiers` in the text.
    """

    objection: Objection
    minutes: int | None = None
    day: date | None = None
    span: Span | None = None
    identifiers: frozenset[Identifier] = frozenset()


def whole_minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)


def check_shift(entry: Entry, ground: Ground) -> tuple[Refusal, ...]:
    """Everything that stands against an entry; nothing if it can be kept."""
    return (
        *_times(entry, ground),
        *_place(entry, ground),
        *_overlaps(entry.span, ground.taken),
        *_text(entry.reflection),
    )


def _times(entry: Entry, ground: Ground) -> Iterator[Refusal]:
    length = whole_minutes(entry.span.length)
    longest = min(ground.longest_minutes, whole_minutes(WHOLE_DAY))
    if length <= 0:
        yield Refusal(Objection.END_BEFORE_START)
    elif length > longest:
        yield Refusal(Objection.TOO_LONG, minutes=longest)
    if entry.span.ends_at > ground.now:
        yield Refusal(Objection.IN_THE_FUTURE)
    if entry.break_minutes < 0:
        yield Refusal(Objection.BREAK_NEGATIVE)
    elif length > 0 and entry.break_minutes >= length:
        yield Refusal(Objection.BREAK_TOO_LONG, minutes=length)


def _place(entry: Entry, ground: Ground) -> Iterator[Refusal]:
    if not ground.placed_here:
        yield Refusal(Objection.NOT_PLACED_HERE)
    if not ground.knows_activities:
        yield Refusal(Objection.UNKNOWN_ACTIVITY)
    if entry.day < ground.started_on:
        yield Refusal(Objection.BEFORE_PARTICIPATION, day=ground.started_on)
    if ground.ended_on is not None and entry.day > ground.ended_on:
        yield Refusal(Objection.AFTER_PARTICIPATION, day=ground.ended_on)


def _overlaps(span: Span, taken: Iterable[Span]) -> Iterator[Refusal]:
    """The first entry that is in the way: one is enough to look at."""
    in_the_way = [other for other in taken if span.overlaps(other)]
    if in_the_way:
        yield Refusal(Objection.OVERLAP, span=min(in_the_way, key=lambda other: other.starts_at))


def _text(reflection: str) -> Iterator[Refusal]:
    identifiers = identifiers_in(reflection)
    if identifiers:
        yield Refusal(Objection.IDENTIFIES_SOMEBODY, identifiers=identifiers)
