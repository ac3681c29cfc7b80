"""Voice notes: known by their content, never by their name, and kept where no address leads."""

from dataclasses import dataclass
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.files.uploadedfile import UploadedFile

from .errors import NoVoice

LONGEST_SECONDS = 60
# A minute of speech takes a phone 0.1 to 1 MB; whatever is larger is no minute of speech.
LARGEST_BYTES = 2 * 1024 * 1024
FEWEST_BYTES = 64
TYPES = {
    "webm": "audio/webm",
    "ogg": "audio/ogg",
    "m4a": "audio/mp4",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """A checked recording, not yet kept."""

    content: bytes
    kind: str


def listen(file: UploadedFile) -> Voice:
    """Look at what was sent. Raises NoVoice for anything that is not a short recording."""
    if file.size is None or not FEWEST_BYTES <= file.size <= LARGEST_BYTES:
        raise NoVoice
    content = file.read()
    kind = kind_of(content)
    if kind is None:
        raise NoVoice
    return Voice(content, kind)


def kind_of(content: bytes) -> str | None:
    """Which of the containers that phones record into this is, by its first bytes."""
    if content.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in content[:64]:
        return "webm"
    if content.startswith(b"OggS"):
        return "ogg"
    if content[4:8] == b"ftyp":
        return "m4a"
    if content.startswith(b"RIFF") and content[8:12] == b"WAVE":
        return "wav"
    if content.startswith((b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")):
        return "mp3"
    return None


def keep(voice: Voice, *, institution_id: int, uuid: UUID) -> str:
    """Put it into the private storage; the name under which it lies there."""
    name = f"circles/voice/{institution_id}/{uuid}.{voice.kind}"
    return storages["private"].save(name, ContentFile(voice.content))


def content_type(name: str) -> str:
    return TYPES[name.rsplit(".", 1)[-1]]
