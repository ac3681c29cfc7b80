"""One tar archive with a manifest of digests, written in a stream and seen under its name only when whole.

database                       a copy of SQLite's file, or PostgreSQL's custom dump
files/<storage>/<name>         uploads and private documents
manifest.json                  last: what stands above, with sizes in bytes and SHA-256
"""

import hashlib
import io
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _

from .errors import BackupRefused, DamagedArchive

FORMAT = "cuidar/backup/1"
MANIFEST, DATABASE = "manifest.json", "database"
WORKSHOP = ".cuidar-backup-"
CHUNK = 1024 * 1024

Tell = Callable[[int, int, str], None]
"""Progress: how many members are done, of how many, and the name of this one."""


@dataclass(frozen=True, slots=True)
class Member:
    """One thing in the archive; `size` in bytes."""

    name: str
    size: int
    sha256: str


@dataclass(slots=True)
class Manifest:
    """What an archive holds, and of which site.

    `counts` are rows by table as the snapshot has them; `keys` are prints of the site's keys, which give none away.
    """

    made_at: str
    version: str
    engine: str
    counts: dict[str, int]
    keys: dict[str, str]
    format: str = FORMAT
    members: list[Member] = field(default_factory=list)

    def encoded(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()

    @classmethod
    def decoded(cls, content: bytes) -> "Manifest":
        """Raises DamagedArchive for what is no manifest of this format."""
        try:
            values: dict[str, Any] = json.loads(content)
            if values["format"] != FORMAT:
                raise DamagedArchive(
                    _("This archive has another format: %(name)s.") % {"name": values["format"]}
                )
            return cls(**{**values, "members": [Member(**member) for member in values["members"]]})
        except (ValueError, KeyError, TypeError) as error:
            raise DamagedArchive(_("The list of contents of this archive cannot be read.")) from error


class Writer:
    """Adds members to the stream and notes their digests."""

    def __init__(self, tar: tarfile.TarFile, manifest: Manifest) -> None:
        self.tar, self.manifest = tar, manifest

    def add(self, name: str, content: IO[bytes], size: int) -> None:
        """Raises DamagedArchive where the content is shorter than it said."""
        reading = _Digesting(content, size)
        info = tarfile.TarInfo(name)
        info.size, info.mode = size, 0o600
        try:
            self.tar.addfile(info, reading)  # type: ignore[arg-type]
        except OSError as error:
            if reading.left:
                raise DamagedArchive(_("%(name)s changed while it was read.") % {"name": name}) from error
            raise
        self.manifest.members.append(Member(name, size, reading.digest.hexdigest()))

    def close(self) -> None:
        content = self.manifest.encoded()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mode = len(content), 0o600
        self.tar.addfile(info, io.BytesIO(content))


class _Digesting:
    """Reads as many bytes as were promised, and digests them on their way."""

    def __init__(self, content: IO[bytes], size: int) -> None:
        self.content, self.left, self.digest = content, size, hashlib.sha256()

    def read(self, size: int) -> bytes:
        chunk = self.content.read(min(size, self.left))
        self.left -= len(chunk)
        self.digest.update(chunk)
        return chunk


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """A place beside the archives for what is not yet whole; what a dead run left there is cleared away first.

    Raises BackupRefused while another backup writes into the same folder.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{WORKSHOP}lock").open("w") as lock:
        try:
            flock(lock, LOCK_EX | LOCK_NB)
        except BlockingIOError as error:
            raise BackupRefused(_("Another backup is being written here. Wait until it is done.")) from error
        for left in folder.glob(f"{WORKSHOP}*"):
            if left.is_dir():
                shutil.rmtree(left)
        place = Path(tempfile.mkdtemp(prefix=WORKSHOP, dir=folder))
        try:
            yield place
        finally:
            shutil.rmtree(place, ignore_errors=True)


def publish(written: Path, target: Path) -> None:
    """Give the finished file its name, and see to it that a power cut does not take it back."""
    with written.open("rb") as content:
        os.fsync(content.fileno())
    written.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def read_manifest(archive: Path) -> Manifest:
    """Raises DamagedArchive where there is none that can be read."""
    try:
        with tarfile.open(archive, "r:") as tar:
            found = tar.extractfile(MANIFEST)
            if found is None:
                raise DamagedArchive(_("This archive has no list of contents."))
            return Manifest.decoded(found.read())
    except (tarfile.TarError, KeyError, OSError) as error:
        message = _("%(name)s is no whole backup: it was not written to its end, or is something else.")
        raise DamagedArchive(message % {"name": archive.name}) from error


def members_of(archive: Path, manifest: Manifest) -> Iterator[tuple[Member, IO[bytes]]]:
    """Each member with its content, in the order written; raises DamagedArchive where names or digests differ.

    A member's digest is compared when the next one is asked for, so read to the end before believing any.
    """
    try:
        yield from _compared(archive, manifest)
    except tarfile.TarError as error:
        raise DamagedArchive(
            _("The archive breaks off or is damaged: %(problem)s") % {"problem": error}
        ) from error


def _compared(archive: Path, manifest: Manifest) -> Iterator[tuple[Member, IO[bytes]]]:
    expected = iter(manifest.members)
    with tarfile.open(archive, "r|") as tar:
        for info in tar:
            if info.name == MANIFEST:
                break
            member, content = next(expected, None), tar.extractfile(info)
            if member is None or content is None or member.name != info.name or member.size != info.size:
                raise DamagedArchive(_("%(name)s is not as the list of contents says.") % {"name": info.name})
            reading = _Digesting(content, member.size)
            yield member, reading  # type: ignore[misc]
            while reading.read(CHUNK):
                pass
            if reading.left or reading.digest.hexdigest() != member.sha256:
                raise DamagedArchive(_("%(name)s is damaged: its digest differs.") % {"name": member.name})
    left = next(expected, None)
    if left is not None:
        raise DamagedArchive(_("%(name)s is missing.") % {"name": left.name})


def verify(archive: Path, tell: Tell) -> Manifest:
    """Read everything and compare; the manifest of a sound archive."""
    manifest = read_manifest(archive)
    for number, (member, _content) in enumerate(members_of(archive, manifest), start=1):
        tell(number, len(manifest.members), member.name)
    return manifest
