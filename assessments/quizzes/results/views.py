"""The results of a group's quizzes, question by question, in the CMS."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.http import Http404
from django.urls import NoReverseMatch, reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from assessments.quizzes.models import Quiz
from curriculum.api import groups_seen_by

from .counting import count_questions
from .queries import answered_quizzes, answers_to

if TYPE_CHECKING:
    from curriculum.models import Group


class ResultsView(WagtailAdminTemplateMixin, TemplateView):
    """One quiz of one group; which one says `?quiz=`, the first one otherwise."""

    page_title = _("Results of the questions")
    header_icon = "help"
    template_name = "quizzes/admin/results.html"

    @cached_property
    def group(self) -> "Group":
        group = groups_seen_by(self.request.user).filter(pk=self.kwargs["group_id"]).first()
        if group is None:
            raise Http404
        return group

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": _address_of(self.group), "label": self.group.name},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        quizzes = answered_quizzes(self.group)
        quiz = self._chosen(quizzes)
        answers = answers_to(self.group, quiz.uuid) if quiz else []
        counts = count_questions(answers, get_language() or "")
        return super().get_context_data(
            group=self.group, quizzes=quizzes, quiz=quiz, counts=counts, attempts=len(answers), **kwargs
        )

    def _chosen(self, quizzes: list[Quiz]) -> Quiz | None:
        asked = self.request.GET.get("quiz")
        if not asked:
            return quizzes[0] if quizzes else None
        try:
            wanted = UUID(asked)
        except ValueError as error:
            raise Http404 from error
        found = next((quiz for quiz in quizzes if quiz.uuid == wanted), None)
        if found is None:
            raise Http404
        return found


def _address_of(group: "Group") -> str:
    """The group's own screen, where a plugin has one."""
    try:
        return reverse("modules_admin:group", args=[group.pk])
    except NoReverseMatch:
        return ""
