"""Seeing a page as a learner sees it: who may, what is written down, and that nothing else is."""

from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.test import Client

from curriculum.enums import Role
from curriculum.models import Group, Look, Participation
from curriculum.people.services import enrol, join_institution
from modules.models import LessonProgress
from tests.modules.school import (
    STARTED,
    School,
    exactly,
    lesson_address,
    lesson_of,
    make_learner,
    make_lesson,
    make_lessons,
    make_school,
    make_staff,
    module_address,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(db: None) -> School:
    return make_school("escuela")


@pytest.fixture
def other_school(db: None) -> School:
    return make_school("otra")


@pytest.fixture
def ana(school: School) -> Participation:
    group = Group.objects.create(
        institution=school.institution,
        programme_version=school.version,
        key="grupo",
        name="Grupo",
        starts_on=STARTED,
    )
    participation = make_learner("ana", school)
    participation.group = group
    participation.save()
    join_institution(
        person=participation.person, institution=school.institution, role=Role.LEARNER, since=STARTED
    )
    return participation


@pytest.fixture
def trainer(school: School, ana: Participation) -> User:
    user = make_staff("teresa", school.institution, Role.TRAINER)
    assert ana.group is not None
    ana.group.trainers.add(user.person)
    return user


def seen(participation: Participation, page: str, language: str = "es") -> str:
    return f"/{language}/seen-as/{participation.person.uuid}/{page}"


def as_user(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def inside(page_address: str) -> str:
    return page_address.removeprefix("/es/")


def test_her_trainer_sees_her_path_her_module_her_lesson_and_her_record(
    school: School, ana: Participation, trainer: User
) -> None:
    lesson = make_lesson(school.module_page, "Uno")
    pages = ["path/", "record/", inside(module_address(school.module_page.translation_key))]
    pages.append(inside(lesson_address(lesson.translation_key)))
    for page in pages:
        response = as_user(trainer).get(seen(ana, page))
        assert response.status_code == 200, page
        assert "ana" in response.text
        assert "<script" not in response.text
    looks = Look.objects.order_by("pk")
    assert [look.address for look in looks] == pages
    assert {look.viewer for look in looks} == {trainer}
    assert {look.person for look in looks} == {ana.person}


def test_links_stay_inside_and_forms_do_nothing(school: School, ana: Participation, trainer: User) -> None:
    lesson = make_lesson(school.module_page, "Uno")
    page = inside(lesson_address(lesson.translation_key))
    response = as_user(trainer).get(seen(ana, page))
    assert "<form inert" in response.text
    assert "<form method" not in response.text
    assert f'href="{seen(ana, inside(module_address(school.module_page.translation_key)))}"' in response.text
    assert "script-src 'none'" in response["Content-Security-Policy"]
    assert "form-action 'none'" in response["Content-Security-Policy"]
    assert "no-store" in response["Cache-Control"]


def test_nothing_is_sent_by_post(school: School, ana: Participation, trainer: User) -> None:
    lesson = make_lesson(school.module_page, "Uno")
    address = seen(ana, inside(lesson_address(lesson.translation_key, tail="finish/")))
    assert as_user(trainer).post(address).status_code == 405
    as_user(trainer).get(address)
    assert not LessonProgress.objects.exists()


def test_what_a_page_writes_while_it_is_shown_is_taken_back(
    school: School, ana: Participation, trainer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that should one day write on reading still writes nothing here."""
    lesson = make_lesson(school.module_page, "Uno")
    from curriculum.homes.views import MyPathView

    plain = MyPathView.get_context_data

    def writes(self: MyPathView, **kwargs: object) -> object:
        LessonProgress.objects.create(
            person=ana.person,
            institution=school.institution,
            lesson=lesson_of(lesson),
            completed_at=lesson.first_published_at,
        )
        return plain(self, **kwargs)

    monkeypatch.setattr(MyPathView, "get_context_data", writes)
    assert as_user(trainer).get(seen(ana, "path/")).status_code == 200
    assert not LessonProgress.objects.exists()
    assert Look.objects.count() == 1


@pytest.mark.parametrize(
    "elsewhere", ["accounts/password/change/", "enter/", "hours/new/", "nowhere/", "jobs/1/"]
)
def test_other_pages_are_not_shown(ana: Participation, trainer: User, elsewhere: str) -> None:
    response = as_user(trainer).get(seen(ana, elsewhere))
    assert response.status_code == 200
    assert "Esta página no se puede ver aquí" in response.text
    assert not Look.objects.exists()


def test_for_everybody_else_she_does_not_exist(
    school: School, other_school: School, ana: Participation, trainer: User
) -> None:
    strangers = [
        make_staff("otra-docente", school.institution, Role.TRAINER),
        make_staff("supervisora", school.institution, Role.SUPERVISOR),
        make_staff("otra-admin", other_school.institution, Role.ADMINISTRATOR),
        make_learner("berta", school).person.user,
        ana.person.user,
        User.objects.create_superuser("root"),
    ]
    for stranger in strangers:
        assert as_user(stranger).get(seen(ana, "path/")).status_code == 404, stranger
    assert Client().get(seen(ana, "path/")).status_code == 302
    assert as_user(trainer).get(f"/es/seen-as/{uuid4()}/path/").status_code == 404
    assert not Look.objects.exists()


def test_an_administrator_sees_her_a_trainer_who_left_does_not(
    school: School, ana: Participation, trainer: User
) -> None:
    administrator = make_staff("admin", school.institution, Role.ADMINISTRATOR)
    assert as_user(administrator).get(seen(ana, "path/")).status_code == 200
    trainer.person.memberships.update(until=STARTED)
    assert as_user(trainer).get(seen(ana, "path/")).status_code == 404


def test_of_another_institution_nothing_is_shown(
    school: School, other_school: School, ana: Participation, trainer: User
) -> None:
    elsewhere = make_lesson(other_school.module_page, "De la otra")
    enrol(person=ana.person, programme_version=other_school.version, enrolled_by=None, on=STARTED)
    here = make_lesson(school.module_page, "De aquí")
    client = as_user(trainer)
    assert "De la otra" not in client.get(seen(ana, "path/")).text
    assert client.get(seen(ana, inside(lesson_address(elsewhere.translation_key)))).status_code == 404
    assert client.get(seen(ana, inside(lesson_address(here.translation_key)))).status_code == 200


def test_she_reads_on_her_record_who_has_looked(ana: Participation, trainer: User) -> None:
    as_user(trainer).get(seen(ana, "path/"))
    record = as_user(ana.person.user).get("/es/record/").text
    assert "Quién ha mirado" in record
    assert "teresa" in record


def test_the_log_of_looks_is_never_changed(ana: Participation, trainer: User) -> None:
    as_user(trainer).get(seen(ana, "path/"))
    for change in (Look.objects.all().delete, lambda: Look.objects.update(page="x")):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


@pytest.mark.parametrize("lessons", [1, 3])
def test_looking_costs_the_same_for_one_lesson_and_for_three(
    school: School, ana: Participation, trainer: User, lessons: int
) -> None:
    make_lessons(school.module_page, lessons)
    client, page = as_user(trainer), inside(module_address(school.module_page.translation_key))
    client.get(seen(ana, page))
    with exactly(8):
        client.get(seen(ana, page))
