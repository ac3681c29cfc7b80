"""A trainer's grid: who is where, who is silent, and nobody else's learners."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from assessments.models import Assessment, Attempt
from curriculum.enums import Outcome, Role
from curriculum.models import Group, Participation
from modules.groups import grid_of
from modules.groups.overview import overview_of
from modules.groups.standing import Standing
from modules.services import complete_lesson

from .school import (
    NOON,
    School,
    exactly,
    lesson_of,
    make_assessment,
    make_learner,
    make_lesson,
    make_lessons,
    make_staff,
)


@pytest.fixture
def group(school: School) -> Group:
    return Group.objects.create(
        institution=school.institution,
        programme_version=school.version,
        key="grupo",
        name="Grupo de la mañana",
        starts_on=date(2026, 3, 2),
    )


def hand_in(participation: Participation, assessment: Assessment, times: int, ago: int = 1) -> None:
    for number in range(1, times + 1):
        Attempt.objects.create(
            assessment=assessment,
            institution=participation.institution,
            person=participation.person,
            participation=participation,
            number=number,
            started_at=NOON - timedelta(days=ago),
            submitted_at=NOON - timedelta(days=ago),
            outcome=Outcome.PENDING_FULFILMENT.value,
            source_ref=f"test:{participation.pk}:{number}",
        )


def enrol_in(group: Group, school: School, name: str) -> None:
    participation = make_learner(name, school)
    participation.group = group
    participation.save()


def to_the_cms(client: Client, user: User) -> Client:
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return client


def test_silent_learners_stand_first(school: School, group: Group) -> None:
    pages = make_lessons(school.module_page, 2)
    for name in ("activa", "callada", "nueva"):
        enrol_in(group, school, name)
    for name, ago in (("activa", 1), ("callada", 21)):
        participation = group.participations.get(person__name=name)
        moment = NOON - timedelta(days=ago)
        complete_lesson(lesson=lesson_of(pages[0]), participation=participation, recorded_by=None, at=moment)
    grid = grid_of(group, now=NOON)
    assert [row.participation.person.name for row in grid.rows] == ["nueva", "callada", "activa"]
    assert [row.is_silent for row in grid.rows] == [True, True, False]
    assert [row.days_silent for row in grid.rows] == [None, 21, 1]
    assert [(row.done, len(row.lesson_keys)) for row in grid.rows] == [(0, 2), (1, 2), (1, 2)]


def test_who_has_finished_is_not_silent(school: School, group: Group) -> None:
    page = make_lessons(school.module_page, 1)[0]
    enrol_in(group, school, "lista")
    complete_lesson(
        lesson=lesson_of(page),
        participation=group.participations.get(),
        recorded_by=None,
        at=NOON - timedelta(days=90),
    )
    assert [row.is_silent for row in grid_of(group, now=NOON).rows] == [False]


def test_who_hands_in_the_same_quiz_three_times_is_stuck_there(school: School, group: Group) -> None:
    quiz = make_assessment(school.institution, "quiz")
    page = make_lesson(school.module_page, "Uno", assessment=quiz)
    for name, times in (("dos", 2), ("tres", 3)):
        enrol_in(group, school, name)
        hand_in(group.participations.get(person__name=name), quiz, times)
    grid = grid_of(group, now=NOON)
    assert [(row.person.name, row.standing) for row in grid.rows] == [
        ("tres", Standing.STUCK),
        ("dos", Standing.GOING_ON),
    ]
    stuck = grid.stuck[0]
    assert stuck.stuck_at is not None
    assert (stuck.stuck_at.count, stuck.next_key) == (3, page.translation_key)


def test_who_was_competent_once_is_not_stuck(school: School, group: Group) -> None:
    quiz = make_assessment(school.institution, "quiz")
    make_lesson(school.module_page, "Uno", assessment=quiz)
    make_lesson(school.module_page, "Dos")
    enrol_in(group, school, "ana")
    hand_in(group.participations.get(), quiz, 4)
    Attempt.objects.filter(number=2).update(outcome=Outcome.COMPETENT.value)
    assert grid_of(group, now=NOON).stuck == []


def test_who_comes_and_completes_nothing_for_two_weeks_is_stuck(school: School, group: Group) -> None:
    make_lessons(school.module_page, 2)
    enrol_in(group, school, "ana")
    group.participations.update(started_on=NOON.date() - timedelta(days=30))
    User.objects.filter(username="ana").update(last_login=NOON - timedelta(days=1))
    assert [row.standing for row in grid_of(group, now=NOON).rows] == [Standing.STUCK]
    group.participations.update(started_on=NOON.date() - timedelta(days=3))
    assert [row.standing for row in grid_of(group, now=NOON).rows] == [Standing.GOING_ON]


def test_the_overview_counts_everybody_once(school: School, group: Group) -> None:
    pages = make_lessons(school.module_page, 2)
    for name in ("una", "otra", "nueva"):
        enrol_in(group, school, name)
    for name, count in (("una", 2), ("otra", 1)):
        participation = group.participations.get(person__name=name)
        for page in pages[:count]:
            complete_lesson(lesson=lesson_of(page), participation=participation, recorded_by=None, at=NOON)
    overview = overview_of(grid_of(group, now=NOON))
    assert {share.name: share.count for share in overview.shares} == {
        "finished": 1,
        "silent": 1,
        "stuck": 0,
        "going_on": 1,
    }
    assert sum(share.width for share in overview.shares) == pytest.approx(600)
    assert [(bar.done, bar.begun) for bar in overview.bars] == [(1, 1)]


def test_the_grid_is_searched_filtered_and_taken_away(
    client: Client, school: School, group: Group, trainer: User
) -> None:
    make_lessons(school.module_page, 2)
    group.trainers.add(trainer.person)
    for name in ("=cmd()", "berta"):
        enrol_in(group, school, name)
    to_the_cms(client, trainer)
    address = f"/admin/my-groups/{group.pk}/"
    found = client.get(address, {"q": "BERT"}).text
    assert "berta" in found
    assert "=cmd()" not in found
    assert "berta" not in client.get(address, {"standing": "finished"}).text
    assert "berta" in client.get(address, {"standing": "nonsense", "module": "x"}).text
    table = b"".join(client.get(address, {"export": "csv"}).streaming_content).decode("utf-8-sig")
    assert table.splitlines()[0] == (
        "name,standing,last_seen,days_silent,stuck_at,completed,of,module-1 1,module-1 2"
    )
    assert "'=cmd(),silent" in table
    book = b"".join(client.get(address, {"export": "xlsx"}).streaming_content)
    assert book.startswith(b"PK")


@pytest.mark.parametrize("learners", [1, 3])
def test_a_grid_costs_the_same_for_any_group(school: School, group: Group, learners: int) -> None:
    make_lessons(school.module_page, 2)
    for number in range(learners):
        enrol_in(group, school, f"learner-{number}")
    with exactly(6):
        grid_of(group, now=NOON)


def test_a_trainer_sees_her_group_and_no_other(
    client: Client, school: School, group: Group, trainer: User
) -> None:
    enrol_in(group, school, "ana")
    to_the_cms(client, trainer)
    address = f"/admin/my-groups/{group.pk}/"
    assert client.get(address, follow=True).status_code == 404
    group.trainers.add(trainer.person)
    assert "ana" in client.get(address).text
    assert "Grupo de la mañana" in client.get("/admin/my-groups/").text


def test_another_institutions_administrator_sees_nothing(
    client: Client, school: School, group: Group, other_school: School
) -> None:
    to_the_cms(client, make_staff("otra-admin", other_school.institution, Role.ADMINISTRATOR))
    assert client.get(f"/admin/my-groups/{group.pk}/", follow=True).status_code == 404
    assert "Grupo de la mañana" not in client.get("/admin/my-groups/").text


def test_the_page_of_a_group_costs_the_same_for_one_and_for_three(
    client: Client, school: School, group: Group, trainer: User
) -> None:
    make_lessons(school.module_page, 2)
    group.trainers.add(trainer.person)
    enrol_in(group, school, "learner-1")
    to_the_cms(client, trainer)
    address = f"/admin/my-groups/{group.pk}/"
    client.get(address)
    with exactly(17):
        client.get(address)
    enrol_in(group, school, "learner-2")
    enrol_in(group, school, "learner-3")
    with exactly(17):
        client.get(address)
