"""Who works here signs in with a second step, by role; learners and supervisors need none."""

from datetime import date, timedelta

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import User
from django.utils import timezone

from curriculum.people.enums import Role
from curriculum.people.models import Person
from curriculum.people.registering import give_role
from curriculum.standards.models import Institution
from tests.factories import InstitutionFactory, PersonFactory

pytestmark = pytest.mark.django_db
LONG_AGO = date(2025, 1, 1)
SET_UP = "/es/accounts/2fa/"


@pytest.fixture(autouse=True)
def second_step_is_asked_for(settings):
    settings.CUIDAR_SECOND_STEP_ROLES = ["trainer", "assessor", "administrator"]


@pytest.fixture
def school() -> Institution:
    return InstitutionFactory(second_factor_grace=7)


def with_role(role: Role, school: Institution, since: date = LONG_AGO) -> Person:
    person = PersonFactory()
    give_role(person=person, institution=school, role=role, since=since)
    return person


@pytest.mark.parametrize(
    ("role", "asked"),
    [
        (Role.TRAINER, True),
        (Role.ASSESSOR, True),
        (Role.ADMINISTRATOR, True),
        (Role.SUPERVISOR, False),
        (Role.LEARNER, False),
    ],
)
@pytest.mark.parametrize("address", ["/es/path/", "/admin/", "/es/supervise/", "/es/record/"])
def test_it_is_asked_for_by_role_on_every_page(client, school, role, asked, address):
    client.force_login(with_role(role, school).user)
    answer = client.get(address)
    assert (answer.status_code == 302 and answer.url == SET_UP) == asked


def test_the_pages_where_it_is_set_up_stay_open(client, school):
    client.force_login(with_role(Role.TRAINER, school).user)
    for address in (SET_UP, "/es/accounts/logout/", "/es/accounts/password/change/"):
        assert client.get(address).status_code == 200
    assert client.post("/es/language/", {"language": "pt", "next": SET_UP}).url.startswith("/pt/")


def test_it_opens_as_soon_as_it_is_set_up(client, school):
    person = with_role(Role.TRAINER, school)
    client.force_login(person.user)
    assert client.get("/admin/").status_code == 302
    TOTP.activate(person.user, generate_totp_secret())
    from django.core.cache import cache

    cache.clear()
    assert client.get("/admin/").status_code == 200


@pytest.mark.parametrize(("days_ago", "asked"), [(0, False), (6, False), (7, True)])
def test_each_institution_gives_some_days(client, school, days_ago, asked):
    since = timezone.localdate() - timedelta(days=days_ago)
    client.force_login(with_role(Role.TRAINER, school, since).user)
    assert (client.get("/admin/").status_code == 302) == asked


def test_a_superuser_needs_it_at_once(client):
    client.force_login(User.objects.create_superuser("root"))
    assert client.get("/admin/").url == SET_UP


def test_a_role_that_has_ended_asks_for_nothing(client, school):
    person = with_role(Role.TRAINER, school)
    person.memberships.update(until=timezone.localdate())
    client.force_login(person.user)
    assert client.get("/es/path/").status_code == 200


def test_a_written_act_is_stopped_too(client, school):
    client.force_login(with_role(Role.ADMINISTRATOR, school).user)
    assert client.post("/admin/people/new/", {"name": "X"}).url == SET_UP


def test_production_asks_for_it_and_the_demonstration_does_not(settings):
    from curriculum.site.settings import base

    assert set(base.CUIDAR_SECOND_STEP_ROLES) == {"trainer", "assessor", "administrator", "auditor"}
