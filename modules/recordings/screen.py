"""What the recording panel shows."""

from typing import Any

from django.urls import reverse

from modules.models import Lesson, LessonPage

from .checking import MOST_MEGABYTES
from .queries import recorded_voice

TEMPLATE = "modules/admin/recording.html"


def recording_context(page: LessonPage, *, may_record: bool, fault: str = "") -> dict[str, Any]:
    """A page's recording and where to send another. Before its first publication a lesson cannot have one."""
    is_published = bool(page.pk) and Lesson.objects.filter(key=page.translation_key).exists()
    if not is_published:
        return {"is_published": False}
    return {
        "is_published": True,
        "may_record": may_record,
        "fault": fault,
        "recording": recorded_voice(page),
        "keep_url": reverse("modules_recordings:keep", args=[page.pk]),
        "take_away_url": reverse("modules_recordings:take_away", args=[page.pk]),
        "most_megabytes": MOST_MEGABYTES,
    }
