from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from curriculum.credentials.recording import record_evidence
from curriculum.people.enums import Role
from curriculum.people.models import Participation, Person
from curriculum.people.services import enrol, join_institution
from curriculum.records.services import EvidenceDraft
from curriculum.rules import FactKind
from curriculum.standards.models import Institution

MORNING = datetime(2026, 3, 2, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def practise(participation: Participation, name: str, minutes: int) -> None:
    record_evidence(
        person=participation.person,
        institution=participation.institution,
        recorded_by=None,
        drafts=[
            EvidenceDraft(
                kind=FactKind.PRACTICE,
                minutes=minutes,
                setting="home",
                occurred_at=MORNING,
                source_ref=f"test:{name}",
            )
        ],
    )


def test_the_path_says_in_words_what_is_missing(participation: Participation, client: Client) -> None:
    practise(participation, "a", 690)
    client.force_login(participation.person.user)
    page = client.get(reverse("my_path")).content.decode()
    assert "11,5 h de 12 h" in page
    assert "0,5" in page


def test_the_path_costs_the_same_at_one_and_at_three_entries(
    participation: Participation, client: Client, django_assert_num_queries
) -> None:
    client.force_login(participation.person.user)
    practise(participation, "a", 60)
    client.get(reverse("my_path"))
    with django_assert_num_queries(7):
        client.get(reverse("my_path"))
    practise(participation, "b", 60)
    practise(participation, "c", 60)
    with django_assert_num_queries(7):
        client.get(reverse("my_path"))


def test_a_person_without_a_course_is_shown_where_to_begin(client: Client, db: None) -> None:
    client.force_login(User.objects.create_user("nueva"))
    response = client.get(reverse("my_path"))
    assert response.status_code == 200
    assert "empty" in response.content.decode()


def test_without_an_account_the_way_leads_to_signing_in(client: Client, db: None) -> None:
    for name in ("my_path", "my_record"):
        assert client.get(reverse(name)).status_code == 302


def test_doors_are_shown_by_role(participation: Participation, client: Client) -> None:
    user = participation.person.user
    client.force_login(user)
    assert client.get(reverse("my_path")).context["can_supervise"] is False
    join_institution(
        person=participation.person,
        institution=participation.institution,
        role=Role.SUPERVISOR,
        since=date(2026, 1, 1),
    )
    cache.clear()
    assert client.get(reverse("my_path")).context["can_supervise"] is True


def test_another_institution_sees_nothing_of_mine(
    participation: Participation, other_institution: Institution, client: Client
) -> None:
    practise(participation, "a", 60)
    stranger = Person.objects.create(name="Otra", user=User.objects.create_user("otra"))
    enrol(
        person=stranger,
        programme_version=participation.programme_version,
        enrolled_by=None,
        on=MORNING.date(),
    )
    client.force_login(stranger.user)
    assert "1 h de 12 h" not in client.get(reverse("my_path")).content.decode()


@pytest.mark.parametrize(
    ("role", "begins_at"),
    [(Role.SUPERVISOR, "placements:supervise"), (Role.TRAINER, "wagtailadmin_home"), (None, "my_path")],
)
def test_everybody_begins_where_her_work_waits(
    institution: Institution, client: Client, role: Role | None, begins_at: str
) -> None:
    user = User.objects.create_user("alguien")
    person = Person.objects.create(name="Alguien", user=user)
    if role:
        join_institution(person=person, institution=institution, role=role, since=date(2026, 1, 1))
    client.force_login(user)
    assert client.get(reverse("enter"))["Location"] == reverse(begins_at)


def test_a_learner_begins_on_her_path_even_if_she_also_supervises(
    participation: Participation, client: Client
) -> None:
    join_institution(
        person=participation.person,
        institution=participation.institution,
        role=Role.SUPERVISOR,
        since=date(2026, 1, 1),
    )
    client.force_login(participation.person.user)
    assert client.get(reverse("enter"))["Location"] == reverse("my_path")
