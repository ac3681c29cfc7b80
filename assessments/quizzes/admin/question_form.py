"""The form of a question: what is still missing is said beside the field, in plain words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from modeltranslation.settings import AVAILABLE_LANGUAGES

from assessments.admin import InstitutionForm
from assessments.quizzes.bank import plain
from assessments.quizzes.content import OptionContent, QuestionContent, Texts
from assessments.quizzes.validation import ContentFault, content_faults

LANGUAGES = [code for code, _name in settings.LANGUAGES if code in AVAILABLE_LANGUAGES]
"""The languages that the site offers, in its order."""

TRANSLATED = {"text", "match", "feedback", "unit", "feedback_correct", "feedback_wrong"}


def _texts(cleaned: dict[str, Any], name: str) -> Texts:
    return {code: cleaned[f"{name}_{code}"] for code in LANGUAGES if cleaned.get(f"{name}_{code}")}


class QuestionForm(InstitutionForm):
    """Accepts a question only if it can be asked in every language in which its text has been written."""

    class Media:
        js = [forms.Script("quizzes/question-form.js", type="module")]
        css = {"all": ["quizzes/question-form.css"]}

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        content = self._content()
        languages = list(content["text"]) or LANGUAGES[:1]
        faults = list(content_faults(content, languages))
        for fault in faults:
            self._say(fault)
        return not faults

    def _rows(self, name: str) -> list[forms.ModelForm]:
        """The forms of a question's rows that stay, in their order on the screen."""
        rows = [row for row in self.formsets[name].forms if not row.cleaned_data.get("DELETE")]
        return sorted(rows, key=lambda row: row.cleaned_data.get("ORDER") or 0)

    def _content(self) -> QuestionContent:
        cleaned = self.cleaned_data
        accepted: dict[str, list[str]] = {}
        for row in self._rows("accepted_answers"):
            accepted.setdefault(row.cleaned_data["language"], []).append(row.cleaned_data["text"])
        return {
            "key": self.instance.key,
            "type": cleaned["type"],
            "points": cleaned["points"],
            "text": _texts(cleaned, "text"),
            "options": [self._option(number, row) for number, row in enumerate(self._rows("options"))],
            "is_true": cleaned["is_true"],
            "answer": plain(cleaned["answer"]),
            "tolerance": plain(cleaned["tolerance"]),
            "unit": _texts(cleaned, "unit"),
            "accepted": accepted,
            "feedback_correct": _texts(cleaned, "feedback_correct"),
            "feedback_wrong": _texts(cleaned, "feedback_wrong"),
        }

    def _option(self, number: int, row: forms.ModelForm) -> OptionContent:
        return {
            "key": str(number),
            "text": _texts(row.cleaned_data, "text"),
            "match": _texts(row.cleaned_data, "match"),
            "correct": row.cleaned_data["correct"],
            "feedback": _texts(row.cleaned_data, "feedback"),
            "picture": str(row.cleaned_data["picture"] or ""),
        }

    def _say(self, fault: ContentFault) -> None:
        """Put a fault beside the field it is about, or above the form when it is about all rows."""
        values = dict(fault.values)
        if "language" in values:
            values["language"] = get_language_info(values["language"])["name_translated"]
        message = _(fault.message) % values
        match fault.place:
            case ("options", int(number), *rest):
                self._rows("options")[number].add_error(_field(rest), message)
            case ("options" | "accepted", *_rest):
                self.add_error(None, message)
            case place:
                self.add_error(_field(place), message)


def _field(place: Iterable[str | int]) -> str:
    """The name of the form's field: ("text", "pt") is text_pt."""
    name, *language = map(str, place)
    return f"{name}_{language[0]}" if language and name in TRANSLATED else name
