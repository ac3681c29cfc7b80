"""The same batch from two hands at once: a phone that lost the answer sends again while the first is at work."""

import json
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from assessments.models import Attempt
from assessments.quizzes.acts import HAND_IN
from curriculum.models import Evidence, Participation, ReceivedAct
from modules.acts import FINISH_LESSON
from modules.models import LessonProgress
from tests.assessments.conftest import client_of
from tests.assessments.quizzes.browser_form import filled, paper_of
from tests.assessments.quizzes.questions import answers_of
from tests.curriculum.offline.phone import act, batch
from tests.modules.school import make_learner, make_lessons, make_school

from .conftest import at_once
from .test_answering import join, make_course

pytestmark = pytest.mark.usefixtures("db")

TIMES = 4


def post(participation: Participation, body: str) -> list[dict[str, Any]]:
    reply = client_of(participation.person).post("/es/phone/acts/", body, content_type="application/json")
    assert reply.status_code == 200
    return reply.json()["answers"]


def test_a_batch_sent_many_times_at_once_is_taken_once_and_answered_alike() -> None:
    school = make_school("escuela")
    pages = make_lessons(school.module_page, 3)
    learner = make_learner("ana", school)
    acts = [act(FINISH_LESSON, lesson=str(page.translation_key)) for page in pages]
    body = json.dumps(batch(learner.person.user_id, *acts))
    answers = at_once([partial(post, learner, body)] * TIMES)
    assert all(each == answers[0] for each in answers)
    assert [answer["outcome"] for answer in answers[0]] == ["done"] * 3
    assert (LessonProgress.objects.count(), Evidence.objects.count(), ReceivedAct.objects.count()) == (
        3,
        1,
        3,
    )


def test_answers_sent_many_times_at_once_make_one_attempt() -> None:
    version, quiz = make_course()
    participation = join(version)
    html = client_of(participation.person).get(f"/es/quiz/{quiz.uuid}/").content.decode()
    form = filled(html, paper_of(quiz, participation.person), answers_of(quiz))
    body = json.dumps(batch(participation.person.user_id, act(HAND_IN, quiz=str(quiz.uuid), **form)))
    answers = at_once([partial(post, participation, body)] * TIMES)
    assert all(each == answers[0] for each in answers)
    assert (Attempt.objects.count(), Evidence.objects.count(), ReceivedAct.objects.count()) == (1, 1, 1)


def test_one_id_with_two_contents_at_once_keeps_one_and_refuses_the_other() -> None:
    school = make_school("escuela")
    pages = make_lessons(school.module_page, 2)
    learner, name = make_learner("ana", school), str(uuid4())
    bodies = [
        json.dumps(
            batch(learner.person.user_id, act(FINISH_LESSON, id=name, lesson=str(page.translation_key)))
        )
        for page in pages
    ]
    answers = at_once([partial(post, learner, body) for body in bodies])
    assert sorted(answer["outcome"] for (answer,) in answers) == ["done", "refused"]
    assert LessonProgress.objects.count() == 1
