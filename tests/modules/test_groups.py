"""A trainer's grid: who is where, who is silent, and nobody else's learners."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from curriculum.enums import Role
from curriculum.models import Group
from modules.groups import grid_of
from modules.services import complete_lesson

from .school import NOON, School, exactly, lesson_of, make_learner, make_lessons, make_staff


@pytest.fixture
def group(school: School) -> Group:
    return Group.objects.create(
        institution=school.institution,
        programme_version=school.version,
        key="grupo",
        name="Grupo de la mañana",
        starts_on=date(2026, 3, 2),
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
    assert [(cell.done, cell.total) for cell in grid.rows[1].cells] == [(1, 2)]


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


@pytest.mark.parametrize("learners", [1, 3])
def test_a_grid_costs_the_same_for_any_group(school: School, group: Group, learners: int) -> None:
    make_lessons(school.module_page, 2)
    for number in range(learners):
        enrol_in(group, school, f"learner-{number}")
    with exactly(5):
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
    with exactly(16):
        client.get(address)
    enrol_in(group, school, "learner-2")
    enrol_in(group, school, "learner-3")
    with exactly(16):
        client.get(address)
