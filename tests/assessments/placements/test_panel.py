"""What my path says of hours on their way."""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation

from assessments.placements.models import Host, Shift
from assessments.placements.panels import build_hours
from assessments.placements.services import approve_shifts, return_shift
from curriculum.api import Visit
from curriculum.models import Participation, Person, ProgrammeVersion
from tests.assessments.conftest import queries

from .conftest import MONDAY, make_shift

pytestmark = pytest.mark.django_db
PATH = "/es/path/"


def visit_of(participation: Participation) -> Visit:
    return Visit(RequestFactory().get(PATH), participation.person, [participation])


def log_twelve_hours(participation: Participation, home: Host) -> list[Shift]:
    """All that the programme asks for, in two days."""
    days = (MONDAY, MONDAY + timedelta(days=1))
    return [make_shift(participation, home, minutes=360, starts_at=day) for day in days]


def main_of(page: HttpResponse) -> str:
    return page.content.decode().split("<main")[1]


def test_a_course_that_asks_for_no_practice_says_nothing_of_hours(
    learner: Client, version: ProgrammeVersion
) -> None:
    version.rule_sets.clear()
    assert "/es/hours/" not in main_of(learner.get(PATH))


def test_practice_that_is_missing_is_the_next_step(
    learner: Client, participation: Participation, home: Host
) -> None:
    make_shift(participation, home, minutes=90)
    page = learner.get(PATH)
    assert page.context["step"].url == "/es/hours/"
    assert "10,5 h" in page.context["step"].detail
    assert 'class="next-step" href="/es/hours/"' in main_of(page)


def test_practice_that_only_waits_for_the_supervisor_asks_nothing_of_the_learner(
    learner: Client, participation: Participation, home: Host
) -> None:
    log_twelve_hours(participation, home)
    page = learner.get(PATH)
    assert page.context["step"].url == ""
    assert "12 h" in page.context["step"].title
    assert "next-step" not in main_of(page)


def test_a_shift_that_came_back_goes_before_new_hours(
    learner: Client, participation: Participation, home: Host, supervisor: Person
) -> None:
    back = make_shift(participation, home, minutes=90)
    with translation.override("en"):
        before = build_hours(visit_of(participation)).steps
        return_shift(uuid=back.uuid, reason="Otro día", decided_by=supervisor.user)
        after = build_hours(visit_of(participation)).steps
    assert [step.title for step in before] == ["Log your practice hours"]
    assert [step.title for step in after] == ["Correct the shift that came back to you"]


def test_the_last_approved_hour_is_celebrated(
    learner: Client, participation: Participation, home: Host, supervisor: Person
) -> None:
    shifts = log_twelve_hours(participation, home)
    assert 'href="/es/record/"' not in main_of(learner.get(PATH))
    approve_shifts(uuids=[shift.uuid for shift in shifts], decided_by=supervisor.user)
    page = learner.get(PATH)
    assert page.context["step"] is None
    assert "Práctica" in main_of(page).split('href="/es/record/"')[0]


def test_what_waits_and_what_came_back_leads_to_my_hours(
    learner: Client, participation: Participation, home: Host, supervisor: Person
) -> None:
    make_shift(participation, home, minutes=90)
    back = make_shift(participation, home, starts_at=MONDAY + timedelta(days=1))
    return_shift(uuid=back.uuid, reason="Otro día", decided_by=supervisor.user)
    shown = main_of(learner.get(PATH)).split('id="hours-on-the-way"')[1]
    assert "1,5 h" in shown
    assert 'href="/es/hours/"' in shown


@pytest.mark.parametrize("count", [1, 3])
def test_my_path_stays_within_its_budget(
    learner: Client, participation: Participation, home: Host, count: int
) -> None:
    for day in range(count):
        make_shift(participation, home, starts_at=MONDAY + timedelta(days=day))
    learner.get(PATH)
    with queries(7):
        learner.get(PATH)
