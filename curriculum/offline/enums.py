"""The closed lists of the room."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class ActOutcome(models.TextChoices):
    """How an act was answered for good."""

    DONE = "done", _("Done")
    REFUSED = "refused", _("Not possible")


class FileKind(StrEnum):
    """What a file on the phone is, so that its size can be told in words."""

    MODULE = "module"
    LESSON = "lesson"
    ASSESSMENT = "assessment"
    PICTURE = "picture"
    SOUND = "sound"
