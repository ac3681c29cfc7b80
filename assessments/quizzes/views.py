"""The quiz and its result. Showing a quiz writes nothing; handing it in twice writes once."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import View

from assessments.api import next_step
from assessments.models import Attempt
from curriculum.api import is_only_an_outline, is_outline_in

from .forms import Sheet, blank_sheet, read_sheet
from .languages import shown_language
from .paper import Paper, SealBroken, open_seal
from .permissions import can_look_at
from .queries import Standing, attempts_of, open_quizzes, standing_of, standing_of_locked
from .remembered import known_quiz
from .screen import reviewed_questions, shown_questions
from .services import submit_attempt
from .trial import quiz_to_try, try_quiz


class QuizView(LoginRequiredMixin, View):
    """All questions on one page, as a form that works without JavaScript."""

    def get(self, request: HttpRequest, quiz_uuid: UUID) -> HttpResponse:
        standing = standing_of(request.user, quiz_uuid)
        if standing is None:
            return _without_place(request, quiz_uuid)
        paper = _next_paper(standing, quiz_uuid)
        return _show(request, standing, paper, blank_sheet(paper))

    @method_decorator(transaction.atomic)
    def post(self, request: HttpRequest, quiz_uuid: UUID) -> HttpResponse:
        standing = standing_of_locked(request.user, quiz_uuid)
        if standing is None:
            return _no_place(request, quiz_uuid)
        person = standing.participation.person
        try:
            seal = open_seal(request.POST.get("paper", ""), person_uuid=person.uuid, quiz_uuid=quiz_uuid)
            client_ref = UUID(request.POST.get("attempt", ""))
        except (SealBroken, ValueError):
            messages.error(request, _("We could not read your answers. Please answer again on this page."))
            paper = _next_paper(standing, quiz_uuid)
            return _show(request, standing, paper, blank_sheet(paper))
        paper = Paper(known_quiz(quiz_uuid, standing.revision), person.uuid, seal.number)
        sheet = read_sheet(paper, request.POST)
        if seal.version != paper.known.version:
            messages.warning(
                request, _("This quiz was changed while you answered. Look at your answers once more.")
            )
            return _show(request, standing, paper, sheet, client_ref=client_ref)
        if not sheet.is_complete:
            return _show(request, standing, paper, sheet, client_ref=client_ref, opened_at=seal.opened_at)
        submitted = submit_attempt(
            participation=standing.participation,
            known=paper.known,
            paper=paper,
            answers=sheet.answers,
            client_ref=client_ref,
            started_at=seal.opened_at,
            submitted_by=request.user if request.user.is_authenticated else None,
        )
        return redirect("quizzes:result", quiz_uuid=quiz_uuid, attempt_uuid=submitted.attempt.uuid)


class ResultView(LoginRequiredMixin, View):
    """What an attempt was, question by question. Another person's attempt does not exist here."""

    def get(self, request: HttpRequest, quiz_uuid: UUID, attempt_uuid: UUID) -> HttpResponse:
        attempt = get_object_or_404(attempts_of(request.user), uuid=attempt_uuid, assessment__uuid=quiz_uuid)
        contents = [part["content"] for part in attempt.details["questions"]]
        language = shown_language(contents, get_language() or "")
        reviewed = reviewed_questions(attempt.details, language)
        return render(
            request,
            "quizzes/result.html",
            {
                "attempt": attempt,
                "assessment": attempt.assessment,
                "of_outline": _was_of_outline(attempt),
                "questions": reviewed,
                "right": sum(question.correct for question in reviewed),
                "lang": language,
                "next": next_step(attempt.person, attempt.assessment),
            },
        )


def _was_of_outline(attempt: Attempt) -> bool:
    taking_part = attempt.participation
    return taking_part is not None and is_outline_in(
        taking_part.programme_version_id, attempt.assessment.module_id
    )


def _without_place(request: HttpRequest, quiz_uuid: UUID) -> HttpResponse:
    """Authors try it, other staff look at the questions; everybody else is told what to do."""
    own = quiz_to_try(request, quiz_uuid)
    if own is not None:
        return try_quiz(request, own)
    quiz = get_object_or_404(open_quizzes(), uuid=quiz_uuid)
    if not can_look_at(request.user, quiz):
        return _no_place(request, quiz_uuid)
    paper = Paper(known_quiz(quiz_uuid, quiz.revision), uuid4(), number=1)
    context = {
        **_questions(paper, blank_sheet(paper)),
        "as_staff": True,
        "of_outline": quiz.module_id is not None and is_only_an_outline(quiz.module_id),
    }
    return render(request, "quizzes/quiz.html", context)


def _no_place(request: HttpRequest, quiz_uuid: UUID) -> HttpResponse:
    """Says what to do and names nobody: not the quiz, its institution nor who takes part. Authors may try it."""
    own = quiz_to_try(request, quiz_uuid)
    if own is not None:
        return try_quiz(request, own)
    get_object_or_404(open_quizzes().only("pk"), uuid=quiz_uuid)
    return render(request, "quizzes/no_place.html", status=403)


def _next_paper(standing: Standing, quiz_uuid: UUID) -> Paper:
    known = known_quiz(quiz_uuid, standing.revision)
    return Paper(known, standing.participation.person.uuid, standing.attempts_made + 1)


def _show(
    request: HttpRequest,
    standing: Standing,
    paper: Paper,
    sheet: Sheet,
    client_ref: UUID | None = None,
    opened_at: datetime | None = None,
) -> HttpResponse:
    context = {
        **_questions(paper, sheet),
        "of_outline": is_outline_in(standing.participation.programme_version_id, paper.known.quiz.module_id),
        "paper": paper.seal(opened_at or timezone.now()),
        "attempt": client_ref or uuid4(),
    }
    return render(request, "quizzes/quiz.html", context)


def _questions(paper: Paper, sheet: Sheet) -> dict[str, Any]:
    language = shown_language(paper.known.questions, get_language() or "")
    questions = shown_questions(paper, sheet, language)
    return {
        "assessment": paper.known.quiz,
        "questions": questions,
        "waiting": [question for question in questions if question.fault],
        "lang": language,
    }
