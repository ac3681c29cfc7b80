"""Months counted date to date: 15 March to 15 September is 6."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From one day to another."""

    start: date
    end: date


def add_months(day: date, months: int) -> date:
    """The same day of the month, so many months later (earlier if negative).

    A day that the month does not have becomes its last day; the calendar's first and last day are its limits.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_between(start: date, end: date) -> int:
    """Whole months from one day to a later one."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def years_between(start: date, end: date) -> int:
    """Completed years; who was born on 29 February completes one on 28 February where there is no 29th."""
    return months_between(start, end) // 12


def joined(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same days with overlaps and touching periods made one, the earliest first."""
    runs: list[Period] = []
    for period in sorted(periods):
        if runs and period.start <= runs[-1].end + ONE_DAY:
            runs[-1] = Period(runs[-1].start, max(runs[-1].end, period.end))
        else:
            runs.append(period)
    return tuple(runs)


def months_added(runs: Sequence[Period]) -> int:
    """Whole months of several periods, laid end to end from the first day of the first."""
    if not runs:
        return 0
    whole = [months_between(run.start, run.end) for run in runs]
    days = sum(
        (run.end - add_months(run.start, months)).days for run, months in zip(runs, whole, strict=True)
    )
    start = runs[0].start
    return months_between(start, add_months(start, sum(whole)) + timedelta(days=days))


def longest_run(runs: Sequence[Period]) -> int:
    """Whole months of the longest unbroken period."""
    return max((months_between(run.start, run.end) for run in runs), default=0)
