"""What the core of assessments must know of quizzes."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.models import Assessment
from curriculum.api import FileKind, FileToKeep, page_to_keep, stored_file

from .copying import copy_quiz
from .models import Quiz, QuizQuestion
from .queries import glance_at
from .remembered import KnownQuiz, known_quiz

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

    def files_to_keep(self, assessments: Sequence[Assessment]) -> Iterator[FileToKeep]:
        """The page of each quiz, on which a paper is given out when the phone fetches it, and its pictures."""
        for quiz in Quiz.objects.filter(pk__in=[each.pk for each in assessments], is_active=True):
            known = known_quiz(quiz.uuid, quiz.revision)
            yield page_to_keep(self.address(quiz), FileKind.ASSESSMENT, _shown_text(known))
            for name in _pictures(known):
                yield stored_file(name, FileKind.PICTURE)


def _shown_text(known: KnownQuiz) -> str:
    """What stands for the page: its version, and about as much text as it shows."""
    texts = (
        text
        for question in known.questions
        for part in (question, *question["options"])
        for text in part["text"].values()
    )
    return f"{known.version}{known.quiz.title}{''.join(texts)}"


def _pictures(known: KnownQuiz) -> list[str]:
    options = (option for question in known.questions for option in question["options"])
    return [option["picture"] for option in options if option["picture"]]
