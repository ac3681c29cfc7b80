"""A shift written down without signal: kept as the page would keep it, once, or refused with what to change."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from assessments.placements.acts import LOG_SHIFT
from assessments.placements.models import Host, Shift
from assessments.placements.services import return_shift
from curriculum.models import Participation, Person
from tests.curriculum.offline.phone import act, outcomes, send

from .conftest import make_shift

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(participation: Participation) -> int:
    return participation.person.user_id


def written(participation: Participation, host: Host, /, **fields: Any) -> dict[str, Any]:
    """The form as the phone sends it: yesterday from eight to noon."""
    told = {
        "uuid": str(uuid4()),
        "participation": str(participation.uuid),
        "host": str(host.pk),
        "day": (timezone.localdate() - timedelta(days=1)).isoformat(),
        "start": "08:00",
        "end": "12:00",
        "break_minutes": "0",
        "activities": ["washing"],
        "reflection": "",
    }
    id, minutes_ago = fields.pop("id", ""), fields.pop("minutes_ago", 60)
    return act(LOG_SHIFT, id=id, minutes_ago=minutes_ago, **{**told, **fields})


def test_a_shift_is_logged_when_it_was_written_down(
    learner: Client, account: int, participation: Participation, home: Host
) -> None:
    response = send(learner, account, written(participation, home, minutes_ago=300))
    assert outcomes(response) == ["done"]
    shift = Shift.objects.get()
    assert (shift.minutes, shift.person_id) == (240, participation.person_id)
    assert timedelta(minutes=300) <= timezone.now() - shift.logged_at < timedelta(minutes=305)
    assert learner.get(response.json()["answers"][0]["url"]).status_code == 200


def test_it_arrives_once_however_often_it_is_sent(
    learner: Client, account: int, participation: Participation, home: Host
) -> None:
    sent = written(participation, home)
    assert learner.post("/es/hours/new/", sent["fields"]).status_code == 302
    for _ in range(2):
        assert outcomes(send(learner, account, sent)) == ["done"]
    assert Shift.objects.count() == 1


def test_a_shift_that_meets_another_is_refused_with_the_field_to_change(
    learner: Client, account: int, participation: Participation, home: Host
) -> None:
    first, second = written(participation, home), written(participation, home, start="11:00", end="13:00")
    response = send(learner, account, first, second)
    assert outcomes(response) == ["done", "refused"]
    assert "Comienzo:" in response.json()["answers"][1]["text"]
    assert Shift.objects.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": "2099-01-01"},
        {"day": ""},
        {"host": "0"},
        {"activities": []},
        {"activities": ["flying"]},
        {"reflection": "Llamar al 099 123 456"},
        {"participation": str(uuid4())},
        {"uuid": "17"},
        {"corrects": str(uuid4())},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_the_page_would_not_keep_is_refused_in_words(
    learner: Client, account: int, participation: Participation, home: Host, wrong: dict[str, Any]
) -> None:
    response = send(learner, account, written(participation, home, **wrong))
    assert outcomes(response) == ["refused"]
    assert response.json()["answers"][0]["text"]
    assert not Shift.objects.exists()


def test_a_correction_takes_the_place_of_the_returned_shift(
    learner: Client, account: int, participation: Participation, home: Host, supervisor: Person
) -> None:
    returned = make_shift(participation, home)
    return_shift(uuid=returned.uuid, reason="Fue hasta las 11.", decided_by=supervisor.user)
    sent = written(participation, home, corrects=str(returned.uuid))
    assert outcomes(send(learner, account, sent)) == ["done"]
    assert Shift.objects.get(corrects=returned).revision == 2


def test_another_learners_returned_shift_is_not_hers_to_correct(
    learner: Client,
    account: int,
    participation: Participation,
    other_learner: Participation,
    home: Host,
    supervisor: Person,
) -> None:
    returned = make_shift(other_learner, home)
    return_shift(uuid=returned.uuid, reason="Fue hasta las 11.", decided_by=supervisor.user)
    sent = written(participation, home, corrects=str(returned.uuid))
    assert outcomes(send(learner, account, sent)) == ["refused"]
