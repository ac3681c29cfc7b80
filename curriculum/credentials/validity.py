"""How long an award lasts: date to date, as calendars count months."""

from calendar import monthrange
from datetime import date, timedelta


def last_valid_day(awarded_on: date, months: int | None) -> date | None:
    """The last day on which an award of `months` months is valid; None if it does not expire.

    Awarded on 15 March 2024 for 24 months: valid to 14 March 2026, the day before the date comes round.
    """
    if months is None:
        return None
    years, month = divmod(awarded_on.month - 1 + months, 12)
    year, month = awarded_on.year + years, month + 1
    day = min(awarded_on.day, monthrange(year, month)[1])
    return date(year, month, day) - timedelta(days=1)
