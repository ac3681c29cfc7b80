"""Production refuses to guess and passes the deployment check; SQLite is set up for many writers."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from curriculum.site.settings.databases import database

DECIDED = {
    "CUIDAR_SECRET_KEY": "x9!" * 20 + "abcdefghij",
    "CUIDAR_ALLOWED_HOSTS": "school.example",
    "CUIDAR_BASE_URL": "https://school.example",
}
ADVISED = {
    "CUIDAR_BEHIND_PROXY": "yes",
    "EMAIL_HOST": "mail.example",
    "DEFAULT_FROM_EMAIL": "Escuela <office@school.example>",
    "CUIDAR_HEALTH_TOKEN": "a1b2c3d4" * 4,
}


def check_deploy(tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=settings.ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "curriculum.site.settings.production",
            "CUIDAR_VAR": str(tmp_path),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_deployment_check_is_clean(tmp_path):
    tmp_path.chmod(0o700)
    done = check_deploy(tmp_path, **DECIDED, **ADVISED, CUIDAR_BACKUP_FOLDER=str(tmp_path))
    assert (done.returncode, done.stdout.strip()) == (0, "System check identified no issues (0 silenced)."), (
        done.stderr
    )


@pytest.mark.parametrize("left_out", DECIDED)
def test_production_names_what_it_was_not_told(tmp_path, left_out):
    done = check_deploy(tmp_path, **{name: value for name, value in DECIDED.items() if name != left_out})
    assert done.returncode != 0
    assert f"Set these environment variables: {left_out} (" in done.stderr


WEAK = {
    "CUIDAR_BASE_URL": "http://school.example",
    "CUIDAR_ALLOWED_HOSTS": "*",
    "CUIDAR_BEHIND_PROXY": "",
    "EMAIL_HOST": "",
    "DEFAULT_FROM_EMAIL": "Cuidar <cuidar@localhost>",
    "CUIDAR_BACKUP_FOLDER": "/nowhere",
    "CUIDAR_HEALTH_TOKEN": "short",
}


def test_what_is_missing_or_weak_is_named(tmp_path):
    """All in two processes: the errors together, and the warnings together."""
    tmp_path.chmod(0o705)
    first = check_deploy(tmp_path, **DECIDED | WEAK)
    told = first.stdout + first.stderr
    expected = {"E001", "E003", "W004", "W005", "W006", "W007", "W008", "W009"}
    assert {name for name in expected if f"cuidar_site.{name}" in told} == expected
    other = check_deploy(tmp_path, **DECIDED | {"CUIDAR_ALLOWED_HOSTS": "other.example"})
    assert "cuidar_site.E002" in other.stderr + other.stdout
    assert "Add school.example to CUIDAR_ALLOWED_HOSTS." in other.stderr + other.stdout


def test_without_an_address_the_database_is_a_file_in_var(tmp_path):
    found = database("", home=tmp_path / "var")
    assert (found["ENGINE"], found["NAME"]) == (
        "django.db.backends.sqlite3",
        str(tmp_path / "var" / "cuidar.sqlite3"),
    )
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert (tmp_path / "var").is_dir()


def test_connections_to_postgresql_stay_open_and_are_looked_after(tmp_path):
    found = database("postgres://cuidar:secret@db.example/cuidar", home=tmp_path)
    assert (found["CONN_MAX_AGE"], found["CONN_HEALTH_CHECKS"]) == (None, True)
    assert "OPTIONS" not in found or "init_command" not in found["OPTIONS"]


@pytest.mark.django_db
def test_sqlite_triggers_see_what_a_replace_deletes():
    if connection.vendor != "sqlite":
        pytest.skip("about SQLite")
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA recursive_triggers").fetchone() == (1,)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)


def in_production(tmp_path, code: str) -> str:
    """What a Python line says in a process of its own under production settings."""
    done = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); from django.core.cache import cache; {code}"],
        cwd=settings.ROOT,
        env={
            "PATH": os.environ["PATH"],
            "DJANGO_SETTINGS_MODULE": "curriculum.site.settings.production",
            "CUIDAR_VAR": str(tmp_path),
            **DECIDED,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_what_one_process_counts_the_others_know(tmp_path):
    """Otherwise every further process would allow as many wrong passwords again."""
    in_production(tmp_path, "cache.set('tries', 5)")
    assert in_production(tmp_path, "print(cache.get('tries'))") == "5"
