"""How the fields of questions and quizzes stand on the screen: the languages side by side, no field without use.

A class `for-…` names the kinds of question that need a part; question-form.css hides it for the others.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)
from wagtail.admin.widgets import AdminAutoHeightTextInput

from .question_form import LANGUAGES, QuestionForm
from .quiz_form import QuizForm

LANGUAGE = forms.Select(choices=[(code, name) for code, name in settings.LANGUAGES if code in LANGUAGES])


GROWING = AdminAutoHeightTextInput(attrs={"rows": 2})


def _languages(name: str, **how: Any) -> list[Panel]:
    return [FieldPanel(f"{name}_{code}", **how) for code in LANGUAGES]


def _lines(name: str, heading: str | Promise, classname: str = "") -> MultiFieldPanel:
    """A short text in all languages, side by side."""
    return MultiFieldPanel([FieldRowPanel(_languages(name))], heading=heading, classname=classname)


def _paragraphs(name: str, heading: str | Promise, classname: str = "") -> MultiFieldPanel:
    """A longer text in all languages, one below the other."""
    return MultiFieldPanel(_languages(name, widget=GROWING), heading=heading, classname=classname)


OPTION = [
    _lines("text", _("Text")),
    _lines("match", _("Belongs with"), "for-match"),
    FieldPanel("correct", classname="for-single for-multiple for-picture"),
    FieldPanel("picture", classname="for-single for-multiple for-picture"),
    _paragraphs(
        "feedback",
        _("What we say to who chooses it (optional)"),
        "for-single for-multiple for-picture collapsed",
    ),
]

QUESTION = TabbedInterface(
    [
        ObjectList(
            [
                FieldPanel("type"),
                _paragraphs("text", _("The question")),
                FieldRowPanel([FieldPanel("institution"), FieldPanel("points")]),
            ],
            heading=_("Question"),
        ),
        ObjectList(
            [
                HelpPanel(
                    _("Choose the kind of question first. Learners see the answers in a mixed order."),
                    classname="for-none",
                ),
                FieldPanel("is_true", classname="for-true_false"),
                MultiFieldPanel(
                    [
                        FieldRowPanel([FieldPanel("answer"), FieldPanel("tolerance")]),
                        FieldRowPanel(_languages("unit")),
                    ],
                    heading=_("The right number"),
                    classname="for-number",
                ),
                HelpPanel(_("Write the steps in the right order."), classname="for-order"),
                InlinePanel(
                    "options",
                    OPTION,
                    heading=_("Answers"),
                    label=_("Answer"),
                    classname="for-single for-multiple for-picture for-order for-match",
                ),
                InlinePanel(
                    "accepted_answers",
                    [FieldRowPanel([FieldPanel("language", widget=LANGUAGE), FieldPanel("text")])],
                    heading=_("Accepted answers"),
                    label=_("Accepted answer"),
                    help_text=_("Capital letters, accents and spaces do not matter."),
                    classname="for-short_text",
                ),
            ],
            heading=_("Answers"),
        ),
        ObjectList(
            [
                _paragraphs("feedback_correct", _("When it is right")),
                _paragraphs("feedback_wrong", _("When it is not right yet: explain why")),
            ],
            heading=_("After answering"),
        ),
    ],
    base_form_class=QuestionForm,
)

QUIZ = TabbedInterface(
    [
        ObjectList(
            [
                _lines("title", _("Title")),
                InlinePanel("places", [FieldPanel("question")], heading=_("Questions"), label=_("Question")),
            ],
            heading=_("Quiz"),
        ),
        ObjectList(
            [
                FieldPanel("institution"),
                FieldPanel("module"),
                FieldPanel("pass_percent"),
                FieldPanel("unit_key"),
                FieldPanel("is_active"),
            ],
            heading=_("Settings"),
        ),
    ],
    base_form_class=QuizForm,
)
