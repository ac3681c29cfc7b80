"""From what a wall clock showed to moments in time. Standard library only."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def moments_of(wall: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The moments at which the clocks of a place showed `wall` (a naive datetime), in UTC, the earlier first.

    One on most days; none where the clocks were put forward over it, two where they were put back over it.
    """
    candidates = {wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    shown = (moment for moment in candidates if moment.astimezone(zone).replace(tzinfo=None) == wall)
    return tuple(sorted(shown))
