"""Every data set that was ever released comes up to today, and every award in it still verifies."""

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from curriculum.backup.archive import read_manifest
from curriculum.backup.databases import rows_by_table
from curriculum.models import Award, Evidence, Person
from curriculum.records import guards
from tests.backup.sites import a_site

from .build import RELEASED

SETS = sorted(RELEASED.glob("*.tar.xz"))
# Tables whose rows migrations and their signals may add to, or that hold nothing of people.
MAY_GROW = ("django_", "auth_permission", "wagtail")


@pytest.fixture
def empty_site(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[None]:
    with django_db_blocker.unblock(), a_site(tmp_path / "site"):
        yield


def test_there_is_a_data_set_for_each_kind_of_database():
    assert {path.name.split("-")[1] for path in SETS} == {"postgresql.tar.xz", "sqlite.tar.xz"}


@pytest.mark.parametrize("packed", SETS, ids=lambda path: path.name)
def test_a_released_data_set_migrates_to_today_and_verifies(packed, empty_site, tmp_path, capsys):
    if not packed.name.endswith(f"-{connection.vendor}.tar.xz"):
        pytest.skip("of the other kind of database")
    archive = tmp_path / "released.tar"
    archive.write_bytes(lzma.decompress(packed.read_bytes()))
    call_command("restore", str(archive), language="en")
    assert "no differences" in capsys.readouterr().out
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert guards.missing(connection) == []
    was, now = read_manifest(archive).counts, rows_by_table()
    kept = {name: rows for name, rows in was.items() if not name.startswith(MAY_GROW)}
    assert {name: now.get(name) for name in kept} == kept
    assert (Person.objects.count(), Award.objects.count()) == (8, 7)
    assert Evidence.objects.count() > 0
