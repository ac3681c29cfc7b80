"""Practice at a glance: what waits, whose hours are at risk, how full the places are, and for whose eyes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from assessments.placements.models import Host
from assessments.placements.overview import coverage_of, hours_ahead, minutes_a_week, unanswered
from assessments.placements.services import approve_shifts, place_learner
from curriculum.enums import Role
from curriculum.models import Group, Institution, Participation, Person, ProgrammeVersion
from curriculum.people.staff import give_staff_access
from tests.assessments.conftest import STARTED, client_of

from .conftest import MONDAY, make_shift
from .test_agreements import learners, make_agreement
from .test_desk import make_administrator

pytestmark = pytest.mark.django_db
OVERVIEW = "/admin/practice_overview/"
TODAY = timezone.localdate


@pytest.fixture
def office(institution: Institution) -> Person:
    return make_administrator(institution, "Alba Nin")


@pytest.fixture
def group(version: ProgrammeVersion, participation: Participation, trainer: Person) -> Group:
    kept = make_group(version, "grupo-1", days=13)
    kept.trainers.add(trainer)
    Participation.objects.filter(pk=participation.pk).update(group=kept)
    return kept


def make_group(version: ProgrammeVersion, key: str, days: int | None) -> Group:
    return Group.objects.create(
        institution=version.programme.institution,
        programme_version=version,
        key=key,
        name=key.title(),
        starts_on=STARTED,
        ends_on=None if days is None else TODAY() + timedelta(days=days),
    )


@given(unlogged=st.integers(0, 100_000), days_left=st.integers(0, 400))
def test_so_much_a_week_is_enough_and_a_minute_less_is_not(unlogged: int, days_left: int) -> None:
    weeks_times_seven, found = max(days_left, 7), minutes_a_week(unlogged, days_left)
    assert found * weeks_times_seven >= unlogged * 7
    assert found == 0 or (found - 1) * weeks_times_seven < unlogged * 7


def test_a_learner_stands_with_what_she_needs_has_and_lacks(
    group: Group, participation: Participation, home: Host, supervisor: Person
) -> None:
    done = make_shift(participation, home, minutes=240)
    make_shift(participation, home, minutes=120, starts_at=MONDAY + timedelta(days=1))
    approve_shifts(uuids=[done.uuid], decided_by=supervisor.user)
    (one,) = hours_ahead(group, TODAY())
    practice = one.practice
    assert (practice.need, practice.approved, practice.tally.waiting, practice.missing) == (
        720,
        240,
        120,
        480,
    )
    assert (practice.unlogged, one.days_left, one.a_week) == (360, 14, 180)


def test_without_a_last_day_nothing_is_invented(
    version: ProgrammeVersion, participation: Participation
) -> None:
    endless = make_group(version, "sin-fin", days=None)
    Participation.objects.filter(pk=participation.pk).update(group=endless)
    (one,) = hours_ahead(endless, TODAY())
    assert (one.days_left, one.a_week) == (None, None)


def test_who_has_all_her_hours_is_not_at_risk(
    group: Group, participation: Participation, home: Host, supervisor: Person
) -> None:
    whole = make_shift(participation, home, minutes=720)
    approve_shifts(uuids=[whole.uuid], decided_by=supervisor.user)
    assert hours_ahead(group, TODAY()) == []


def test_the_page_costs_the_same_for_one_learner_and_for_three(
    group: Group,
    version: ProgrammeVersion,
    participation: Participation,
    home: Host,
    trainer: Person,
    office: Person,
    supervisor: Person,
) -> None:
    make_shift(participation, home, starts_at=MONDAY + timedelta(days=5))
    give_staff_access(trainer, Role.TRAINER)
    make_agreement(home, office, ends_on=TODAY() + timedelta(days=9))
    client = client_of(trainer)
    client.get(OVERVIEW)
    counts = []
    for more in (0, 2):
        for number, each in enumerate(learners(version, more)):
            Participation.objects.filter(pk=each.pk).update(group=group)
            make_shift(each, home, starts_at=MONDAY + timedelta(days=number))
        with CaptureQueriesContext(connection) as asked:
            found = hours_ahead(group, TODAY())
        assert len(found) == 1 + more
        with CaptureQueriesContext(connection) as page:
            client.get(OVERVIEW)
        counts.append((len(asked), len(page)))
    assert counts[0] == counts[1]
    assert counts[0][0] == 4


def test_a_week_without_an_answer_is_seen(
    group: Group, participation: Participation, home: Host, trainer: Person, office: Person
) -> None:
    now = timezone.now()
    old = make_shift(participation, home, at=now - timedelta(days=8))
    make_shift(participation, home, at=now - timedelta(days=6), starts_at=MONDAY + timedelta(days=1))
    for person in (trainer, office):
        assert list(unanswered(person.user, now)) == [old]
    page = client_of(office).get(OVERVIEW).content.decode()
    assert "Ana Píriz" in page
    assert "hours_ledger/?long_waiting=true" in page


def test_places_stand_with_who_has_one_and_who_waits(
    version: ProgrammeVersion, home: Host, office: Person, institution: Institution
) -> None:
    agreement = make_agreement(
        home, office, starts_on=TODAY() - timedelta(days=9), ends_on=TODAY() + timedelta(days=9)
    )
    for each in learners(version, 7):
        place_learner(participation=each, agreement=agreement, placed_by=office.user)
    (place,) = coverage_of([institution.pk], TODAY())
    assert (place.placed, place.capacity, place.waiting) == (6, 6, 1)
    assert [(part.taken, part.capacity) for part in place.parts] == [(2, 2)] * 3
    assert coverage_of([institution.pk], TODAY() + timedelta(days=10)) == []
    assert "1 espera" in client_of(office).get(OVERVIEW).content.decode()


def test_a_trainer_sees_her_groups_and_nobody_else_comes_in(
    group: Group,
    version: ProgrammeVersion,
    trainer: Person,
    supervisor: Person,
    other_institution: Institution,
) -> None:
    give_staff_access(trainer, Role.TRAINER)
    strange = make_group(version, "ajeno", days=3)
    client = client_of(trainer)
    page = client.get(OVERVIEW)
    assert page.context["groups"] == [group]
    assert client.get(f"{OVERVIEW}?group={group.pk}", follow=True).status_code == 200
    assert client.get(f"{OVERVIEW}?group={strange.pk}", follow=True).status_code == 404
    elsewhere = client_of(make_administrator(other_institution, "Sara Paz"))
    told = elsewhere.get(OVERVIEW).context
    assert (told["groups"], told["places"], told["late_count"]) == ([], [], 0)
    for stranger in (client_of(supervisor), Client()):
        assert stranger.get(OVERVIEW).status_code in {302, 403}
