"""Who comes to a supervisor's places, and in which part of the day (R-PLC-4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from curriculum.api import Visitor

from .models import Host, HostShift, Placement
from .permissions import placed_with


@dataclass(frozen=True, slots=True)
class ShiftOfPlace:
    """A part of the day and the learners who come in it, by name."""

    shift: HostShift
    learners: tuple[Placement, ...]

    @property
    def free(self) -> int:
        """How many more could come at once."""
        return max(0, self.shift.capacity - len(self.learners))


@dataclass(frozen=True, slots=True)
class PlaceWithLearners:
    """A host with its parts of the day, the earliest first; parts in which nobody comes are left out."""

    host: Host
    shifts: tuple[ShiftOfPlace, ...]


def coming_to(user: Visitor) -> list[PlaceWithLearners]:
    """Who comes, by place; one query."""
    rows = (
        placed_with(user)
        .select_related("shift", "agreement__host", "participation__person")
        .order_by(
            "agreement__host__name",
            "agreement__host",
            "shift__starts",
            "shift",
            "participation__person__name",
        )
    )
    return [
        PlaceWithLearners(host, tuple(_by_shift(placements)))
        for host, placements in groupby(rows, attrgetter("agreement.host"))
    ]


def _by_shift(placements: Iterator[Placement]) -> Iterator[ShiftOfPlace]:
    for shift, learners in groupby(placements, attrgetter("shift")):
        yield ShiftOfPlace(shift, tuple(learners))
