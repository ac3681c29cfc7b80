"""The list of what a phone fetches to keep something: each address with its size and its digest."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.template.defaultfilters import filesizeformat
from django.utils.translation import ngettext

from .enums import FileKind

FRAME_BYTES = 7_500
"""About what stands round the text of each page: head, menus, foot."""
SECONDS_KEPT = 24 * 60 * 60  # a stored file keeps its name only as long as it keeps its contents


@dataclass(frozen=True, slots=True)
class FileToKeep:
    """One address. `bytes` is what it takes on the phone, for pages about; `digest` changes with the contents."""

    url: str
    kind: FileKind
    bytes: int
    digest: str


def page_to_keep(url: str, kind: FileKind, text: str) -> FileToKeep:
    """A page by the text in it."""
    return FileToKeep(url, kind, FRAME_BYTES + len(text.encode()), digest_of(text))


def stored_file(name: str, kind: FileKind) -> FileToKeep:
    """A file of the default storage, such as a picture; asks the storage for its size once a day."""
    size = cache.get_or_set(f"curriculum:bytes:{digest_of(name)}", lambda: _size(name), SECONDS_KEPT) or 0
    return FileToKeep(default_storage.url(name), kind, size, digest_of(f"{name}:{size}"))


def _size(name: str) -> int:
    """A file that is missing weighs nothing; the page shows its words instead."""
    try:
        return default_storage.size(name)
    except OSError:
        return 0


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def version_of(files: Iterable[FileToKeep]) -> str:
    """The same as long as nothing in the list has changed."""
    return digest_of("\n".join(f"{file.url} {file.digest}" for file in files))


def in_words(files: Sequence[FileToKeep]) -> str:
    """What it is and how much, as a person says it: "10 lessons, 9 quizzes, 4 pictures: 1.2 MB"."""
    counts = {kind: sum(file.kind is kind for file in files) for kind in FileKind}
    parts = [
        ngettext("%(count)s lesson", "%(count)s lessons", counts[FileKind.LESSON]),
        ngettext("%(count)s quiz", "%(count)s quizzes", counts[FileKind.ASSESSMENT]),
        ngettext("%(count)s picture", "%(count)s pictures", counts[FileKind.PICTURE]),
        ngettext("%(count)s recording", "%(count)s recordings", counts[FileKind.SOUND]),
    ]
    kinds = (FileKind.LESSON, FileKind.ASSESSMENT, FileKind.PICTURE, FileKind.SOUND)
    said = [part % {"count": counts[kind]} for part, kind in zip(parts, kinds, strict=True) if counts[kind]]
    return f"{', '.join(said)}: {filesizeformat(sum(file.bytes for file in files))}"
