"""What happened at the school, act by act: all of it is played in the order in which it happened."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that somebody did at a moment; `perform` is told the moment."""

    at: datetime
    perform: Callable[[datetime], None]


def play(acts: Iterable[Act]) -> None:
    for act in sorted(acts, key=lambda act: act.at):
        act.perform(act.at)
