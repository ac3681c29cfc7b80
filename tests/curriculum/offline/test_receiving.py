"""The inbox: in order, each act for itself, exactly once, and never somebody else's."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from curriculum.models import Evidence, Participation, Person, ReceivedAct
from curriculum.offline import registry
from curriculum.offline.acts import Act, ActRefused, Done
from modules.models import LessonPage, LessonProgress
from tests.modules.school import School, exactly, make_learner

from .phone import ACTS, act, outcomes, send

pytestmark = pytest.mark.django_db
MakeAct = Callable[..., dict[str, Any]]


@pytest.fixture
def taken() -> Iterator[list[str]]:
    """The names that acts of the kind "note" brought, in the order in which they were taken in."""
    names: list[str] = []

    def take(sent: Act) -> Done:
        name = sent.form["name"]
        Person.objects.filter(pk=sent.person.pk).update(name=name)
        if name == "refuse me":
            raise ActRefused(["Write another name."])
        if name == "break":
            raise RuntimeError(name)
        names.append(name)
        return Done("Noted.", "/es/path/")

    registry._handlers["note"] = take
    yield names
    del registry._handlers["note"]


def note(name: str, **told: Any) -> dict[str, Any]:
    return act("note", name=name, **told)


def account(learner: Participation) -> int:
    return learner.person.user_id


def test_acts_are_taken_in_their_order(phone: Client, learner: Participation, taken: list[str]) -> None:
    response = send(phone, account(learner), note("one"), note("two"), note("three"))
    assert outcomes(response) == ["done"] * 3
    assert taken == ["one", "two", "three"]
    assert response.json()["answers"][0]["text"] == "Noted."


def test_the_same_act_again_gets_the_same_answer_and_writes_nothing(
    phone: Client, learner: Participation, lessons: list[LessonPage], finished: MakeAct
) -> None:
    sent = [finished(page) for page in lessons]
    first = send(phone, account(learner), *sent)
    before = LessonProgress.objects.count(), Evidence.objects.count(), ReceivedAct.objects.count()
    again = send(phone, account(learner), *reversed(sent))
    assert again.json()["answers"] == first.json()["answers"][::-1]
    assert (LessonProgress.objects.count(), Evidence.objects.count(), ReceivedAct.objects.count()) == before
    assert before == (4, 1, 4)


def test_a_refusal_is_kept_too_and_stops_nobody(
    phone: Client, learner: Participation, taken: list[str]
) -> None:
    refused = note("refuse me")
    response = send(phone, account(learner), note("one"), refused, note("two"))
    assert outcomes(response) == ["done", "refused", "done"]
    assert response.json()["answers"][1]["text"] == "Write another name."
    assert send(phone, account(learner), refused).json()["answers"] == response.json()["answers"][1:2]
    assert taken == ["one", "two"]


def test_nothing_stays_of_what_was_refused(phone: Client, learner: Participation, taken: list[str]) -> None:
    send(phone, account(learner), note("refuse me"))
    learner.person.refresh_from_db()
    assert learner.person.name == "ana"


def test_a_fault_of_ours_stops_what_stands_behind_it_and_is_tried_again(
    phone: Client, learner: Participation, taken: list[str]
) -> None:
    sent = [note("one"), note("break"), note("two")]
    assert outcomes(send(phone, account(learner), *sent)) == ["done", "later"]
    assert taken == ["one"]
    assert ReceivedAct.objects.count() == 1
    sent[1]["fields"]["name"] = ["mended"]
    assert outcomes(send(phone, account(learner), *sent)) == ["done"] * 3
    assert taken == ["one", "mended", "two"]


def test_the_same_id_with_other_contents_is_refused(
    phone: Client, learner: Participation, taken: list[str]
) -> None:
    name = str(uuid4())
    response = send(phone, account(learner), note("one", id=name), note("two", id=name))
    assert outcomes(response) == ["done", "refused"]
    assert taken == ["one"]


def test_two_people_may_have_the_same_id(
    school: School, phone: Client, learner: Participation, taken: list[str]
) -> None:
    other, others_phone, name = make_learner("bea", school), Client(), str(uuid4())
    others_phone.force_login(other.person.user)
    assert outcomes(send(phone, account(learner), note("one", id=name))) == ["done"]
    assert outcomes(send(others_phone, account(other), note("two", id=name))) == ["done"]
    assert taken == ["one", "two"]


def test_a_kind_that_nobody_takes_is_refused_in_words(phone: Client, learner: Participation) -> None:
    response = send(phone, account(learner), act("unknown"))
    assert outcomes(response) == ["refused"]
    assert response.json()["answers"][0]["text"]


def test_both_moments_are_kept(phone: Client, learner: Participation, taken: list[str]) -> None:
    send(phone, account(learner), note("one", minutes_ago=3 * 24 * 60))
    receipt = ReceivedAct.objects.get()
    assert timedelta(days=3) <= receipt.received_at - receipt.occurred_at < timedelta(days=3, minutes=5)
    assert receipt.received_at <= datetime.now(UTC)


def test_an_act_of_tomorrow_happened_when_it_arrived(
    phone: Client, learner: Participation, taken: list[str]
) -> None:
    send(phone, account(learner), note("one", minutes_ago=-24 * 60))
    receipt = ReceivedAct.objects.get()
    assert receipt.occurred_at == receipt.received_at


# Who may


def test_who_is_not_signed_in_keeps_her_queue(learner: Participation, taken: list[str]) -> None:
    assert send(Client(), account(learner), note("one")).status_code == 401
    assert taken == []


def test_another_accounts_queue_is_never_taken(
    school: School, phone: Client, learner: Participation, taken: list[str]
) -> None:
    other = make_learner("bea", school)
    assert send(phone, account(other), note("one")).status_code == 409
    assert taken == []


def test_an_account_without_a_person_has_nothing_to_send(django_user_model: Any, taken: list[str]) -> None:
    client, user = Client(), django_user_model.objects.create_user("nobody")
    client.force_login(user)
    assert send(client, user.pk, note("one")).status_code == 403
    assert taken == []


def test_only_our_own_pages_may_send(learner: Participation, taken: list[str]) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner.person.user)
    assert send(client, account(learner), note("one")).status_code == 403
    token = client.get("/es/phone/token/").json()
    assert token["account"] == str(account(learner))
    client.defaults["HTTP_X_CSRFTOKEN"] = token["token"]
    assert send(client, account(learner), note("one")).status_code == 200
    assert taken == ["one"]


def test_a_token_of_before_the_sign_in_is_refused_and_a_fresh_one_taken(
    learner: Participation, taken: list[str]
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(learner.person.user)
    old = client.get("/es/phone/token/").json()["token"]
    del client.cookies["csrftoken"]
    fresh = client.get("/es/phone/token/").json()["token"]
    client.defaults["HTTP_X_CSRFTOKEN"] = old
    assert send(client, account(learner), note("one")).status_code == 403
    client.defaults["HTTP_X_CSRFTOKEN"] = fresh
    assert send(client, account(learner), note("one")).status_code == 200


@pytest.mark.parametrize("body", ["", "[]", '{"account": 1}'])
def test_what_is_no_batch_is_not_taken(phone: Client, body: str) -> None:
    assert phone.post(ACTS, body, content_type="application/json").status_code == 400


def test_reading_the_inbox_is_no_way_in(phone: Client) -> None:
    assert phone.get(ACTS).status_code == 405


# What it costs: session, account, person, receipts; then each act and its receipt


@pytest.mark.parametrize(("count", "asked"), [(1, 5), (3, 7)])
def test_each_act_costs_its_own_work_and_one_receipt(
    phone: Client, learner: Participation, taken: list[str], count: int, asked: int
) -> None:
    notes = [note(f"name {number}") for number in range(count)]
    registry._handlers["note"] = lambda sent: Done("")
    phone.get("/es/phone/token/")  # a process that has served something knows its site
    with exactly(asked):
        send(phone, account(learner), *notes)
    with exactly(4):
        send(phone, account(learner), *notes)
