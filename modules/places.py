"""Lessons as places that other plugins may point at."""

from django.core.exceptions import ValidationError
from django.urls import reverse

from curriculum.api import Place, Pointer, Visitor

from .languages import page_for_reader
from .models import Lesson
from .permissions import reader_of
from .queries import lesson_pages

LESSON = "lesson"


def find_lesson(user: Visitor, key: str) -> Place | None:
    """A lesson for those who may read it; None for everybody else and for a key of none."""
    try:
        lesson = Lesson.objects.current().select_related("module", "institution").filter(key=key).first()
    except ValidationError:
        return None
    if lesson is None or not reader_of(user, lesson.module).may_read:
        return None
    page = page_for_reader(lesson_pages(), lesson.key)
    if page is None:
        return None
    url = reverse("modules:lesson", args=[lesson.key])
    return Place(Pointer(LESSON, key), page.title, lesson.institution_id, url)
