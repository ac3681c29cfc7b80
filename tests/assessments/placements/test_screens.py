"""The screens of learner and supervisor: what they say, what they refuse, what they cost."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from assessments.placements.enums import State
from assessments.placements.models import DecisionReason, Host, Shift, ShiftDecision
from assessments.placements.services import approve_shifts, return_shift
from curriculum.credentials.queries import award_rules_of
from curriculum.models import Evidence, Participation, Person
from curriculum.standards.rulebook import rules_of
from tests.assessments.conftest import queries

from .conftest import LATER, MONDAY, make_shift

pytestmark = pytest.mark.django_db
HOURS, NEW, SUPERVISE, APPROVE = "/es/hours/", "/es/hours/new/", "/es/supervise/", "/es/supervise/approve/"


def correct_url(shift: Shift) -> str:
    return f"/es/hours/{shift.uuid}/correct/"


def return_url(shift: Shift) -> str:
    return f"/es/supervise/{shift.uuid}/return/"


def filled(participation: Participation, host: Host, **changed: Any) -> dict[str, Any]:
    """What a browser sends for a morning at a host."""
    return {
        "uuid": str(uuid4()),
        "participation": str(participation.uuid),
        "host": str(host.pk),
        "day": "2026-03-09",
        "start": "08:00",
        "end": "12:00",
        "break_minutes": "0",
        "activities": ["washing"],
        "reflection": "",
        **changed,
    }


def state_of(shift: Shift) -> State:
    return Shift.objects.select_related("decision").get(pk=shift.pk).state


def test_a_logged_shift_waits_and_shows_its_hours(
    learner: Client, participation: Participation, home: Host
) -> None:
    answer = learner.post(NEW, filled(participation, home, break_minutes="30"), follow=True)
    shift = Shift.objects.get()
    assert (shift.minutes, shift.setting, shift.activity_class, shift.starts_at) == (
        210,
        "home",
        "basic",
        MONDAY,
    )
    html = answer.content.decode()
    assert "3,5 h" in html
    assert "08:00 – 12:00" in html


def test_the_form_sent_twice_logs_one_shift(
    learner: Client, participation: Participation, home: Host
) -> None:
    sent = filled(participation, home)
    for _ in range(2):
        assert learner.post(NEW, sent).status_code == 302
    assert Shift.objects.count() == 1
    learner.post(NEW, {**sent, "end": "13:00"})
    assert Shift.objects.get().minutes == 240


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"end": "07:00"}, "end"),
        ({"end": "08:00"}, "end"),
        ({"end": "14:00", "next_day": "on"}, "end"),
        ({"day": "2999-03-09"}, "day"),
        ({"day": "2099-03-09"}, "day"),
        ({"day": "0001-01-01"}, "day"),
        ({"day": "2026-01-09"}, "day"),
        ({"day": "ayer"}, "day"),
        ({"day": ""}, "day"),
        ({"start": "25:99"}, "start"),
        ({"break_minutes": "240"}, "break_minutes"),
        ({"break_minutes": "-5"}, "break_minutes"),
        ({"break_minutes": "media hora"}, "break_minutes"),
        ({"break_minutes": "9" * 40}, "break_minutes"),
        ({"activities": []}, "activities"),
        ({"activities": ["volar"]}, "activities"),
        ({"host": "999999"}, "host"),
        ({"host": ""}, "host"),
        ({"participation": str(uuid4())}, "participation"),
        ({"uuid": "no"}, "uuid"),
        ({"reflection": "x" * 100_000}, "reflection"),
        ({"reflection": "La nieta es 099 123 456"}, "reflection"),
        ({"reflection": "con un \x00 adentro"}, "reflection"),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(
    learner: Client, participation: Participation, home: Host, changed: dict[str, Any], field: str
) -> None:
    answer = learner.post(NEW, {**filled(participation, home), **changed})
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not Shift.objects.exists()


def test_an_overlap_says_which_shift_is_in_the_way(
    learner: Client, participation: Participation, home: Host, residence: Host
) -> None:
    learner.post(NEW, filled(participation, home))
    answer = learner.post(NEW, filled(participation, residence, start="11:00", end="15:00"))
    (error,) = answer.context["form"].errors["start"]
    assert "8:00" in error
    assert "12:00" in error
    assert Shift.objects.count() == 1


def test_a_night_shift_ends_the_next_day(learner: Client, participation: Participation, home: Host) -> None:
    learner.post(NEW, filled(participation, home, start="22:00", end="06:00", next_day="on"))
    assert Shift.objects.get().minutes == 480


def test_a_time_that_came_twice_is_asked_for(
    learner: Client, participation: Participation, home: Host
) -> None:
    """In Santiago the clocks went back from 24:00 to 23:00 on 4 April 2026."""
    Host.objects.update(time_zone="America/Santiago")
    sent = filled(participation, home, day="2026-04-04", start="20:00", end="23:30")
    answer = learner.post(NEW, sent)
    assert list(answer.context["form"].errors) == ["end_turn"]
    assert 'type="radio" name="end_turn"' in answer.content.decode()
    learner.post(NEW, {**sent, "end_turn": "1"})
    assert Shift.objects.get().minutes == 270


def test_a_time_that_never_was_is_refused(learner: Client, participation: Participation, home: Host) -> None:
    """In New York the clocks jumped from 2:00 to 3:00 on 8 March 2026."""
    Host.objects.update(time_zone="America/New_York")
    answer = learner.post(NEW, filled(participation, home, day="2026-03-08", start="02:30", end="06:00"))
    assert list(answer.context["form"].errors) == ["start"]


def test_the_form_opens_with_today_and_the_last_place(
    learner: Client, participation: Participation, home: Host, residence: Host
) -> None:
    make_shift(participation, residence)
    form = learner.get(NEW).context["form"]
    assert form["host"].value() == str(residence.pk)
    assert form["day"].value() is not None


def test_a_returned_shift_comes_first_and_is_corrected(
    learner: Client, shift: Shift, supervisor: Person, participation: Participation, home: Host
) -> None:
    return_shift(uuid=shift.uuid, reason="Terminó a las 11", decided_by=supervisor.user)
    html = learner.get(HOURS).content.decode()
    assert "Terminó a las 11" in html
    assert correct_url(shift) in html
    assert learner.get(correct_url(shift)).context["form"]["end"].value().hour == 12

    learner.post(correct_url(shift), filled(participation, home, end="11:00"))
    corrected = Shift.objects.get(corrects=shift)
    assert (corrected.minutes, corrected.revision, state_of(corrected)) == (180, 2, State.WAITING)
    assert state_of(shift) is State.RETURNED
    assert correct_url(shift) not in learner.get(HOURS).content.decode()
    assert learner.get(correct_url(shift)).status_code == 404


def test_a_waiting_shift_can_be_taken_back_and_its_time_is_free_again(
    learner: Client, shift: Shift, participation: Participation, home: Host
) -> None:
    learner.post(f"/es/hours/{shift.uuid}/take-back/")
    assert state_of(shift) is State.WITHDRAWN
    learner.post(NEW, filled(participation, home))
    assert Shift.objects.count() == 2


def test_hours_done_waiting_and_missing_are_said_in_words(
    learner: Client, participation: Participation, home: Host, supervisor: Person
) -> None:
    shifts = [
        make_shift(participation, home, starts_at=MONDAY + timedelta(days=day), minutes=minutes)
        for day, minutes in enumerate([690, 30])
    ]
    approve_shifts(uuids=[shifts[0].uuid], decided_by=supervisor.user)
    practice = learner.get(HOURS).context["courses"][0][1]
    assert (practice.approved, practice.need, practice.missing, practice.tally.waiting) == (690, 720, 30, 30)
    assert practice.tally.settings == [("home", 690, 30)]
    assert "11,5 h" in learner.get(HOURS).content.decode()


def test_somebody_without_a_course_is_told_so(client: Client, supervisor_client: Client) -> None:
    assert supervisor_client.get(HOURS).status_code == 200
    assert supervisor_client.get(NEW).status_code == 302
    assert client.get(HOURS).status_code == 302


def test_one_press_approves_and_says_what_happened(supervisor_client: Client, shift: Shift) -> None:
    page = supervisor_client.get(SUPERVISE).content.decode()
    for seen in ["Ana Píriz", "08:00 – 12:00", "4 h", "Casa 14", f'value="{shift.uuid}"']:
        assert seen in page
    answer = supervisor_client.post(APPROVE, {"only": str(shift.uuid)}, follow=True)
    assert [str(message) for message in answer.context["messages"]] != []
    assert "4 h" in answer.content.decode()
    assert state_of(shift) is State.APPROVED
    assert Evidence.objects.get().minutes == 240


def test_those_that_are_ticked_are_approved(
    supervisor_client: Client, shift: Shift, other_learner: Participation, home: Host
) -> None:
    second, third = (
        make_shift(other_learner, home, starts_at=MONDAY + timedelta(days=day)) for day in range(2)
    )
    supervisor_client.post(APPROVE, {"shift": [str(shift.uuid), str(second.uuid)]})
    assert [state_of(one) for one in (shift, second, third)] == [
        State.APPROVED,
        State.APPROVED,
        State.WAITING,
    ]


def test_all_of_a_learner_are_those_that_the_page_showed(
    supervisor_client: Client, shift: Shift, other_learner: Participation, home: Host
) -> None:
    shown, later = (
        make_shift(other_learner, home, starts_at=MONDAY + timedelta(days=day)) for day in range(2)
    )
    name = f"of-{other_learner.person_id}"
    assert f'name="{name}" value="{shown.uuid}"' in supervisor_client.get(SUPERVISE).content.decode()
    supervisor_client.post(APPROVE, {"learner": other_learner.person_id, name: [str(shown.uuid)]})
    assert [state_of(one) for one in (shift, shown, later)] == [
        State.WAITING,
        State.APPROVED,
        State.WAITING,
    ]


def test_a_ready_reason_is_enough(supervisor_client: Client, shift: Shift) -> None:
    assert supervisor_client.post(return_url(shift), {"ready": "times"}).status_code == 302
    assert DecisionReason.objects.get().text


def test_pressing_with_nothing_ticked_asks_to_tick(supervisor_client: Client, shift: Shift) -> None:
    assert supervisor_client.post(APPROVE).status_code == 302
    assert not ShiftDecision.objects.exists()


@pytest.mark.parametrize("strange", ["x", "0", str(UUID(int=0)), "' or 1=1"])
def test_what_is_no_shift_of_hers_does_not_exist(
    supervisor_client: Client, shift: Shift, strange: str
) -> None:
    assert supervisor_client.post(APPROVE, {"shift": [str(shift.uuid), strange]}).status_code == 404
    assert not ShiftDecision.objects.exists()


def test_a_shift_goes_back_with_its_reason(supervisor_client: Client, shift: Shift) -> None:
    assert supervisor_client.get(return_url(shift)).status_code == 200
    assert supervisor_client.post(return_url(shift), {"ready": "other", "reason": " "}).status_code == 422
    assert (
        supervisor_client.post(return_url(shift), {"ready": "other", "reason": "a@b.org me dijo"}).status_code
        == 422
    )
    assert (
        supervisor_client.post(return_url(shift), {"ready": "other", "reason": "x" * 9000}).status_code == 422
    )
    assert state_of(shift) is State.WAITING
    supervisor_client.post(return_url(shift), {"ready": "other", "reason": "Era martes"})
    assert state_of(shift) is State.RETURNED
    assert supervisor_client.get(return_url(shift)).status_code == 404


def test_an_empty_list_says_why_it_is_empty(supervisor_client: Client, learner: Client) -> None:
    assert supervisor_client.get(SUPERVISE).context["supervises"] is True
    assert learner.get(SUPERVISE).context["supervises"] is False


@pytest.mark.parametrize("count", [1, 3])
def test_the_waiting_list_costs_the_same_however_long(
    supervisor_client: Client,
    participation: Participation,
    home: Host,
    count: int,
) -> None:
    for day in range(count):
        make_shift(participation, home, starts_at=MONDAY + timedelta(days=day))
    supervisor_client.get(SUPERVISE)
    with queries(6):  # session, user, count, shifts, activities, corrections
        supervisor_client.get(SUPERVISE)


@pytest.mark.parametrize("count", [1, 3])
def test_my_hours_cost_the_same_however_many(
    learner: Client,
    participation: Participation,
    home: Host,
    count: int,
) -> None:
    for day in range(count):
        make_shift(participation, home, starts_at=MONDAY + timedelta(days=day))
    learner.get(HOURS)
    with queries(9):
        learner.get(HOURS)


@pytest.mark.parametrize("count", [1, 50])
def test_approving_costs_the_same_for_one_and_for_fifty(
    supervisor_client: Client,
    participation: Participation,
    other_learner: Participation,
    home: Host,
    count: int,
) -> None:
    learners = [participation, other_learner]
    shifts = [
        make_shift(
            learners[index % 2],
            home,
            starts_at=MONDAY + timedelta(hours=3 * (index // 2)),
            minutes=10,
            excess_reason="Guardias cortas",
        )
        for index in range(count)
    ]
    supervisor_client.get(SUPERVISE)
    award_rules_of(participation.programme_version_id)  # remembered: they are the same for everybody
    with queries(7):  # session, user, shifts with persons, decisions, evidence; settling: courses, evidence
        supervisor_client.post(APPROVE, {"shift": [str(one.uuid) for one in shifts]})
    assert Evidence.objects.count() == count


def test_approving_what_earns_awards(
    supervisor_client: Client,
    participation: Participation,
    other_learner: Participation,
    home: Host,
) -> None:
    shifts = [make_shift(each, home, minutes=720, at=LATER) for each in (participation, other_learner)]
    supervisor_client.get(SUPERVISE)
    rules = award_rules_of(participation.programme_version_id)
    rules_of([rule.digest for rule in rules])  # a process reads each once
    with queries(11):  # four more: awards held, what is owed, awards, citations
        supervisor_client.post(APPROVE, {"shift": [str(one.uuid) for one in shifts]})
