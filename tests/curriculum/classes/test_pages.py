"""Who sees which page of classes, what the list keeps, and what waits in a phone's queue."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from curriculum.classes.acts import TAKE
from curriculum.classes.enums import Absence, Source
from curriculum.classes.models import ClassSession, PlayArea, Presence
from curriculum.classes.services import add_session
from curriculum.people.models import Participation, Person
from tests.curriculum.offline.phone import act, outcomes, send

from .conftest import EVERYBODY, client_of, later, make_learner

pytestmark = pytest.mark.django_db
OURS = {"trainer", "administrator"}


def sent(*listed: Participation, **fields: Any) -> dict[str, Any]:
    return {"listed": [str(each.uuid) for each in listed], **fields}


@pytest.mark.parametrize("name", EVERYBODY)
def test_only_those_who_teach_or_administer_the_group(
    whoever: Callable[[str], Any], session: ClassSession, ana: Participation, name: str
) -> None:
    client, address = client_of(whoever(name)), f"/es/classes/{session.uuid}/"
    for page in (address, f"{address}sheet/", f"{address}change/", f"/es/classes/group/{session.group_id}/"):
        assert (client.get(page).status_code == 200) == (name in OURS), page
    client.post(address, sent(ana))
    assert Presence.objects.exists() == (name in OURS)
    client.post(f"{address}change/", {"do": "cancel", "cancel-reason": "No"})
    session.refresh_from_db()
    assert not session.is_cancelled or name not in OURS
    client.post(
        f"/es/classes/group/{session.group_id}/",
        {"do": "play", "play-places": 8, "play-daily_fee": "3", "play-currency": "bob"},
    )
    assert PlayArea.objects.exists() == (name in OURS)


@pytest.mark.parametrize("name", EVERYBODY)
def test_my_classes_are_of_my_groups(whoever: Callable[[str], Any], session: ClassSession, name: str) -> None:
    answer = client_of(whoever(name)).get("/es/classes/mine/")
    shown = "Sala 2" in answer.content.decode()
    assert shown == (name in {"learner", "fellow learner"})


def test_the_list_keeps_who_is_pressed_and_how_late(
    session: ClassSession, ana: Participation, bea: Participation, trainer: Person
) -> None:
    client, address = client_of(trainer.user), f"/es/classes/{session.uuid}/"
    fields = {
        f"why-{bea.uuid}": "illness",
        f"late-{ana.uuid}": "10",
        "missing": [str(bea.uuid)],
        "paper": "1",
    }
    assert client.post(address, sent(ana, bea, **fields)).status_code == 302
    hers, other = Presence.objects.order_by("participation__person__name")
    assert (hers.minutes, hers.source, other.absence) == (110, Source.PAPER, Absence.ILLNESS)

    changed = client.post(address, sent(ana, bea))
    assert changed.status_code == 422
    assert "Ana Píriz, Bea Soto" in changed.content.decode()
    assert client.post(address, sent(ana, bea, reason="Dos listas mezcladas")).status_code == 302
    assert Presence.objects.current().filter(absence="").count() == 2


@pytest.mark.parametrize("nonsense", ["-5", "many", "99999"])
def test_nonsense_keeps_nothing(
    session: ClassSession, ana: Participation, trainer: Person, nonsense: str
) -> None:
    client, address = client_of(trainer.user), f"/es/classes/{session.uuid}/"
    assert client.post(address, sent(ana, **{f"late-{ana.uuid}": nonsense})).status_code == 422
    assert client.post(address, {"listed": "nobody"}).status_code == 422
    assert not Presence.objects.exists()


def test_without_signal_it_arrives_once_with_its_time(
    session: ClassSession, ana: Participation, trainer: Person
) -> None:
    waiting = act(TAKE, id=str(uuid4()), minutes_ago=30, session=str(session.uuid), listed=str(ana.uuid))
    for _ in range(2):
        assert outcomes(send(client_of(trainer.user), trainer.user_id, waiting)) == ["done"]
    presence = Presence.objects.get()
    assert timedelta(minutes=30) <= timezone.now() - presence.taken_at < timedelta(minutes=35)


def test_a_list_of_another_group_is_refused_in_the_queue_too(
    session: ClassSession, ana: Participation, whoever: Callable[[str], Any]
) -> None:
    stranger = whoever("trainer of another group")
    waiting = act(TAKE, id=str(uuid4()), minutes_ago=5, session=str(session.uuid), listed=str(ana.uuid))
    assert outcomes(send(client_of(stranger), stranger.pk, waiting)) == ["refused"]
    assert not Presence.objects.exists()


def test_the_next_class_stands_on_her_path(session: ClassSession, ana: Participation) -> None:
    add_session(group=session.group, module=session.module, hour=later(session, 1), planned_by=None)
    PlayArea.objects.create(group=session.group, places=6, daily_fee=3, currency="BOB")
    page = client_of(ana.person.user).get("/es/path/").content.decode()
    assert "Cuidado integral" in page
    assert "BOB" in page


@pytest.mark.parametrize("learners", [1, 3])
def test_queries_of_the_list(
    session: ClassSession, ana: Participation, trainer: Person, learners: int, django_assert_num_queries
) -> None:
    for number in range(learners - 1):
        make_learner(session.group, f"Persona{number} Vidal")
    client = client_of(trainer.user)
    client.get(f"/es/classes/{session.uuid}/")
    with django_assert_num_queries(LIST):
        client.get(f"/es/classes/{session.uuid}/")


LIST = 5
