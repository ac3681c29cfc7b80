"""What the core of assessments must know of quizzes."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.models import Assessment

from .copying import copy_quiz
from .models import Quiz, QuizQuestion
from .queries import glance_at

METHOD = "quiz"


class QuizMethod:
    key = METHOD
    label = _("Quiz")
    block_template = "quizzes/block.html"

    def address(self, assessment: Assessment) -> str:
        return reverse("quizzes:quiz", args=[assessment.uuid])

    def block_context(self, assessment: Assessment, request: HttpRequest | None) -> dict[str, Any]:
        user = getattr(request, "user", None)
        return {"glance": glance_at(assessment.pk, user)}

    def what_is_missing(self, assessment: Assessment) -> str | Promise:
        if QuizQuestion.objects.filter(quiz_id=assessment.pk).exists():
            return ""
        return _("This quiz has no questions yet. Open it and add some.")

    def change_address(self, assessment: Assessment) -> str:
        return reverse(Quiz.snippet_viewset.get_url_name("edit"), args=[assessment.pk])

    def copy(self, assessment: Assessment) -> Assessment:
        return copy_quiz(Quiz.objects.get(pk=assessment.pk)).assessment_ptr
