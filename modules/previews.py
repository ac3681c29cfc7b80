"""A lesson as its author sees it before it is published: the draft itself, nothing from a cache."""

from typing import Any

from django.http import HttpRequest

from .models import LessonPage, ModulePage
from .rendering import draw_parts, render_text, with_emergency_number


def lesson_preview(page: LessonPage, request: HttpRequest) -> dict[str, Any]:
    """The context of the preview's template."""
    module_page = ModulePage.objects.parent_of(page).select_related("module__institution").first()
    number = module_page.module.institution.emergency_number if module_page else ""
    text = render_text(page)
    return {
        "page": page,
        "emergency_number": number,
        "title": with_emergency_number(page.title, number),
        "opening": with_emergency_number(text.opening, number),
        "text": text,
        "parts": draw_parts(text, request, number),
    }
