"""Backing a site up, and making an empty site into the one that was backed up."""

import os
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from django.core.cache import cache
from django.core.files.storage import Storage
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.credentials.verifying import verify_awards
from curriculum.records import guards
from curriculum.standards.memory import forget_everything

from .archive import DATABASE, Manifest, Tell, Writer, members_of, publish, read_manifest, verify, workshop
from .databases import copy_database, fill_database, tables_in_use
from .errors import BackupRefused, DamagedArchive
from .files import PREFIX, all_files, put_back
from .keys import keys_of_this_site, lock_keys, prints_of


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back. `strange_keys` are those that this site has otherwise than the one backed up;
    `differences` is what `verify_awards` found."""

    manifest: Manifest
    strange_keys: tuple[str, ...]
    differences: tuple[str, ...]


def back_up(target: Path, *, passphrase: str | None, tell: Tell) -> Manifest:
    """Write an archive and, beside it as `<target>.keys`, its keys; both appear only when they are whole.

    The database is copied first: every file that it names and that nobody deleted since is in the archive too.
    Raises BackupRefused, DamagedArchive, OSError; then nothing has appeared. Without a passphrase no keys are kept.
    """
    if target.exists():
        raise BackupRefused(_("%(name)s is there already. Choose another name.") % {"name": target})
    keys = keys_of_this_site()
    with workshop(target.parent) as place:
        locked = place / "keys"
        if passphrase is not None:
            _write_private(locked, lock_keys(keys, passphrase))
        written = place / "archive"
        _write_private(written, b"")
        manifest = _write(written, place / "database", prints_of(keys), tell)
        verify(written, tell)
        if passphrase is not None:
            publish(locked, keys_beside(target))
        publish(written, target)
    return manifest


def keys_beside(target: Path) -> Path:
    return target.with_name(f"{target.name}.keys")


def _write(written: Path, copied: Path, prints: dict[str, str], tell: Tell) -> Manifest:
    counts = copy_database(copied)
    manifest = Manifest(timezone.now().isoformat(), _version(), connection.vendor, counts, prints)
    files = all_files()
    with tarfile.open(written, "w|", format=tarfile.PAX_FORMAT) as tar:
        writer = Writer(tar, manifest)
        with copied.open("rb") as content:
            writer.add(DATABASE, content, copied.stat().st_size)
        tell(1, len(files) + 1, DATABASE)
        copied.unlink()
        for number, (member, storage, name) in enumerate(files, start=2):
            _add_file(writer, member, storage, name)
            tell(number, len(files) + 1, member)
        writer.close()
    return manifest


def _add_file(writer: Writer, member: str, storage: Storage, name: str) -> None:
    """A file that was deleted since the listing was meant to go."""
    try:
        size, content = storage.size(name), storage.open(name)
    except FileNotFoundError:
        return
    with content:
        writer.add(member, content, size)


def _write_private(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)


def _version() -> str:
    try:
        return version("cuidar")
    except PackageNotFoundError:
        return ""


def restore(archive: Path, *, tell: Tell) -> Restored:
    """Make this empty site the one that was backed up: files, database, migrations, guards; then ask every award.

    Everything is read and compared before anything is written, and the database comes last and at once: after an
    interruption the same command can be given again. Raises BackupRefused on a site that is in use,
    DamagedArchive before anything was written.
    """
    manifest = read_manifest(archive)
    _refuse_unless_fitting(manifest)
    verify(archive, tell)
    with _unpacked(archive, manifest, tell) as copied:
        counts = fill_database(copied)
    if counts != manifest.counts:
        wrong = sorted(
            name for name in counts | manifest.counts if counts.get(name) != manifest.counts.get(name)
        )
        raise DamagedArchive(_("Rows are missing in: %(tables)s.") % {"tables": ", ".join(wrong)})
    call_command("migrate", verbosity=0, interactive=False)
    guards.install(connection)
    cache.clear()
    forget_everything()
    ours = prints_of(keys_of_this_site())
    strange = tuple(name for name, print_ in manifest.keys.items() if ours.get(name) != print_)
    return Restored(manifest, strange, tuple(str(difference) for difference in verify_awards()))


def _refuse_unless_fitting(manifest: Manifest) -> None:
    if manifest.engine != connection.vendor:
        message = _("The backup is of %(theirs)s, and this site has %(ours)s. Set DATABASE_URL accordingly.")
        raise BackupRefused(message % {"theirs": manifest.engine, "ours": connection.vendor})
    used = tables_in_use()
    if used:
        message = _(
            "This site is in use: there are rows in %(tables)s. Nothing was changed. "
            "Restore onto a new database and new folders."
        )
        raise BackupRefused(message % {"tables": ", ".join(used[:5])})
    known = {member.name for member in manifest.members}
    strangers = [name for name, _storage, _name in all_files() if name not in known]
    if strangers:
        message = _(
            "There are files here already, such as %(name)s. Nothing was changed. "
            "Restore onto a new database and new folders."
        )
        raise BackupRefused(message % {"name": strangers[0]})


@contextmanager
def _unpacked(archive: Path, manifest: Manifest, tell: Tell) -> Iterator[Path]:
    """The files in their places, and the database's copy for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="cuidar-restore-") as place:
        copied = Path(place) / DATABASE
        for number, (member, content) in enumerate(members_of(archive, manifest), start=1):
            if member.name == DATABASE:
                with copied.open("wb") as file:
                    while chunk := content.read(1024 * 1024):
                        file.write(chunk)
            elif member.name.startswith(PREFIX):
                put_back(member.name, content)
            tell(number, len(manifest.members), member.name)
        yield copied
