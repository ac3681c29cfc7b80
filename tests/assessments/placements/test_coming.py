"""A supervisor sees who comes to her places and when, and nobody else's."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from assessments.placements.coming import coming_to
from assessments.placements.models import Agreement, Host, HostSupervisor, Placement
from assessments.placements.permissions import placed_with
from assessments.placements.services import place_learner
from curriculum.models import Membership, Person, ProgrammeVersion
from tests.assessments.conftest import client_of, queries

from .conftest import make_host, make_supervisor
from .test_agreements import learners, make_agreement
from .test_desk import make_administrator

pytestmark = pytest.mark.django_db
COMING = "/es/supervise/coming/"


@pytest.fixture
def office(institution) -> Person:
    return make_administrator(institution, "Alba Nin")


@pytest.fixture
def agreement(home: Host, office: Person) -> Agreement:
    today = timezone.localdate()
    return make_agreement(
        home, office, starts_on=today - timedelta(days=30), ends_on=today + timedelta(days=30)
    )


def placed(version: ProgrammeVersion, agreement: Agreement, office: Person, count: int) -> list[Placement]:
    return [
        place_learner(participation=each, agreement=agreement, placed_by=office.user).placement
        for each in learners(version, count)
    ]


def names(user) -> dict[str, list[str]]:
    return {
        part.shift.name: [each.participation.person.name for each in part.learners]
        for place in coming_to(user)
        for part in place.shifts
    }


def test_by_part_of_the_day_the_earliest_first_and_who_waits_is_not_shown(
    version, agreement, office, supervisor
):
    placed(version, agreement, office, 7)
    found = coming_to(supervisor.user)
    assert [(place.host.name, [part.shift.name for part in place.shifts]) for place in found] == [
        ("Casa 14", ["Turno 1", "Turno 2", "Turno 3"])
    ]
    assert sum(len(part.learners) for part in found[0].shifts) == 6
    assert [part.free for part in found[0].shifts] == [0, 0, 0]


def test_the_page_says_name_hours_and_room(version, agreement, office, supervisor_client: Client):
    placed(version, agreement, office, 1)
    page = supervisor_client.get(COMING).content.decode()
    assert "delia0 Rojas" in page
    assert "06:00 – 14:00" in page
    assert "Hay lugar para 1 persona más." in page


def test_it_is_reached_from_what_waits(supervisor_client: Client):
    assert f'href="{COMING}"' in supervisor_client.get("/es/supervise/").content.decode()


def test_another_supervisor_and_a_learner_see_nobody(version, agreement, office, institution):
    first = placed(version, agreement, office, 1)[0]
    elsewhere = make_supervisor(make_host(institution, key="otra", kind="residence", name="Otra"), "Eva Paz")
    for person in (elsewhere, first.participation.person, office):
        assert names(person.user) == {}
        assert "Nadie tiene ahora un lugar con usted" in client_of(person).get(COMING).content.decode()


def test_after_the_agreement_nobody_comes(version, agreement, office, supervisor):
    placed(version, agreement, office, 1)
    last = timezone.now() + timedelta(days=30)
    assert placed_with(supervisor.user, at=last).count() == 1
    assert placed_with(supervisor.user, at=last + timedelta(days=1)).count() == 0


@pytest.mark.parametrize("what", ["place", "course", "supervision", "role"])
def test_what_has_ended_is_gone(version, agreement, office, supervisor, what):
    yesterday = timezone.localdate() - timedelta(days=1)
    placement = placed(version, agreement, office, 1)[0]
    assert names(supervisor.user) == {"Turno 1": ["delia0 Rojas"]}
    end(what, placement, yesterday)
    assert names(supervisor.user) == {}


def end(what: str, placement: Placement, day: date) -> None:
    if what == "place":
        Placement.objects.filter(pk=placement.pk).update(ended_on=day)
    elif what == "course":
        type(placement.participation).objects.filter(pk=placement.participation_id).update(
            ended_on=day, end_reason="health"
        )
    elif what == "supervision":
        HostSupervisor.objects.update(until=day)
    else:
        Membership.objects.filter(role="supervisor").update(until=day)


@pytest.mark.parametrize("count", [1, 3])
def test_it_costs_the_same_however_many_come(version, agreement, office, supervisor_client: Client, count):
    placed(version, agreement, office, count)
    supervisor_client.get(COMING)
    with queries(3):  # session, user, places
        supervisor_client.get(COMING)
