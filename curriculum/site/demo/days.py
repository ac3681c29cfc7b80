"""Days and hours counted back from today, so that the school always looks as if it had been busy lately."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Days:
    """The calendar of a school, seen from `now`."""

    now: datetime
    zone: ZoneInfo

    def ago(self, days: int) -> date:
        """The day that lies so many days back at the school's place; 0 is today."""
        return self.now.astimezone(self.zone).date() - timedelta(days=days)

    def at(self, days: int, hour: int, minute: int = 0) -> datetime:
        """A moment of that day by the clocks of the school; never later than now."""
        return min(self.now, datetime.combine(self.ago(days), time(hour, minute), self.zone))


def spread(count: int, first: int, last: int) -> Iterator[int]:
    """`count` days from `first` to `last` (in days ago, so first ≥ last), as even as whole days allow."""
    for place in range(count):
        yield first - (first - last) * place // max(count - 1, 1)
