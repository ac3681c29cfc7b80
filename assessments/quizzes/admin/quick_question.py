"""A new question from where a quiz asks for one: everything on one short form, in one language."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from assessments.quick_forms import QuickForm
from assessments.quizzes.content import QuestionContent, QuestionType
from assessments.quizzes.models import AcceptedAnswer, Option, Question
from assessments.quizzes.models.question import TYPES
from assessments.quizzes.validation import content_faults
from curriculum.api import columns_of

from .answer_lines import read_lines

QUICK_TYPES = [(kind, label) for kind, label in TYPES if kind != QuestionType.PICTURE.value]


class QuickQuestionForm(QuickForm):
    type = forms.ChoiceField(label=_("kind of question"), choices=QUICK_TYPES)
    text = forms.CharField(label=_("The question"), widget=forms.Textarea(attrs={"rows": 2}))
    answers = forms.CharField(
        label=_("Answers, one on each line"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "Choices: a star * before the right ones. Steps: in the right order. Pairs: left = right. "
            "True or false: write that word. A number: such as 2.5. Words: each way of writing them on its own line."
        ),
    )
    feedback_correct = forms.CharField(
        label=_("What she reads when it is right"), widget=forms.Textarea(attrs={"rows": 2})
    )
    feedback_wrong = forms.CharField(
        label=_("What she reads when it is not right yet: explain why"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            self.content = self._content(cleaned)
            for fault in content_faults(self.content, [self.language]):
                values = dict(fault.values)
                if "language" in values:
                    values["language"] = get_language_info(values["language"])["name_translated"]
                self.add_error("answers", _now(fault.message) % values)
        return cleaned

    def _content(self, cleaned: dict[str, Any]) -> QuestionContent:
        content = read_lines(QuestionType(cleaned["type"]), cleaned["answers"], self.language)
        content["text"] = {self.language: cleaned["text"]}
        content["feedback_correct"] = {self.language: cleaned["feedback_correct"]}
        content["feedback_wrong"] = {self.language: cleaned["feedback_wrong"]}
        return content

    @transaction.atomic
    def save(self) -> Question:
        content = self.content
        question = Question.objects.create(
            institution=self.cleaned_data["institution"],
            type=content["type"],
            is_true=content["is_true"],
            answer=Decimal(content["answer"]) if content["answer"] else None,
            **columns_of("text", content["text"]),
            **columns_of("feedback_correct", content["feedback_correct"]),
            **columns_of("feedback_wrong", content["feedback_wrong"]),
        )
        for place, option in enumerate(content["options"]):
            Option.objects.create(
                question=question,
                sort_order=place,
                correct=option["correct"],
                **columns_of("text", option["text"]),
                **columns_of("match", option["match"]),
            )
        for place, words in enumerate(content["accepted"].get(self.language, [])):
            AcceptedAnswer.objects.create(
                question=question, sort_order=place, language=self.language, text=words
            )
        return question
