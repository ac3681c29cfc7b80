"""System check: the triggers that keep the ledger stand in the database."""

import sys
from collections.abc import Sequence
from typing import Any

from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.utils import DatabaseError

from . import guards


def ledger_is_guarded(databases: Sequence[str] | None = None, **kwargs: Any) -> list[CheckMessage]:
    """`curriculum.E001` for each trigger that is missing, or for SQLite without recursive triggers.

    Silent while migrating, which puts back what is missing and brings what is new.
    """
    if sys.argv[1:2] == ["migrate"]:
        return []
    problems: list[CheckMessage] = []
    for alias in databases or []:
        connection = connections[alias]
        try:
            absent = guards.missing(connection)
            walks_round = connection.vendor == "sqlite" and _replace_walks_round(alias)
        except DatabaseError:
            continue  # No database yet: migrate will say so in its own words.
        for name in absent:
            problems.append(
                Error(
                    f"The trigger {name} is missing, so the ledger could be changed.",
                    hint="Run: python manage.py migrate",
                    id="curriculum.E001",
                )
            )
        if walks_round:
            problems.append(
                Error(
                    "SQLite's recursive_triggers is off, so INSERT OR REPLACE could overwrite the ledger.",
                    hint='Add "PRAGMA recursive_triggers = ON;" to OPTIONS["init_command"].',
                    id="curriculum.E002",
                )
            )
    return problems


def _replace_walks_round(alias: str) -> bool:
    with connections[alias].cursor() as cursor:
        return cursor.execute("PRAGMA recursive_triggers").fetchone()[0] == 0
