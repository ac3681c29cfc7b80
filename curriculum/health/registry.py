"""What is watched, and what runs out one day: each room names its own when its app is ready."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.functional import Promise

from .enums import State


@dataclass(frozen=True, slots=True)
class Finding:
    """How one thing stands. `words` say what to do where it is not well; `figures` are for machines.

    Neither may hold anything about a person, nor a key.
    """

    state: State
    words: str = ""
    figures: Mapping[str, int | float | str | None] = field(default_factory=dict)


Check = Callable[[], Finding]


@dataclass(frozen=True, slots=True)
class Watched:
    """One check. Without one that is `vital` the site cannot answer people, so the front server asks those alone."""

    name: str
    label: str | Promise
    check: Check
    vital: bool = False


@dataclass(frozen=True, slots=True)
class Expiring:
    """Something with a last day: a key, a certificate."""

    name: str
    expires_at: datetime


Source = Callable[[], Iterable[Expiring]]

_watched: dict[str, Watched] = {}
_sources: dict[str, Source] = {}


def register_health(watched: Watched) -> None:
    """Have something watched; a second registration under the same name takes the place of the first."""
    _watched[watched.name] = watched


def register_expiring(name: str, source: Source) -> None:
    """Have last days watched: `source` names what expires, and when, each time it is asked."""
    _sources[name] = source


def everything_watched() -> tuple[Watched, ...]:
    return tuple(_watched.values())


def everything_expiring() -> list[Expiring]:
    """What expires, the soonest first."""
    found = [item for source in _sources.values() for item in source()]
    return sorted(found, key=lambda item: item.expires_at)
