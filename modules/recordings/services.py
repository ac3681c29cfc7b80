"""Keeping a recording, and taking it away again."""

from typing import TYPE_CHECKING

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from modules.models import LessonPage, LessonRecording

from .checking import audio_ending

if TYPE_CHECKING:
    from curriculum.api import Account

KEPT, TAKEN = "modules.recording.kept", "modules.recording.taken"


@transaction.atomic
def keep_recording(
    *, page: LessonPage, upload: UploadedFile, seconds: int | None, recorded_by: "Account"
) -> LessonRecording:
    """The recording of a published lesson in the language of its page; an earlier one gives way.

    Raises ValidationError where the file is no audio or too large.
    """
    upload.name = f"recording{audio_ending(upload)}"
    _discard(page)
    recording = LessonRecording.objects.create(
        lesson_id=page.translation_key,
        language=page.locale.language_code,
        file=upload,
        size=upload.size or 0,
        seconds=seconds,
        recorded_by=recorded_by,
        recorded_at=timezone.now(),
    )
    log(instance=page, action=KEPT, user=recorded_by)
    return recording


@transaction.atomic
def take_recording_away(*, page: LessonPage, taken_by: "Account") -> None:
    """Back to the device's voice. Doing it twice is doing it once."""
    if _discard(page):
        log(instance=page, action=TAKEN, user=taken_by)


def _discard(page: LessonPage) -> bool:
    old = LessonRecording.objects.select_for_update().filter(
        lesson_id=page.translation_key, language=page.locale.language_code
    )
    found = old.first()
    if found is None:
        return False
    found.delete()
    storage, name = found.file.storage, str(found.file.name)
    transaction.on_commit(lambda: storage.delete(name))
    return True
