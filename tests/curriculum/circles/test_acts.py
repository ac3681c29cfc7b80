"""A question written without signal arrives once, when it was written, or says what to change."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from curriculum.circles.acts import ASK
from curriculum.circles.models import Message
from curriculum.people.models import Participation
from tests.curriculum.offline.phone import act, outcomes, send

from .conftest import client_of

pytestmark = pytest.mark.django_db


def written(**fields: Any) -> dict[str, Any]:
    told = {"uuid": str(uuid4()), "text": "¿Y si llueve?", "place_kind": "", "place_key": "", **fields}
    return act(ASK, id=told["uuid"], minutes_ago=300, **told)


def test_it_arrives_once_and_keeps_its_time(ana: Participation) -> None:
    client, sent = client_of(ana.person.user), written()
    for _ in range(2):
        assert outcomes(send(client, ana.person.user_id, sent)) == ["done"]
    message = Message.objects.get()
    assert message.text == "¿Y si llueve?"
    assert timedelta(minutes=300) <= timezone.now() - message.written_at < timedelta(minutes=305)


def test_a_place_that_has_gone_does_not_lose_the_question(ana: Participation) -> None:
    sent = written(place_kind="lesson", place_key=str(uuid4()))
    assert outcomes(send(client_of(ana.person.user), ana.person.user_id, sent)) == ["done"]
    assert Message.objects.get().conversation.place_kind == ""


@pytest.mark.parametrize("text", ["", "La Sra. Pérez no come"])
def test_what_cannot_be_kept_says_what_to_change(ana: Participation, text: str) -> None:
    response = send(client_of(ana.person.user), ana.person.user_id, written(text=text))
    assert outcomes(response) == ["refused"]
    assert not Message.objects.exists()
