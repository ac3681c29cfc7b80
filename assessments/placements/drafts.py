"""A shift before it is kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo

from .checks import Entry, Span
from .enums import ShiftKind
from .models import Host

if TYPE_CHECKING:
    from curriculum.models import Participation


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftDraft:
    """What a learner writes down. `uuid` is made where she writes; seconds are left out of the times.

    `activities` are keys of activities of her programme's standard. `from_paper` says that an administrator keys it
    from a signed sheet: it is never too late then.
    """

    uuid: UUID
    participation: "Participation"
    host: Host
    starts_at: datetime
    ends_at: datetime
    break_minutes: int = 0
    activities: Collection[str] = ()
    reflection: str = ""
    kind: ShiftKind = ShiftKind.PRACTICE
    excess_reason: str = ""
    from_paper: bool = False

    @property
    def entry(self) -> Entry:
        """The shift as the checks see it."""
        starts_at, ends_at = whole_minute(self.starts_at), whole_minute(self.ends_at)
        day = starts_at.astimezone(ZoneInfo(self.host.time_zone)).date()
        counts = ShiftKind(self.kind).counts
        rest = self.break_minutes if counts else 0
        return Entry(Span(starts_at, ends_at), rest, day, self.reflection, counts, self.excess_reason.strip())


def whole_minute(moment: datetime) -> datetime:
    return moment - timedelta(seconds=moment.second, microseconds=moment.microsecond)
