"""What my path says of hours on their way."""

from datetime import timedelta

import pytest
from django.test import Client

from assessments.placements.models import Host
from assessments.placements.services import return_shift
from curriculum.models import Participation, Person
from tests.assessments.conftest import queries

from .conftest import MONDAY, make_shift

pytestmark = pytest.mark.django_db
PATH = "/es/path/"


def test_nothing_on_the_way_is_nothing_said(learner: Client) -> None:
    assert "/es/hours/" not in learner.get(PATH).content.decode().split("<main")[1]


def test_what_waits_and_what_came_back_leads_to_my_hours(
    learner: Client, participation: Participation, home: Host, supervisor: Person
) -> None:
    make_shift(participation, home, minutes=90)
    back = make_shift(participation, home, starts_at=MONDAY + timedelta(days=1))
    return_shift(uuid=back.uuid, reason="Otro día", decided_by=supervisor.user)
    shown = learner.get(PATH).content.decode().split("<main")[1]
    assert "1,5 h" in shown
    assert 'href="/es/hours/"' in shown


@pytest.mark.parametrize("count", [1, 3])
def test_my_path_stays_within_its_budget(
    learner: Client, participation: Participation, home: Host, count: int
) -> None:
    for day in range(count):
        make_shift(participation, home, starts_at=MONDAY + timedelta(days=day))
    learner.get(PATH)
    with queries(9):
        learner.get(PATH)
