"""System checks: the triggers that keep the ledger stand in the database."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from django.core.checks import CheckMessage, Error, Warning
from django.db import connections
from django.db.utils import DatabaseError

from . import guards


def ledger_is_guarded(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """`curriculum.W001` for each trigger that is missing, `E002` for SQLite without recursive triggers.

    A missing trigger is no more than a warning here: `migrate` itself puts it back, and asks these checks first.
    """
    missing = [
        Warning(_missing(name), hint="Run: python manage.py migrate", id="curriculum.W001")
        for name in _absent(databases)
    ]
    return [*missing, *_ways_round(databases)]


def ledger_is_guarded_in_production(
    databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """`curriculum.E001` for each trigger that is missing: nobody works on an unguarded ledger."""
    return [
        Error(_missing(name), hint="Run: python manage.py migrate", id="curriculum.E001")
        for name in _absent(databases)
    ]


def _missing(name: str) -> str:
    return f"The trigger {name} is missing, so what must not change could be changed."


def _absent(databases: Sequence[str] | None) -> Iterator[str]:
    for alias in databases or []:
        # No database yet: migrate will say so in its own words.
        with suppress(DatabaseError):
            yield from guards.missing(connections[alias])


def _ways_round(databases: Sequence[str] | None) -> Iterator[CheckMessage]:
    for alias in databases or []:
        with suppress(DatabaseError):
            if connections[alias].vendor == "sqlite" and _replace_walks_round(alias):
                yield Error(
                    "SQLite's recursive_triggers is off, so INSERT OR REPLACE could overwrite the ledger.",
                    hint='Add "PRAGMA recursive_triggers = ON;" to OPTIONS["init_command"].',
                    id="curriculum.E002",
                )


def _replace_walks_round(alias: str) -> bool:
    with connections[alias].cursor() as cursor:
        return cursor.execute("PRAGMA recursive_triggers").fetchone()[0] == 0
