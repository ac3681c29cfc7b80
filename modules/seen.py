"""The pages of teaching that a trainer can see as her learner sees them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from curriculum.api import SeenPage

from .models import Lesson, ModulePage


def _of_module(keys: Mapping[str, Any]) -> int | None:
    pages = ModulePage.objects.filter(translation_key=keys["key"])
    return pages.values_list("module__institution_id", flat=True).first()


def _of_lesson(keys: Mapping[str, Any]) -> int | None:
    return Lesson.objects.filter(key=keys["key"]).values_list("institution_id", flat=True).first()


SEEN_PAGES = (
    SeenPage("modules:module", _("module"), _of_module),
    SeenPage("modules:lesson", _("lesson"), _of_lesson),
    SeenPage("modules:lesson_done", _("lesson"), _of_lesson),
)
