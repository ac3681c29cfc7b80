"""The parts a pack is made of. Each plugin registers the parts it knows; packs itself knows no pages."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution, ProgrammeVersion

from .faults import PackFault
from .folder import PackFolder


@dataclass(slots=True)
class LoadReport:
    """What a load did, in the order in which it happened: lines for the person who asked for it."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    unchanged: int = 0

    def left_alone(self, what: str) -> None:
        """Something that a person has changed since it was loaded, and that is therefore kept as it is."""
        self.kept.append(what)


@dataclass(frozen=True, slots=True)
class LoadContext:
    """Where a pack goes. The programme section fills in the version before the other sections load."""

    institution: Institution
    programme_version: ProgrammeVersion
    report: LoadReport
    user: Account | None = None


class Section(Protocol):
    """A part of a pack. `order`: lower ones load first."""

    name: str
    order: int

    def check(self, folder: PackFolder) -> Iterable[PackFault]:
        """Every fault of this part, without touching the database."""

    def load(self, folder: PackFolder, context: LoadContext) -> None:
        """Bring this part into the database; loading the same again changes nothing."""

    def export(self, programme_version: ProgrammeVersion, target: Path) -> None:
        """Write this part back as the files it is read from."""


@runtime_checkable
class NotingSection(Protocol):
    """A section that also knows what should be seen to, though it keeps nothing from being loaded."""

    def notes(self, folder: PackFolder) -> Iterable[PackFault]:
        """What to see to, with file and line, without touching the database."""


_sections: dict[str, Section] = {}


def register_section(section: Section) -> None:
    _sections[section.name] = section


def sections() -> list[Section]:
    return sorted(_sections.values(), key=lambda section: section.order)
