"""The parts of a dossier: tables that each room fills with what it knows about an award."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from curriculum.credentials.models import Award

Cell = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class Section:
    """A table: `columns` are keys for machines with labels for people, each row has a cell for every column.

    `none` says what an empty table means.
    """

    key: str
    title: str
    columns: Mapping[str, str]
    rows: Sequence[Sequence[Cell]]
    none: str

    def as_data(self) -> list[dict[str, Any]]:
        return [dict(zip(self.columns, map(_plain, row), strict=True)) for row in self.rows]


def _plain(cell: Cell) -> str | int | None:
    return cell.isoformat() if isinstance(cell, date) else cell


Build = Callable[[Award], Section]


@dataclass(frozen=True, slots=True)
class _Registered:
    order: int
    build: Build


_sections: dict[str, _Registered] = {}


def register_dossier_section(key: str, order: int, build: Build) -> None:
    """Let a room or plugin say what it knows about an award: `build` gets the award and asks its own tables."""
    _sections[key] = _Registered(order, build)


def sections_of(award: Award) -> list[Section]:
    return [registered.build(award) for registered in sorted(_sections.values(), key=lambda each: each.order)]
