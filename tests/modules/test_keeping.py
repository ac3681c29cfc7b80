"""What a phone fetches to keep a module: all of it, for whoever may read it, at a fixed cost."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from assessments.models import Assessment
from assessments.quizzes.models import Quiz
from curriculum.enums import Role
from curriculum.models import Evidence, Participation
from curriculum.people.services import end_participation
from modules.acts import FINISH_LESSON
from modules.models import LessonPage, LessonProgress
from tests.assessments.quizzes.questions import FIVE, make_quiz
from tests.curriculum.offline.phone import act, outcomes, send

from .school import (
    STARTED,
    School,
    exactly,
    lesson_address,
    lesson_of,
    make_lesson,
    make_lessons,
    make_staff,
    module_address,
)


def list_address(school: School) -> str:
    return f"{module_address(school.module_page.translation_key)}files/"


def add_quiz(school: School, title: str) -> Quiz:
    key = title.lower().replace(" ", "-")
    return make_quiz(school.institution, FIVE, module=school.module_page.module, key=key)


def make_quiz_lessons(school: School, count: int) -> list[LessonPage]:
    titles = [f"Leccion {number}" for number in range(count)]
    return [
        make_lesson(
            school.module_page, title, assessment=Assessment.objects.get(pk=add_quiz(school, title).pk)
        )
        for title in titles
    ]


def test_the_list_has_the_module_its_lessons_and_their_quizzes(school: School, as_learner: Client) -> None:
    pages = make_quiz_lessons(school, 2)
    told = as_learner.get(list_address(school)).json()
    urls = [file["url"] for file in told["files"]]
    assert urls[:3] == [
        module_address(school.module_page.translation_key),
        *(lesson_address(page.translation_key) for page in pages),
    ]
    assert {f"/es/quiz/{quiz.uuid}/" for quiz in Quiz.objects.all()} <= set(urls)
    assert told["bytes"] == sum(file["bytes"] for file in told["files"])
    assert "2 lecciones" in told["words"]
    assert "2 cuestionarios" in told["words"]
    assert all(as_learner.get(url).status_code == 200 for url in urls)


def test_pictures_come_with_their_size_and_strangers_pictures_do_not(
    school: School, as_learner: Client
) -> None:
    picture = get_image_model().objects.create(title="Baño", file=get_test_image_file())
    page = make_lesson(school.module_page, "Uno", text='<p><img src="https://elsewhere.example/x.png"></p>')
    page.body.append(("picture", {"image": picture, "alt": "Una mano", "caption": ""}))
    page.save_revision().publish()
    files = as_learner.get(list_address(school)).json()["files"]
    (shown,) = [file for file in files if file["kind"] == "picture"]
    assert shown["bytes"] == default_storage.size(shown["url"].removeprefix("/media/")) > 0


def test_the_version_changes_with_a_lesson_and_with_a_quiz(school: School, as_learner: Client) -> None:
    (page,) = make_quiz_lessons(school, 1)
    versions = [as_learner.get(list_address(school)).json()["version"] for _ in range(2)]
    page.summary = "Otro resumen"
    page.save_revision().publish()
    versions.append(as_learner.get(list_address(school)).json()["version"])
    quiz = Quiz.objects.get()
    quiz.pass_percent = 60
    quiz.save()
    versions.append(as_learner.get(list_address(school)).json()["version"])
    assert versions[0] == versions[1]
    assert len(set(versions)) == 3


def test_a_closed_quiz_is_not_kept(school: School, as_learner: Client) -> None:
    make_quiz_lessons(school, 1)
    Quiz.objects.update(is_active=False)
    kinds = [file["kind"] for file in as_learner.get(list_address(school)).json()["files"]]
    assert kinds == ["module", "lesson"]


@pytest.mark.parametrize(
    ("role", "status"), [(Role.TRAINER, 200), (Role.ADMINISTRATOR, 200), (Role.SUPERVISOR, 403)]
)
def test_staff_who_read_may_keep(school: School, client: Client, role: Role, status: int) -> None:
    make_lessons(school.module_page, 1)
    client.force_login(make_staff("teresa", school.institution, role))
    assert client.get(list_address(school)).status_code == status


def test_others_may_not(school: School, other_school: School, client: Client, as_learner: Client) -> None:
    assert Client().get(list_address(school)).status_code == 302
    assert as_learner.get(list_address(other_school)).status_code == 404
    nobody = Client()
    nobody.force_login(User.objects.create_user("nadie"))
    assert nobody.get(list_address(school)).status_code == 403


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_at_one_and_at_three_lessons(
    school: School, as_learner: Client, count: int
) -> None:
    make_quiz_lessons(school, count)
    as_learner.get(list_address(school))
    with exactly(6):
        as_learner.get(list_address(school))


# "I have finished", later


def finished(page: LessonPage, **told: int) -> dict:
    return act(FINISH_LESSON, lesson=str(page.translation_key), **told)


def test_finishing_later_is_finishing_when_it_happened(
    school: School, as_learner: Client, learner: Participation
) -> None:
    (page,) = make_lessons(school.module_page, 1)
    response = send(as_learner, learner.person.user_id, finished(page, minutes_ago=2 * 24 * 60))
    assert outcomes(response) == ["done"]
    assert as_learner.get(response.json()["answers"][0]["url"]).status_code == 200
    progress, evidence = LessonProgress.objects.get(), Evidence.objects.get()
    waited = timezone.now() - progress.completed_at
    assert timedelta(days=2) <= waited < timedelta(days=2, minutes=5)
    assert evidence.occurred_at == progress.completed_at
    assert timezone.now() - evidence.recorded_at < timedelta(minutes=5)


def test_a_clock_of_before_the_course_counts_as_now(
    school: School, as_learner: Client, learner: Participation
) -> None:
    learner.started_on = timezone.localdate()
    learner.save()
    (page,) = make_lessons(school.module_page, 1)
    send(as_learner, learner.person.user_id, finished(page, minutes_ago=5 * 24 * 60))
    assert timezone.now() - LessonProgress.objects.get().completed_at < timedelta(minutes=5)


def test_what_cannot_be_finished_is_refused_in_words(
    school: School, other_school: School, as_learner: Client, learner: Participation
) -> None:
    (asks,) = make_quiz_lessons(school, 1)
    (theirs,) = make_lessons(other_school.module_page, 1)
    gone = make_lesson(school.module_page, "Vieja")
    lesson_of(gone)
    gone.unpublish()
    sent = [finished(page) for page in (asks, theirs, gone)]
    response = send(as_learner, learner.person.user_id, *sent, act(FINISH_LESSON, lesson="x"))
    assert outcomes(response) == ["refused"] * 4
    assert all(answer["text"] for answer in response.json()["answers"])
    assert not LessonProgress.objects.exists()


def test_who_left_the_course_is_told_so(school: School, as_learner: Client, learner: Participation) -> None:
    (page,) = make_lessons(school.module_page, 1)
    end_participation(participation=learner, on=STARTED, reason="moved")
    assert outcomes(send(as_learner, learner.person.user_id, finished(page))) == ["refused"]


def test_each_lesson_leads_to_the_one_before_and_the_one_after(school: School, as_learner: Client) -> None:
    first, second, third = make_lessons(school.module_page, 3)
    pages = [as_learner.get(lesson_address(page.translation_key)).text for page in (first, second, third)]
    links = [('rel="prev"' in html, 'rel="next"' in html) for html in pages]
    assert links == [(False, True), (True, True), (True, False)]
    assert f'rel="next" href="{lesson_address(third.translation_key)}"' in pages[1]
