"""A quiz tried by those who write for its institution: the same pages, and nothing is kept."""

from types import SimpleNamespace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessments.admin import works_in
from assessments.api import NextStep, change_address
from curriculum.api import is_only_an_outline

from .forms import Sheet, blank_sheet, read_sheet
from .languages import shown_language
from .marking import mark, reaches
from .models import Quiz
from .paper import Paper
from .remembered import known_quiz
from .screen import reviewed_questions, shown_questions

NOBODY = UUID(int=0)


def quiz_to_try(request: HttpRequest, quiz_uuid: UUID) -> Quiz | None:
    """The quiz, closed ones too, where the visitor writes for its institution; None otherwise."""
    quiz = Quiz.objects.filter(uuid=quiz_uuid).first()
    return quiz if quiz and quiz.institution_id in works_in(request.user) else None


def try_quiz(request: HttpRequest, quiz: Quiz) -> HttpResponse:
    """The quiz, or what a learner would read after these answers."""
    paper = Paper(known_quiz(quiz.uuid, quiz.revision), NOBODY, 1)
    sheet = read_sheet(paper, request.POST) if request.method == "POST" else blank_sheet(paper)
    if request.method == "POST" and sheet.is_complete:
        return _result(request, paper, sheet)
    language = shown_language(paper.known.questions, get_language() or "")
    questions = shown_questions(paper, sheet, language)
    context = {
        "assessment": paper.known.quiz,
        "questions": questions,
        "waiting": [question for question in questions if question.fault],
        "lang": language,
        "paper": paper.seal(timezone.now()),
        "attempt": NOBODY,
        "of_outline": _of_outline(quiz),
        "is_trial": True,
    }
    return render(request, "quizzes/quiz.html", context)


def _of_outline(quiz: Quiz) -> bool:
    return quiz.module_id is not None and is_only_an_outline(quiz.module_id)


def _result(request: HttpRequest, paper: Paper, sheet: Sheet) -> HttpResponse:
    marks = {each["key"]: mark(each, sheet.answers.get(each["key"])) for each in paper.known.questions}
    parts = [
        {
            "content": each,
            "answer": sheet.answers.get(each["key"]),
            "correct": marks[each["key"]].correct,
            "feedback": list(marks[each["key"]].feedback),
        }
        for each in paper.known.questions
    ]
    score = sum(each.points for each in marks.values())
    passed = bool(parts) and reaches(score, paper.known.max_score, paper.known.quiz.pass_percent)
    language = shown_language(paper.known.questions, get_language() or "")
    reviewed = reviewed_questions({"questions": parts}, language)
    context = {
        "attempt": SimpleNamespace(is_competent=passed),
        "assessment": paper.known.quiz,
        "questions": reviewed,
        "right": sum(question.correct for question in reviewed),
        "lang": language,
        "next": NextStep(change_address(paper.known.quiz), _("Back to the quiz in the editor")),
        "of_outline": _of_outline(paper.known.quiz),
        "is_trial": True,
    }
    return render(request, "quizzes/result.html", context)
