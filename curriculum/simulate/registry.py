"""The verbs of simulated cases. Each plugin registers those it understands.

An event acts (`handler(world, **arguments)` calls a service); an expectation looks and returns what it found, which
is compared with what the case expects.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .world import World

Event = Callable[..., None]
Expectation = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its handler and, from the handler's docstring, what it is for."""

    name: str
    handler: Callable[..., Any]

    @property
    def help(self) -> str:
        return (self.handler.__doc__ or "").strip().partition("\n")[0]


_events: dict[str, Verb] = {}
_expectations: dict[str, Verb] = {}


def register_event(name: str, handler: Event) -> None:
    """`handler(world, **arguments)`: does something at `world.now`. Raise CaseError to refuse in plain words."""
    _events[name] = Verb(name, handler)


def register_expectation(name: str, handler: Expectation) -> None:
    """`handler(world, **arguments)` returns what it found as plain data, to be compared with `is:`."""
    _expectations[name] = Verb(name, handler)


def events() -> dict[str, Verb]:
    return dict(_events)


def expectations() -> dict[str, Verb]:
    return dict(_expectations)


__all__ = ["World", "events", "expectations", "register_event", "register_expectation"]
