"""A quiz answered without signal, on the paper that was given out when its module was kept."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from assessments.models import Attempt
from assessments.quizzes import remembered
from assessments.quizzes.acts import HAND_IN
from assessments.quizzes.models import Option, Question, Quiz, QuizVersion
from curriculum.models import Evidence, Institution, Module, Participation
from curriculum.people.services import end_participation
from tests.curriculum.offline.phone import act, outcomes, send

from ..conftest import STARTED, UNIT, make_person
from .browser_form import filled, paper_of
from .questions import FIVE, answers_of, make_quiz

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz(institution: Institution, module: Module) -> Quiz:
    return make_quiz(institution, FIVE, module=module, unit_key=UNIT)


@pytest.fixture
def account(participation: Participation) -> int:
    return participation.person.user_id


@pytest.fixture
def kept(quiz: Quiz, learner: Client, participation: Participation) -> Callable[..., dict[str, Any]]:
    """The page as it lies on the phone; gives the act of handing it in with so many right answers."""
    html = learner.get(f"/es/quiz/{quiz.uuid}/").content.decode()
    paper, answers = paper_of(quiz, participation.person), answers_of(quiz)

    def handed_in(right: int | None = None, **told: Any) -> dict[str, Any]:
        chosen = answers if right is None else answers_of(quiz, right)
        return act(HAND_IN, **told, quiz=str(quiz.uuid), **filled(html, paper, chosen))

    return handed_in


def change_an_answer(quiz: Quiz) -> None:
    """What was right is wrong now, and the words are others."""
    for option in Option.objects.filter(question__places__quiz=quiz, question__type="single"):
        option.correct, option.text_es = not option.correct, f"{option.text_es} (nuevo)"
        option.save()


def test_answers_are_marked_and_lead_to_their_notes(
    learner: Client, account: int, kept: Callable[..., dict[str, Any]]
) -> None:
    response = send(learner, account, kept(minutes_ago=120))
    assert outcomes(response) == ["done"]
    attempt = Attempt.objects.get()
    assert (attempt.outcome, attempt.score) == ("competent", attempt.max_score)
    waited = timezone.now() - attempt.submitted_at
    assert timedelta(minutes=120) <= waited < timedelta(minutes=125)
    assert attempt.started_at <= attempt.submitted_at
    result = learner.get(response.json()["answers"][0]["url"])
    assert result.status_code == 200
    evidence = Evidence.objects.get()
    assert evidence.occurred_at == attempt.submitted_at < evidence.recorded_at


def test_a_quiz_that_was_changed_since_is_marked_as_it_was_given_out(
    learner: Client, account: int, quiz: Quiz, kept: Callable[..., dict[str, Any]]
) -> None:
    sent = kept()
    change_an_answer(quiz)
    remembered._known.clear()  # another process, or the same one after a new start
    assert outcomes(send(learner, account, sent)) == ["done"]
    attempt = Attempt.objects.get()
    assert attempt.score == attempt.max_score
    assert "nuevo" not in str(attempt.details)
    assert QuizVersion.objects.filter(quiz=quiz).count() == 2


def test_a_pass_mark_of_before_counts(
    learner: Client, account: int, quiz: Quiz, kept: Callable[..., dict[str, Any]]
) -> None:
    sent = kept(right=4)
    quiz.pass_percent = 100
    quiz.save()
    send(learner, account, sent)
    attempt = Attempt.objects.get()
    assert (attempt.outcome, attempt.details["pass_percent"]) == ("competent", 80)


def test_a_question_that_was_deleted_since_is_still_marked(
    learner: Client, account: int, quiz: Quiz, kept: Callable[..., dict[str, Any]]
) -> None:
    sent = kept()
    place = quiz.places.all()[0]
    question = place.question_id
    place.delete()
    Question.objects.filter(pk=question).delete()
    assert outcomes(send(learner, account, sent)) == ["done"]
    assert len(Attempt.objects.get().details["questions"]) == len(FIVE)


def test_a_version_that_nobody_was_shown_is_refused_in_words(
    learner: Client, account: int, quiz: Quiz, kept: Callable[..., dict[str, Any]]
) -> None:
    sent = kept()
    change_an_answer(quiz)
    QuizVersion.objects.all().delete()
    response = send(learner, account, sent)
    assert outcomes(response) == ["refused"]
    assert response.json()["answers"][0]["text"]
    assert not Attempt.objects.exists()


def test_the_page_got_through_before_the_line_broke(
    learner: Client, account: int, quiz: Quiz, kept: Callable[..., dict[str, Any]]
) -> None:
    sent = kept()
    assert learner.post(f"/es/quiz/{quiz.uuid}/", sent["fields"]).status_code == 302
    response = send(learner, account, sent)
    assert outcomes(response) == ["done"]
    assert response.json()["answers"][0]["url"].endswith(f"{Attempt.objects.get().uuid}/")


def test_an_attempt_made_meanwhile_online_only_moves_the_number(
    learner: Client,
    account: int,
    quiz: Quiz,
    participation: Participation,
    kept: Callable[..., dict[str, Any]],
) -> None:
    sent = kept(right=0)
    html = learner.get(f"/es/quiz/{quiz.uuid}/").content.decode()
    learner.post(
        f"/es/quiz/{quiz.uuid}/", filled(html, paper_of(quiz, participation.person), answers_of(quiz))
    )
    assert outcomes(send(learner, account, sent)) == ["done"]
    assert list(Attempt.objects.order_by("number").values_list("number", "score")) == [(1, 5), (2, 0)]


def test_what_still_waits_is_said_by_question(
    learner: Client, account: int, kept: Callable[..., dict[str, Any]]
) -> None:
    sent = kept()
    first = next(name for name in sent["fields"] if name.startswith("q") and name != "quiz")
    del sent["fields"][first]
    response = send(learner, account, sent)
    assert outcomes(response) == ["refused"]
    assert "Pregunta 1" in response.json()["answers"][0]["text"]


def test_another_persons_paper_is_no_paper(
    learner: Client, account: int, quiz: Quiz, kept: Callable[..., dict[str, Any]], version: Any
) -> None:
    from curriculum.people.services import enrol

    from ..conftest import client_of

    bea = make_person("Bea Soto")
    enrol(person=bea, programme_version=version, enrolled_by=None, on=STARTED)
    assert outcomes(send(client_of(bea), bea.user_id, kept())) == ["refused"]
    assert not Attempt.objects.exists()


def test_who_left_the_course_is_told_so(
    learner: Client, account: int, participation: Participation, kept: Callable[..., dict[str, Any]]
) -> None:
    sent = kept()
    end_participation(participation=participation, on=STARTED, reason="moved")
    assert outcomes(send(learner, account, sent)) == ["refused"]


@pytest.mark.parametrize("quiz_field", ["", "17", "7f3f0a44-0c59-4a53-9c3f-2f2c54c3a6b1"])
def test_a_quiz_that_is_none_is_refused(
    learner: Client, account: int, kept: Callable[..., dict[str, Any]], quiz_field: str
) -> None:
    sent = kept()
    sent["fields"]["quiz"] = [quiz_field]
    assert outcomes(send(learner, account, sent)) == ["refused"]


def test_no_right_answer_lies_on_the_phone(learner: Client, quiz: Quiz) -> None:
    html = learner.get(f"/es/quiz/{quiz.uuid}/").content.decode()
    for question in Question.objects.filter(places__quiz=quiz):
        for told in (question.feedback_correct_es, question.feedback_wrong_es):
            assert not told or told not in html
        for option in question.options.all():
            assert f'"{option.key}"' not in html
            assert not option.feedback_es or option.feedback_es not in html
