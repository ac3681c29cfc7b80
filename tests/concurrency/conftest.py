"""Many hands at the same time, on a database that really sees them: each thread has its own connection."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any, TypeVar

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

T = TypeVar("T")
PATIENCE = 30  # seconds; a deadlock is a failure, not an endless wait


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[None]:
    """Here: a copy of the migrated database for this test alone, which every thread of this process reaches.

    Afterwards the copy is thrown away whole. So nothing is flushed, and the ledger's triggers stand all along.
    """
    with django_db_blocker.unblock():
        ordinary, settings = connections["default"], connections.settings["default"]
        copied = copy_of(ordinary, tmp_path)
        connections.settings["default"] = {**settings, "NAME": copied}
        connections["default"] = connections.create_connection("default")
        try:
            yield
        finally:
            connections["default"].close()
            connections.settings["default"], connections["default"] = settings, ordinary
            throw_away(ordinary)


def copy_of(connection: BaseDatabaseWrapper, folder: Path) -> str:
    """Copy the migrated database; the name of the copy. SQLite in memory becomes a file, as a site has it."""
    if connection.vendor == "sqlite":
        copied = str(folder / "copy.sqlite3")
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [copied])
        return copied
    connection.close()
    connection.creation.clone_test_db("copy", verbosity=0)
    return connection.creation.get_test_db_clone_settings("copy")["NAME"]


def throw_away(connection: BaseDatabaseWrapper) -> None:
    if connection.vendor != "sqlite":
        connection.creation.destroy_test_db(suffix="copy", verbosity=0)


def at_once(acts: Sequence[Callable[[], T]]) -> list[T]:
    """What the acts return, in their order, when they all begin at the same instant; raises what one raises."""
    line = Barrier(len(acts))

    def begin(act: Callable[[], T]) -> T:
        try:
            line.wait(PATIENCE)
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(begin, acts, timeout=PATIENCE))
