"""Whole sites for the tests of backups: a database of their own and folders of their own, thrown away afterwards."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connections
from django.test import override_settings

from modules.services import complete_lesson
from tests.concurrency.conftest import copy_of, throw_away
from tests.modules.school import lesson_of, make_learner, make_lesson, make_school, reward_module


@contextmanager
def a_site(folder: Path) -> Iterator[Path]:
    """A site that was set up and migrated, and nothing more; its folder. Its database sees other processes."""
    folder.mkdir()
    ordinary, was = connections["default"], connections.settings["default"]
    connections.settings["default"] = {**was, "NAME": copy_of(ordinary, folder)}
    connections["default"] = connections.create_connection("default")
    try:
        with override_settings(STORAGES=_storages(folder)):
            yield folder
    finally:
        connections["default"].close()
        connections.settings["default"], connections["default"] = was, ordinary
        throw_away(ordinary)


def _storages(folder: Path) -> dict[str, dict[str, object]]:
    disk = "django.core.files.storage.FileSystemStorage"
    places = {"default": "media", "private": "private"}  # as in the settings, where CUIDAR_VAR is the folder
    own = {name: {"BACKEND": disk, "OPTIONS": {"location": folder / at}} for name, at in places.items()}
    return {**settings.STORAGES, **own}


def environment(folder: Path) -> dict[str, str]:
    """For a process of its own that works on the site of `a_site`."""
    name = str(connections["default"].settings_dict["NAME"])
    if connections["default"].vendor == "sqlite":
        url = f"sqlite:///{name}"
    else:
        url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    return {
        **os.environ,
        "DATABASE_URL": url,
        "CUIDAR_VAR": str(folder),
        "DJANGO_SETTINGS_MODULE": "curriculum.site.settings.test",
    }


def fill() -> None:
    """A school where two learners have earned an award, an upload, and a private document."""
    school = make_school("escuela")
    reward_module(school, school.module_page.module)
    lesson = lesson_of(make_lesson(school.module_page, "Higiene"))
    for name in ("ana", "berta"):
        participation = make_learner(name, school)
        complete_lesson(lesson=lesson, participation=participation, recorded_by=None)
    storages["default"].save("images/manos.png", ContentFile(b"\x89PNG manos"))
    storages["default"].save("documents/vacío.txt", ContentFile(b""))
    storages["private"].save("jobs/2026/03/expediente.pdf", ContentFile(b"%PDF " + bytes(3_000_000)))
