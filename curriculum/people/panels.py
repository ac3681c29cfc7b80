"""The panels of a person's file. Upper rooms and plugins register what they have to say about her."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise

from curriculum.standards.accounts import Visitor
from curriculum.standards.models import Institution

from .models import Person


@dataclass(frozen=True, slots=True)
class FileVisit:
    """Whose file is open, who reads it, and for which institutions she may.

    A trainer reads how far her learner has come; documents and what was attested about the person are for
    administrators (`may_administer`).
    """

    person: Person
    reader: Visitor
    institutions: tuple[Institution, ...]
    may_administer: bool


@dataclass(frozen=True, slots=True)
class FilePanel:
    """A section of the file: a heading, a template and its context."""

    heading: str | Promise
    template: str
    context: dict[str, Any] = field(default_factory=dict)


BuildPanel = Callable[[FileVisit], FilePanel | None]
_builders: dict[str, tuple[int, BuildPanel]] = {}


def register_file_panel(key: str, order: int, build: BuildPanel) -> None:
    """`build` returns None where it has nothing to say. Lower `order` stands higher."""
    _builders[key] = (order, build)


def file_panels(visit: FileVisit) -> list[FilePanel]:
    """What the registered panels have to say about a person, in order."""
    ordered = sorted(_builders.values(), key=lambda entry: entry[0])
    built = (build(visit) for _, build in ordered)
    return [panel for panel in built if panel is not None]
