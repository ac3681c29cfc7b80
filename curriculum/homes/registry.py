"""Panels of the home pages. A plugin registers a panel; the page asks each in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.http import HttpRequest

from curriculum.people.models import Participation, Person


class Home(StrEnum):
    """The pages that are made of panels."""

    PATH = "path"
    SUPERVISE = "supervise"


@dataclass(frozen=True, slots=True)
class PanelContent:
    """What a panel shows: a template and its context."""

    template: str
    context: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Visit:
    """Who looks at the page, fetched once for all panels."""

    request: HttpRequest
    person: Person
    participations: Sequence[Participation]


@dataclass(frozen=True, slots=True)
class Panel:
    """`build` returns None where it has nothing to say to this visitor. Lower `order` stands higher."""

    key: str
    order: int
    build: Callable[[Visit], PanelContent | None]


_panels: dict[Home, dict[str, Panel]] = {home: {} for home in Home}


def register_panel(home: Home, panel: Panel) -> None:
    _panels[home][panel.key] = panel


def panels_for(home: Home, visit: Visit) -> list[PanelContent]:
    """What the registered panels have to show to this visitor, in order."""
    ordered = sorted(_panels[home].values(), key=lambda panel: panel.order)
    built = (panel.build(visit) for panel in ordered)
    return [content for content in built if content is not None]
