"""One consistent copy of the database, and a database made of it again; each engine by its own means."""

import os
import sqlite3
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from .errors import BackupRefused

# Made by setting up and migrating alone: an empty site has rows in them.
FURNITURE = ("django_", "wagtail", "auth_permission", "auth_group", "modelsearch_")


def copy_database(target: Path) -> dict[str, int]:
    """Write a copy as of one instant, while people go on working; rows by table in that same instant.

    Raises BackupRefused for an engine without a way, or where PostgreSQL's programs are missing or too old.
    """
    if connection.vendor == "sqlite":
        return _copy_sqlite(target)
    if connection.vendor == "postgresql":
        return _copy_postgres(target)
    raise BackupRefused(
        _("There is no backup for this kind of database: %(name)s.") % {"name": connection.vendor}
    )


def fill_database(source: Path) -> dict[str, int]:
    """Make this database what the copy is; rows by table afterwards. All or nothing."""
    if connection.vendor == "sqlite":
        _fill_sqlite(source)
    else:
        _fill_postgres(source)
    return rows_by_table()


def rows_by_table() -> dict[str, int]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        return {table: _rows(cursor, table) for table in sorted(tables) if not table.startswith("sqlite_")}


def tables_in_use() -> list[str]:
    """Tables in which somebody has written something; none on a site that was only set up."""
    return [table for table, rows in rows_by_table().items() if rows and not table.startswith(FURNITURE)]


def _rows(cursor: Any, table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 — a name of our own
    return int(cursor.fetchone()[0])


def _copy_sqlite(target: Path) -> dict[str, int]:
    connection.ensure_connection()
    copied = sqlite3.connect(target)
    try:
        connection.connection.backup(copied)
        copied.execute("PRAGMA journal_mode=DELETE")
        if copied.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise BackupRefused(_("SQLite says that the database is damaged. Restore the last good backup."))
        names = copied.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )
        return {name: copied.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}  # noqa: S608
    finally:
        copied.close()


def _fill_sqlite(source: Path) -> None:
    connection.ensure_connection()
    copied = sqlite3.connect(f"file:{source}?mode=ro", uri=True)
    try:
        copied.backup(connection.connection)
    finally:
        copied.close()
    connection.close()


@transaction.atomic
def _copy_postgres(target: Path) -> dict[str, int]:
    """pg_dump looks through this transaction's eyes, so that the counts are of the same instant."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
    _run(
        "pg_dump",
        ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={target}"],
    )
    return rows_by_table()


def _fill_postgres(source: Path) -> None:
    """The tables of an empty site go first, in the same transaction as nothing else: they hold nothing."""
    with transaction.atomic(), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")
    connection.close()
    _run(
        "pg_restore",
        [
            "--clean",
            "--if-exists",
            "--no-owner",
            "--no-privileges",
            "--single-transaction",
            "--dbname",
            _name(),
            str(source),
        ],
    )


def _name() -> str:
    return str(connection.settings_dict["NAME"])


def _run(program: str, arguments: Iterable[str]) -> None:
    """PostgreSQL's own program against this database; the password goes by the environment, never in the list."""
    settings = connection.settings_dict
    names = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    environment = {key: str(settings[name]) for key, name in names.items() if settings.get(name)}
    try:
        done = subprocess.run(  # noqa: S603
            [program, *arguments],
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError as error:
        message = _("%(program)s is not on this machine. Install PostgreSQL's client programs.")
        raise BackupRefused(message % {"program": program}) from error
    if done.returncode:
        message = _("%(program)s stopped: %(problem)s")
        raise BackupRefused(message % {"program": program, "problem": done.stderr.strip()[:500]})
