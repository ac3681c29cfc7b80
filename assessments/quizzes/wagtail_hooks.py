"""What quizzes add to the CMS."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from assessments.admin import InstitutionPolicy
from assessments.quick_forms import register_quick_form

from .admin.quick_quiz import QuickQuizForm
from .admin.viewsets import QuizGroup
from .method import METHOD
from .models import Question, Quiz

for model in (Question, Quiz):
    register_permission_policy(model, InstitutionPolicy(model), exact_class=True)
register_snippet(QuizGroup)
register_quick_form(METHOD, QuickQuizForm)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern | URLResolver]:
    return [path("quiz-results/", include("assessments.quizzes.admin_urls"))]


@hooks.register("before_delete_snippet")
def keep_what_was_answered(request: HttpRequest, instances: Iterable[Any]) -> HttpResponseRedirect | None:
    """Attempts outlive everything, so a quiz that somebody has answered is closed and never deleted."""
    answered = [quiz for quiz in instances if isinstance(quiz, Quiz) and quiz.attempts.exists()]
    if not answered:
        return None
    text = _("Learners have answered “%(quiz)s”. It cannot be deleted. Close it: untick “open to learners”.")
    messages.error(request, text % {"quiz": answered[0]})
    return redirect(Quiz.snippet_viewset.get_url_name("list"))
