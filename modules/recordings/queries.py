"""Where a lesson's recording is heard, and how heavy it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from modules.models import LessonPage, LessonRecording


@dataclass(frozen=True, slots=True)
class RecordedVoice:
    """A recording as readers and the offline copy need it: its address, bytes, and seconds where known."""

    url: str
    size: int
    seconds: int | None

    @property
    def minutes(self) -> int:
        """Whole minutes of its length; the rest stands in `rest`."""
        return (self.seconds or 0) // 60

    @property
    def rest(self) -> int:
        return (self.seconds or 0) % 60


def with_recording(pages: QuerySet[LessonPage]) -> QuerySet[LessonPage]:
    """Pages that know their recording, so that `recorded_voice` asks nothing more for them."""
    kept = LessonRecording.objects.filter(
        lesson=OuterRef("translation_key"), language=OuterRef("locale__language_code")
    )
    fields = JSONObject(file="file", size="size", seconds="seconds")
    return pages.annotate(recording=Subquery(kept.values(fields=fields)[:1]))


def recorded_voice(page: LessonPage) -> RecordedVoice | None:
    """The recording of this lesson in the language of this page; None where nobody recorded one.

    One query, or none for pages of `with_recording`.
    """
    kept = page.recording if hasattr(page, "recording") else _kept_for(page)
    return RecordedVoice(default_storage.url(kept["file"]), kept["size"], kept["seconds"]) if kept else None


def _kept_for(page: LessonPage) -> Mapping[str, Any] | None:
    found = LessonRecording.objects.filter(lesson=page.translation_key, language=page.locale.language_code)
    return found.values("file", "size", "seconds").first()
