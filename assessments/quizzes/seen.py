"""The pages of quizzes that a trainer can see as her learner sees them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from curriculum.api import SeenPage

from .models import Quiz


def _of_quiz(keys: Mapping[str, Any]) -> int | None:
    return Quiz.objects.filter(uuid=keys["quiz_uuid"]).values_list("institution_id", flat=True).first()


SEEN_PAGES = (
    SeenPage("quizzes:quiz", _("quiz"), _of_quiz),
    SeenPage("quizzes:result", _("result of a quiz"), _of_quiz),
)
