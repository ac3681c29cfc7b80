"""A new quiz from where a lesson asks for an assessment: a title now, the questions next."""

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from assessments.quick_forms import QuickForm
from assessments.quizzes.method import METHOD
from assessments.quizzes.models import Quiz
from assessments.quizzes.models.question import new_key
from curriculum.api import columns_of


class QuickQuizForm(QuickForm):
    title = forms.CharField(
        label=_("Title of the quiz"),
        max_length=250,
        help_text=_(
            "Create it, then press “Edit this assessment” in your lesson. "
            "It opens beside the lesson, and you write its questions."
        ),
    )

    def save(self) -> Quiz:
        title = self.cleaned_data["title"]
        return Quiz.objects.create(
            institution=self.cleaned_data["institution"],
            key=f"{slugify(title)[:60]}-{new_key()}".strip("-"),
            method=METHOD,
            **columns_of("title", {self.language: title}),
        )
