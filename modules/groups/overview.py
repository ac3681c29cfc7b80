"""A group at a glance: how many stand where, and how far each module has come. Drawn as SVG, with the numbers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from .grid import GroupGrid
from .standing import Standing

WIDTH = 600  # units of the drawing; the stylesheet makes it as wide as the screen


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the learners: what they are called, how many, and their piece of the bar."""

    name: str
    label: str | Promise
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class ModuleBar:
    """How many have completed a module, how many have begun it; and how long the two pieces of its bar are."""

    title: str
    done: int
    begun: int
    done_width: float
    begun_width: float


@dataclass(frozen=True, slots=True)
class Overview:
    total: int
    shares: Sequence[Share]
    bars: Sequence[ModuleBar]


def overview_of(grid: GroupGrid) -> Overview:
    total = len(grid.rows)
    return Overview(total, _shares(grid, total), _bars(grid, total))


def _shares(grid: GroupGrid, total: int) -> list[Share]:
    counts = Counter(row.standing for row in grid.rows)
    shares, start = [], 0.0
    for standing in Standing:
        width = _length(counts[standing], total)
        shares.append(Share(standing.value, standing.label, counts[standing], start, width))
        start += width
    return shares


def _bars(grid: GroupGrid, total: int) -> list[ModuleBar]:
    bars = []
    for module in (each for each in grid.modules if each.lessons):
        done = sum(1 for row in grid.rows if module.is_completed_by(row))
        begun = sum(1 for row in grid.rows if module.done_by(row)) - done
        bars.append(ModuleBar(module.title, done, begun, _length(done, total), _length(begun, total)))
    return bars


def _length(count: int, total: int) -> float:
    return round(WIDTH * count / total, 1) if total else 0.0
