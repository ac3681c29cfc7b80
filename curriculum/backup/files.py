"""What the site's storages hold: uploads, private documents, whatever an adopter has added."""

from collections.abc import Iterator
from posixpath import join
from typing import IO

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.files import File
from django.core.files.storage import Storage, storages
from django.utils.translation import gettext as _

from .errors import BackupRefused, DamagedArchive

PREFIX = "files/"
MADE_ANEW = {"staticfiles"}


def storages_kept() -> dict[str, Storage]:
    """By their names in STORAGES; static files are part of the release."""
    return {name: storages[name] for name in settings.STORAGES if name not in MADE_ANEW}


def all_files() -> list[tuple[str, Storage, str]]:
    """Every file: its name in an archive, its storage, its name there; in a steady order."""
    return [
        (f"{PREFIX}{alias}/{name}", storage, name)
        for alias, storage in storages_kept().items()
        for name in sorted(_below(storage, ""))
    ]


def _below(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in files:
        yield join(folder, name)
    for name in folders:
        yield from _below(storage, join(folder, name))


def put_back(member: str, content: IO[bytes]) -> None:
    """Store a file under the name that it had; raises BackupRefused where this site has no such storage,
    DamagedArchive for a name that leads out of it.
    """
    alias, _slash, name = member.removeprefix(PREFIX).partition("/")
    if alias not in storages_kept():
        message = _("The archive has files of a storage “%(name)s”. Add it to STORAGES, then try again.")
        raise BackupRefused(message % {"name": alias})
    storage = storages_kept()[alias]
    try:
        if storage.exists(name):  # left by an attempt that was interrupted
            storage.delete(name)
        storage.save(name, File(_Readable(content), name=name))  # type: ignore[arg-type]
    except SuspiciousOperation as error:
        raise DamagedArchive(_("%(name)s would lie outside of its folder.") % {"name": member}) from error


class _Readable:
    """A member of a stream as Django's File reads one: forwards only."""

    def __init__(self, content: IO[bytes]) -> None:
        self.content = content

    def read(self, size: int = -1) -> bytes:
        return self.content.read(size)
