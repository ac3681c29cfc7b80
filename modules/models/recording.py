"""A lesson read aloud by a person, in one language."""

from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .lesson import Lesson


def recording_name(recording: "LessonRecording", filename: str) -> str:
    """Where the file is kept: a name that says nothing and is never used twice, so that browsers may keep it."""
    return f"recordings/{uuid4().hex}{PurePath(filename).suffix}"


class LessonRecording(models.Model):
    """What is heard in place of the device's voice. It hangs on no page: it outlives revisions of the text.

    `seconds` is None where the trainer's browser could not tell; `size` is in bytes.
    """

    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="recordings")
    language = models.CharField(_("language"), max_length=10)
    file = models.FileField(_("audio file"), upload_to=recording_name)
    size = models.PositiveIntegerField(_("size"))
    seconds = models.PositiveIntegerField(_("seconds"), null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        verbose_name = _("recording of a lesson")
        verbose_name_plural = _("recordings of lessons")
        constraints = [
            models.UniqueConstraint(fields=["lesson", "language"], name="recording_once_in_language")
        ]

    def __str__(self) -> str:
        return f"{self.lesson} ({self.language})"
