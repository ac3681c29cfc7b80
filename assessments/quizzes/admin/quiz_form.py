"""The form of a quiz."""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from assessments.admin import InstitutionForm
from assessments.quizzes.method import METHOD
from assessments.quizzes.models import Quiz
from assessments.quizzes.models.question import new_key

from .question_form import LANGUAGES


class QuizForm(InstitutionForm):
    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        institution, module = cleaned.get("institution"), cleaned.get("module")
        if not any(cleaned.get(f"title_{code}") for code in LANGUAGES):
            self.add_error(f"title_{LANGUAGES[0]}", _("Give the quiz a title."))
        if institution and module and module.institution_id != institution.pk:
            self.add_error("module", _("This module belongs to another institution. Choose one of yours."))
        unit_key = cleaned.get("unit_key")
        if institution and unit_key and not _has_unit(institution, unit_key):
            self.add_error(
                "unit_key", _("No unit of this institution has that key. Correct it, or leave it empty.")
            )
        return cleaned

    def is_valid(self) -> bool:
        """Also that its questions are there and its own; the rows are read after the form itself."""
        if not super().is_valid():
            return False
        chosen = [
            row.cleaned_data["question"]
            for row in self.formsets["places"].forms
            if not row.cleaned_data.get("DELETE")
        ]
        if not chosen:
            self.add_error(None, _("A quiz needs questions. Add at least one."))
        elif len({question.pk for question in chosen}) < len(chosen):
            self.add_error(None, _("One question stands here twice. Remove one of the two."))
        elif any(question.institution_id != self.cleaned_data["institution"].pk for question in chosen):
            self.add_error(None, _("A question belongs to another institution. Choose questions of yours."))
        return not self.errors

    def save(self, commit: bool = True) -> Quiz:
        quiz: Quiz = self.instance
        quiz.method = METHOD
        if not quiz.key:
            quiz.key = f"{slugify(quiz.title)[:60]}-{new_key()}".strip("-")
        return super().save(commit=commit)


def _has_unit(institution: Any, key: str) -> bool:
    return institution.standards.filter(versions__units__key=key).exists()
