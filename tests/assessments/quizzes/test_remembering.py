"""What a process remembers of a quiz, and when it looks again."""

from collections.abc import Callable
from typing import Any

import pytest

from assessments.quizzes.models import AcceptedAnswer, Option, Question, Quiz, QuizQuestion
from assessments.quizzes.remembered import known_quiz
from curriculum.models import Institution

from .questions import ALL, make_question, make_quiz

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz(institution: Institution) -> Quiz:
    return make_quiz(institution, ALL)


@pytest.mark.parametrize("kinds", [["single"], ["single", "multiple", "short_text"]])
def test_a_quiz_is_read_once_whatever_the_number_of_its_questions(
    institution: Institution, kinds: list[str], django_assert_num_queries: Any
) -> None:
    quiz = make_quiz(institution, kinds)
    with django_assert_num_queries(5):
        known_quiz(quiz.uuid, quiz.revision)
    with django_assert_num_queries(0):
        assert len(known_quiz(quiz.uuid, quiz.revision).questions) == len(kinds)


def rename(quiz: Quiz) -> None:
    quiz.title_es = "Otro título"
    quiz.save()


def reword_question(quiz: Quiz) -> None:
    question = Question.objects.filter(places__quiz=quiz)[0]
    question.text_es = "Otra"
    question.save()


def reword_option(quiz: Quiz) -> None:
    option = Option.objects.filter(question__places__quiz=quiz)[0]
    option.text_es = "Otra"
    option.save()


def drop_option(quiz: Quiz) -> None:
    Option.objects.filter(question__places__quiz=quiz)[0].delete()


def accept_more(quiz: Quiz) -> None:
    question = Question.objects.get(places__quiz=quiz, type="short_text")
    AcceptedAnswer.objects.create(question=question, language="pt", text="sabão")


def add_question(quiz: Quiz) -> None:
    question = make_question(quiz.institution, "single", "una-mas")
    QuizQuestion.objects.create(quiz=quiz, question=question, sort_order=99)


def drop_question(quiz: Quiz) -> None:
    quiz.places.all()[0].delete()


@pytest.mark.parametrize(
    "change", [rename, reword_question, reword_option, drop_option, accept_more, add_question, drop_question]
)
def test_a_trainers_change_is_seen_by_every_process(quiz: Quiz, change: Callable[[Quiz], None]) -> None:
    before = known_quiz(quiz.uuid, quiz.revision)
    change(quiz)
    revision = Quiz.objects.values_list("revision", flat=True).get(pk=quiz.pk)
    after = known_quiz(quiz.uuid, revision)
    assert (after.version, after.quiz.title) != (before.version, before.quiz.title)


def test_a_form_opened_before_a_change_does_not_bring_the_old_revision_back(quiz: Quiz) -> None:
    opened_before = Quiz.objects.get(pk=quiz.pk)
    reword_question(quiz)
    opened_before.save()
    revision = Quiz.objects.values_list("revision", flat=True).get(pk=quiz.pk)
    assert revision != opened_before.revision
    assert "Otra" in [question["text"]["es"] for question in known_quiz(quiz.uuid, revision).questions]


def test_a_question_in_two_quizzes_has_a_place_in_each(quiz: Quiz) -> None:
    other = make_quiz(quiz.institution, [], key="al-reves")
    questions = [place.question for place in quiz.places.all()]
    for order, question in enumerate(reversed(questions)):
        QuizQuestion.objects.create(quiz=other, question=question, sort_order=order)
    for one, kinds in ((quiz, ALL), (other, ALL[::-1])):
        one.refresh_from_db()
        assert [question["type"] for question in known_quiz(one.uuid, one.revision).questions] == kinds


def test_questions_come_in_the_order_of_the_quiz(quiz: Quiz) -> None:
    assert [question["type"] for question in known_quiz(quiz.uuid, quiz.revision).questions] == ALL
