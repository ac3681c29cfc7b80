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
    IDENTIFIES_IN_REASON = "identifies_in_reason"
    TOO_LATE = "too_late"
    OVER_DAY = "over_day"
    OVER_WEEK = "over_week"
    SHORT_REST = "short_rest"
    OUTSIDE_AGREEMENT = "outside_agreement"
    SHIFT_FULL = "shift_full"


EXCUSABLE = frozenset({Objection.OVER_DAY, Objection.OVER_WEEK, Objection.SHORT_REST})
"""What a reason lifts, which the supervisor then reads before anything else."""


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
    counts: bool = True
    excess_reason: str = ""

    @property
    def minutes(self) -> int:
        """Whole minutes from start to end, without the break; none for a day away."""
        return whole_minutes(self.span.length) - self.break_minutes if self.counts else 0


@dataclass(frozen=True, slots=True)
class Taken:
    """Another entry of the learner that waits or counts, at any host; `day` is that of its host."""

    span: Span
    minutes: int
    day: date


@dataclass(frozen=True, slots=True)
class Limits:
    """What a school or a programme allows, in minutes; `late_days` after a shift it can still be logged.

    The documents give no figure: None is no limit.
    """

    longest_shift: int
    a_day: int | None = None
    a_week: int | None = None
    rest: int | None = None
    late_days: int | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the agreements of a host say: their periods, last days included, and for this time of the day how many
    learners it takes at once (None where that is not said) and how many others are there.
    """

    periods: tuple[tuple[date, date], ...]
    capacity: int | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class Ground:
    """What an entry is held against."""

    now: datetime
    limits: Limits
    started_on: date
    ended_on: date | None = None
    placed_here: bool = True
    knows_activities: bool = True
    taken: tuple[Taken, ...] = ()
    today: date | None = None
    """The day at the host; None where entries are never too late."""
    agreed: Agreed | None = None
    """None for a host without agreements."""


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
    count: int | None = None


def whole_minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)


def check_shift(entry: Entry, ground: Ground) -> tuple[Refusal, ...]:
    """Everything that stands against an entry; nothing if it can be kept."""
    return (
        *_times(entry, ground),
        *_place(entry, ground),
        *_overlaps(entry.span, (other.span for other in ground.taken)),
        *_text(entry.reflection, Objection.IDENTIFIES_SOMEBODY),
        *_text(entry.excess_reason, Objection.IDENTIFIES_IN_REASON),
        *(() if entry.excess_reason.strip() else excesses(entry, ground)),
    )


def excesses(entry: Entry, ground: Ground) -> tuple[Refusal, ...]:
    """Where an entry goes over what is allowed for a day, a week or the rest between two days."""
    length = whole_minutes(entry.span.length)
    if not entry.counts or not 0 < length <= ground.limits.longest_shift:
        return ()
    return (*_caps(entry, ground), *_rest(entry, ground))


def _caps(entry: Entry, ground: Ground) -> Iterator[Refusal]:
    """A week runs from Monday to Sunday; a shift lies wholly on the day on which it began."""
    monday = entry.day - timedelta(days=entry.day.weekday())
    that_day = sum(other.minutes for other in ground.taken if other.day == entry.day)
    that_week = sum(
        other.minutes for other in ground.taken if monday <= other.day < monday + timedelta(days=7)
    )
    limits = ground.limits
    if limits.a_day is not None and that_day + entry.minutes > limits.a_day:
        yield Refusal(Objection.OVER_DAY, minutes=limits.a_day)
    if limits.a_week is not None and that_week + entry.minutes > limits.a_week:
        yield Refusal(Objection.OVER_WEEK, minutes=limits.a_week)


def _rest(entry: Entry, ground: Ground) -> Iterator[Refusal]:
    """Between shifts of different days; two of one day may follow each other, and their sum has its own limit."""
    if ground.limits.rest is None:
        return
    rest = timedelta(minutes=ground.limits.rest)
    for other in ground.taken:
        if not other.minutes or other.day == entry.day or entry.span.overlaps(other.span):
            continue
        earlier, later = sorted((entry.span, other.span), key=lambda span: span.starts_at)
        if later.starts_at - earlier.ends_at < rest:
            yield Refusal(Objection.SHORT_REST, minutes=ground.limits.rest, span=other.span)
            return


def _times(entry: Entry, ground: Ground) -> Iterator[Refusal]:
    length = whole_minutes(entry.span.length)
    longest = min(ground.limits.longest_shift, whole_minutes(WHOLE_DAY))
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
    if ground.agreed is not None:
        yield from _agreement(entry, ground.agreed)
    if not ground.knows_activities:
        yield Refusal(Objection.UNKNOWN_ACTIVITY)
    if entry.day < ground.started_on:
        yield Refusal(Objection.BEFORE_PARTICIPATION, day=ground.started_on)
    if ground.ended_on is not None and entry.day > ground.ended_on:
        yield Refusal(Objection.AFTER_PARTICIPATION, day=ground.ended_on)
    late_days = ground.limits.late_days
    if ground.today is not None and late_days is not None and (ground.today - entry.day).days > late_days:
        yield Refusal(Objection.TOO_LATE, count=late_days)


def _agreement(entry: Entry, agreed: Agreed) -> Iterator[Refusal]:
    if not any(first <= entry.day <= last for first, last in agreed.periods):
        yield Refusal(Objection.OUTSIDE_AGREEMENT)
    elif entry.counts and agreed.capacity is not None and agreed.others >= agreed.capacity:
        yield Refusal(Objection.SHIFT_FULL, count=agreed.capacity)


def _overlaps(span: Span, taken: Iterable[Span]) -> Iterator[Refusal]:
    """The first entry that is in the way: one is enough to look at."""
    in_the_way = [other for other in taken if span.overlaps(other)]
    if in_the_way:
        yield Refusal(Objection.OVERLAP, span=min(in_the_way, key=lambda other: other.starts_at))


def _text(words: str, objection: Objection) -> Iterator[Refusal]:
    identifiers = identifiers_in(words)
    if identifiers:
        yield Refusal(objection, identifiers=identifiers)
