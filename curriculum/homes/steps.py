"""The one thing to do next on *my path*, among all that the panels propose."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Turn(IntEnum):
    """Which proposal goes first: lessons of the course, then practice, then what stands beside the course."""

    LESSON = 10
    PRACTICE = 20
    BESIDE = 90


@dataclass(frozen=True, slots=True)
class PathStep:
    """What to do, where, and how long it takes. Without `url` there is nothing to do but wait; `title` says for what.

    `lang` is the language of the title where it is not the reader's own.
    """

    turn: Turn
    title: str
    url: str = ""
    detail: str = ""
    lang: str = ""


def first_in_turn(steps: Iterable[PathStep]) -> PathStep | None:
    """One step, so that nobody has to choose; of two with the same turn the one proposed first."""
    return min(steps, key=lambda step: step.turn, default=None)
