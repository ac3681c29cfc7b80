"""Panels of the home pages. A plugin registers a panel; the page asks each in order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.http import HttpRequest
from django.utils.functional import cached_property

from curriculum.people.models import Participation, Person

from .milestones import Progress, progress_of
from .steps import PathStep


class Home(StrEnum):
    """The pages that are made of panels."""

    PATH = "path"
    SUPERVISE = "supervise"


@dataclass(frozen=True, slots=True)
class PanelContent:
    """What a panel shows, a template and its context, and what it proposes to do next.

    Without a template it only proposes.
    """

    template: str = ""
    context: dict[str, Any] = field(default_factory=dict)
    steps: Sequence[PathStep] = ()


@dataclass(frozen=True)
class Visit:
    """Who looks at the page, fetched once for all panels."""

    request: HttpRequest
    person: Person
    participations: Sequence[Participation]

    @cached_property
    def progress(self) -> Sequence[Progress]:
        """How far each participation has come today; asked once, however many panels want to know."""
        return [progress_of(participation) for participation in self.participations]


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


_entrances: dict[str, str] = {}


def register_entrance(role: str, url_name: str) -> None:
    """Where a person of this role begins after signing in, when she follows no course herself."""
    _entrances[role] = url_name


def entrance_for(roles: Iterable[str]) -> str | None:
    """The name of the address where somebody of these roles begins; the first role registered goes first."""
    held = set(roles)
    return next((url_name for role, url_name in _entrances.items() if role in held), None)
