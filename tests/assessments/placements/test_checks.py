"""What a shift must satisfy, by property: pure functions, no database."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assessments.placements.checks import (
    EXCUSABLE,
    Entry,
    Ground,
    Limits,
    Objection,
    Span,
    Taken,
    check_shift,
    excesses,
)
from assessments.placements.clock import moments_of

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
STARTED = date(2026, 1, 1)


def wall(*figures: int) -> datetime:
    """What a clock on the wall shows: a day and a time without a zone."""
    return datetime(*figures)  # type: ignore[arg-type]  # noqa: DTZ001


ZONES = ["America/Montevideo", "America/Santiago", "America/New_York", "America/Asuncion", "Europe/Lisbon"]
moments = st.integers(0, 150 * 24 * 60).map(lambda minute: NOW + timedelta(days=1, minutes=-minute))
lengths = st.integers(min_value=-40 * 60, max_value=40 * 60)
breaks = st.integers(min_value=-60, max_value=24 * 60)


def entry_of(start: datetime, length: int, rest: int = 0) -> Entry:
    return Entry(Span(start, start + timedelta(minutes=length)), rest, start.date())


def ground(**changed: object) -> Ground:
    limits = Limits(longest_shift=changed.pop("longest_minutes", 720))  # type: ignore[arg-type]
    return Ground(**{"now": NOW, "limits": limits, "started_on": STARTED, **changed})  # type: ignore[arg-type]


def taken(*spans: Span) -> tuple[Taken, ...]:
    return tuple(Taken(span, span.length // timedelta(minutes=1), span.starts_at.date()) for span in spans)


def objections(entry: Entry, held_against: Ground) -> set[Objection]:
    return {refusal.objection for refusal in check_shift(entry, held_against)}


@given(moments, lengths, breaks)
def test_a_shift_that_is_kept_has_minutes_and_is_over(start: datetime, length: int, rest: int) -> None:
    entry = entry_of(start, length, rest)
    if not check_shift(entry, ground()):
        assert 0 < entry.minutes <= 720
        assert entry.minutes == length - rest
        assert entry.span.ends_at <= NOW


@given(moments, st.integers(min_value=1, max_value=720), st.data())
def test_every_sensible_shift_is_kept(start: datetime, length: int, data: st.DataObject) -> None:
    assume(start + timedelta(minutes=length) <= NOW)
    rest = data.draw(st.integers(min_value=0, max_value=length - 1))
    assert check_shift(entry_of(start, length, rest), ground()) == ()


@given(moments, lengths)
def test_each_length_has_one_answer(start: datetime, length: int) -> None:
    found = objections(entry_of(start, length), ground())
    assert (Objection.END_BEFORE_START in found) == (length <= 0)
    assert (Objection.TOO_LONG in found) == (length > 720)
    assert (Objection.IN_THE_FUTURE in found) == (start + timedelta(minutes=length) > NOW)


@given(moments, st.integers(min_value=1441, max_value=60_000))
def test_no_setting_allows_more_than_a_day(start: datetime, length: int) -> None:
    assert Objection.TOO_LONG in objections(entry_of(start, length), ground(longest_minutes=10**6))


@given(moments, st.integers(1, 720), moments, st.integers(1, 720))
def test_two_shifts_meet_or_do_not_from_either_side(
    start: datetime, length: int, other_start: datetime, other_length: int
) -> None:
    one, other = entry_of(start, length), entry_of(other_start, other_length)
    share = any(
        other.span.starts_at <= one.span.starts_at + timedelta(minutes=minute) < other.span.ends_at
        for minute in range(length)
    )
    assert (Objection.OVERLAP in objections(one, ground(taken=taken(other.span)))) == share
    assert (Objection.OVERLAP in objections(other, ground(taken=taken(one.span)))) == share


def test_a_shift_may_begin_when_another_ends() -> None:
    first, second = entry_of(NOW - timedelta(hours=8), 240), entry_of(NOW - timedelta(hours=4), 240)
    assert check_shift(second, ground(taken=taken(first.span))) == ()


def test_the_earliest_shift_in_the_way_is_named() -> None:
    entry = entry_of(NOW - timedelta(hours=8), 480)
    spans = tuple(entry_of(NOW - timedelta(hours=hours), 30).span for hours in (2, 6, 4))
    (refusal,) = check_shift(entry, ground(taken=taken(*spans)))
    assert refusal.span == spans[1]


@pytest.mark.parametrize(
    ("changed", "objection"),
    [
        ({"placed_here": False}, Objection.NOT_PLACED_HERE),
        ({"knows_activities": False}, Objection.UNKNOWN_ACTIVITY),
        ({"started_on": NOW.date() + timedelta(days=1)}, Objection.BEFORE_PARTICIPATION),
        ({"ended_on": NOW.date() - timedelta(days=1)}, Objection.AFTER_PARTICIPATION),
        ({"longest_minutes": 30}, Objection.TOO_LONG),
    ],
)
def test_one_thing_wrong_is_one_objection(changed: dict[str, object], objection: Objection) -> None:
    entry = entry_of(NOW - timedelta(hours=2), 60)
    assert objections(entry, ground(**changed)) == {objection}


@given(st.datetimes(wall(2000, 1, 2), wall(2037, 12, 30)), st.sampled_from(ZONES))
def test_a_wall_clock_time_leads_back_to_itself(shown: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    moments_then = moments_of(shown, zone)
    assert len(moments_then) <= 2
    assert list(moments_then) == sorted(set(moments_then))
    assert {moment.astimezone(zone).replace(tzinfo=None) for moment in moments_then} <= {shown}


@given(moments, st.sampled_from(ZONES))
def test_every_moment_can_be_written_down(moment: datetime, name: str) -> None:
    zone = ZoneInfo(name)
    assert moment in moments_of(moment.astimezone(zone).replace(tzinfo=None), zone)


@pytest.mark.parametrize(
    ("shown", "zone", "count"),
    [
        (wall(2026, 3, 8, 2, 30), "America/New_York", 0),
        (wall(2026, 11, 1, 1, 30), "America/New_York", 2),
        (wall(2026, 4, 4, 23, 30), "America/Santiago", 2),
        (wall(2026, 9, 6, 0, 30), "America/Santiago", 0),
        (wall(2026, 3, 8, 2, 30), "America/Montevideo", 1),
    ],
)
def test_changes_of_clocks(shown: datetime, zone: str, count: int) -> None:
    assert len(moments_of(shown, ZoneInfo(zone))) == count


def test_a_night_of_changing_clocks_is_as_long_as_it_was() -> None:
    """22:00 to 6:00 is eight hours, seven when the clocks go forward, nine when they go back."""
    zone = ZoneInfo("America/New_York")
    for day, hours in [(date(2026, 3, 6), 8), (date(2026, 3, 7), 7), (date(2026, 10, 31), 9)]:
        start = datetime(day.year, day.month, day.day, 22, tzinfo=zone)
        next_day = day + timedelta(days=1)
        (end,) = moments_of(wall(next_day.year, next_day.month, next_day.day, 6), zone)
        assert Entry(Span(start.astimezone(UTC), end), 0, day).minutes == hours * 60


CAPPED = Limits(longest_shift=720, a_day=600, a_week=1800, rest=480, late_days=30)
others = st.lists(
    st.builds(lambda start, length: entry_of(start, length).span, moments, st.integers(1, 720)), max_size=12
)


@given(moments, st.integers(1, 720), others)
def test_what_is_kept_without_a_reason_goes_over_no_limit(
    start: datetime, length: int, spans: list[Span]
) -> None:
    entry, around = entry_of(start, length), taken(*spans)
    if check_shift(entry, ground(limits=CAPPED, taken=around)):
        return
    monday = entry.day - timedelta(days=entry.day.weekday())
    week = {monday + timedelta(days=day) for day in range(7)}
    assert entry.minutes + sum(each.minutes for each in around if each.day == entry.day) <= 600
    assert entry.minutes + sum(each.minutes for each in around if each.day in week) <= 1800
    for each in around:
        if each.day != entry.day:
            before = entry.span.starts_at - each.span.ends_at
            after = each.span.starts_at - entry.span.ends_at
            assert max(before, after) >= timedelta(minutes=480)


@given(moments, st.integers(1, 720), others)
def test_a_reason_lifts_a_limit_and_nothing_else(start: datetime, length: int, spans: list[Span]) -> None:
    plain = entry_of(start, length)
    explained = Entry(plain.span, plain.break_minutes, plain.day, excess_reason="Faltó una compañera")
    held = ground(limits=CAPPED, taken=taken(*spans))
    assert objections(explained, held) == objections(plain, held) - EXCUSABLE
    assert {each.objection for each in excesses(explained, held)} <= EXCUSABLE


@given(moments, st.integers(1, 720), others)
def test_a_day_away_counts_no_minute_and_goes_over_nothing(
    start: datetime, length: int, spans: list[Span]
) -> None:
    away = Entry(entry_of(start, length).span, 0, start.date(), counts=False)
    assert away.minutes == 0
    assert not objections(away, ground(limits=CAPPED, taken=taken(*spans))) & EXCUSABLE


@given(moments, st.integers(0, 60))
def test_a_shift_is_too_late_after_its_last_day_and_not_before(start: datetime, days: int) -> None:
    entry = entry_of(start, 60)
    held = ground(limits=CAPPED, today=entry.day + timedelta(days=days))
    assert (Objection.TOO_LATE in objections(entry, held)) == (days > 30)


def test_rest_is_counted_over_midnight_and_over_a_change_of_clocks() -> None:
    """Work ends at 23:00, the clocks go forward at 2:00: 7:00 is seven hours later, not eight."""
    zone = ZoneInfo("America/New_York")
    evening = Span(datetime(2026, 3, 7, 17, tzinfo=zone).astimezone(UTC), datetime(2026, 3, 8, 4, tzinfo=UTC))
    (morning,) = moments_of(wall(2026, 3, 8, 7), zone)
    entry = Entry(Span(morning, morning + timedelta(hours=2)), 0, date(2026, 3, 8))
    before = (Taken(evening, 360, date(2026, 3, 7)),)
    assert evening.ends_at.astimezone(zone).hour == 23
    assert objections(entry, ground(limits=CAPPED, taken=before)) == {Objection.SHORT_REST}
