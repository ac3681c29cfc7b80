"""Logging, correcting and taking back, as services."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from assessments.placements.checks import Objection
from assessments.placements.drafts import ShiftDraft
from assessments.placements.enums import ShiftKind, State
from assessments.placements.errors import (
    AlreadyCorrected,
    AlreadyDecided,
    ShiftConflict,
    ShiftRefused,
)
from assessments.placements.models import Host, PlacementPolicy, Shift, ShiftDecision, ShiftReflection
from assessments.placements.services import (
    approve_shifts,
    log_shift,
    resubmit_shift,
    return_shift,
    withdraw_shift,
)
from curriculum.enums import EndReason
from curriculum.models import Evidence, Institution, Participation, Person
from curriculum.people.services import end_participation

from .conftest import LATER, MONDAY, make_host, make_shift

pytestmark = pytest.mark.django_db


def draft(participation: Participation, host: Host, minutes: int = 240, **fields: object) -> ShiftDraft:
    values = {
        "uuid": uuid4(),
        "participation": participation,
        "host": host,
        "starts_at": MONDAY,
        "ends_at": MONDAY + timedelta(minutes=minutes),
        **fields,
    }
    return ShiftDraft(**values)  # type: ignore[arg-type]


def refused(sent: ShiftDraft) -> set[Objection]:
    with pytest.raises(ShiftRefused) as caught:
        log_shift(draft=sent, logged_by=sent.participation.person.user, at=LATER)
    assert not Shift.objects.filter(uuid=sent.uuid).exists()
    return {refusal.objection for refusal in caught.value.refusals}


@pytest.mark.parametrize(
    ("activities", "stored"),
    [
        (["washing", "eating"], "basic"),
        (["cooking"], "instrumental"),
        (["washing", "cooking"], ""),
        ([], ""),
    ],
)
def test_minutes_count_for_a_class_only_when_all_activities_are_of_it(
    participation: Participation, home: Host, activities: list[str], stored: str
) -> None:
    shift = make_shift(participation, home, activities=activities)
    assert shift.activity_class == stored
    assert {activity.key for activity in shift.activities.all()} == set(activities)


def test_seconds_are_left_out(participation: Participation, home: Host) -> None:
    sent = draft(
        participation,
        home,
        starts_at=MONDAY + timedelta(seconds=59),
        ends_at=MONDAY + timedelta(minutes=90, seconds=1),
    )
    assert log_shift(draft=sent, logged_by=participation.person.user, at=LATER).minutes == 90


def test_the_school_sets_how_long_a_shift_may_last(participation: Participation, home: Host) -> None:
    assert refused(draft(participation, home, minutes=721)) == {Objection.TOO_LONG}
    PlacementPolicy.objects.create(institution=home.institution, longest_shift_minutes=180)
    assert refused(draft(participation, home, minutes=181)) == {Objection.TOO_LONG}


def test_a_place_of_another_school_or_a_closed_one_is_refused(
    participation: Participation, home: Host, other_institution: Institution
) -> None:
    strange = make_host(other_institution, key="otra")
    assert refused(draft(participation, strange)) == {Objection.NOT_PLACED_HERE}
    home.is_active = False
    home.save()
    assert refused(draft(participation, home)) == {Objection.NOT_PLACED_HERE}


def test_nothing_counts_before_or_after_taking_part(participation: Participation, home: Host) -> None:
    early = MONDAY - timedelta(days=8)
    before = draft(participation, home, starts_at=early, ends_at=early + timedelta(hours=1))
    assert refused(before) == {Objection.BEFORE_PARTICIPATION}
    end_participation(
        participation=participation, on=MONDAY.date() - timedelta(days=1), reason=EndReason.MOVED
    )
    assert refused(draft(participation, home)) == {Objection.AFTER_PARTICIPATION}


def test_time_that_waits_or_counts_is_taken_at_every_place(
    participation: Participation, home: Host, residence: Host, supervisor: Person
) -> None:
    first = make_shift(participation, home)
    assert refused(draft(participation, residence)) == {Objection.OVERLAP}
    approve_shifts(uuids=[first.uuid], decided_by=supervisor.user)
    assert refused(draft(participation, residence)) == {Objection.OVERLAP}


def test_time_of_a_returned_shift_is_free_again(
    participation: Participation, home: Host, residence: Host, supervisor: Person
) -> None:
    first = make_shift(participation, home)
    return_shift(uuid=first.uuid, reason="Otro lugar", decided_by=supervisor.user)
    assert make_shift(participation, residence).pk


def test_a_uuid_names_one_shift_for_ever(participation: Participation, home: Host, residence: Host) -> None:
    uuid = uuid4()
    first = make_shift(participation, home, uuid=uuid)
    assert make_shift(participation, home, uuid=uuid).pk == first.pk
    with pytest.raises(ShiftConflict):
        make_shift(participation, residence, uuid=uuid)


@pytest.mark.parametrize("changed", [{"activities": ("cooking",)}, {"reflection": "Cantar ayuda."}])
def test_a_change_sent_under_a_used_uuid_is_never_dropped_in_silence(
    participation: Participation, home: Host, changed: dict
) -> None:
    """She went back, changed the form and sent it again."""
    written = {"uuid": uuid4(), "activities": ("washing",), "reflection": "Hablar despacio."}
    first = make_shift(participation, home, **written)
    assert make_shift(participation, home, **written) == first
    with pytest.raises(ShiftConflict):
        make_shift(participation, home, **(written | changed))


def test_a_uuid_of_somebody_else_gives_nothing_away(
    participation: Participation, other_learner: Participation, home: Host
) -> None:
    first = make_shift(participation, home)
    with pytest.raises(ShiftConflict):
        make_shift(other_learner, home, uuid=first.uuid)


def test_a_reflection_stands_apart_and_can_be_erased(participation: Participation, home: Host) -> None:
    shift = make_shift(participation, home, reflection="  Aprendí a esperar. ")
    assert shift.reflection.text == "Aprendí a esperar."
    ShiftReflection.objects.all().delete()
    assert Shift.objects.get().minutes == 240


def test_a_reflection_that_names_somebody_keeps_nothing(participation: Participation, home: Host) -> None:
    sent = draft(participation, home, 0, reflection="Su cédula es 1.234.567-8")
    assert refused(sent) == {Objection.IDENTIFIES_SOMEBODY, Objection.END_BEFORE_START}


def test_only_a_returned_shift_is_corrected_and_only_once(
    participation: Participation, home: Host, supervisor: Person
) -> None:
    shift, account = make_shift(participation, home), participation.person.user
    with pytest.raises(AlreadyDecided):
        resubmit_shift(returned=shift, draft=draft(participation, home, 60), logged_by=account, at=LATER)
    return_shift(uuid=shift.uuid, reason="Fue una hora", decided_by=supervisor.user)
    sent = draft(participation, home, 60)
    corrected = resubmit_shift(returned=shift, draft=sent, logged_by=account, at=LATER)
    assert (corrected.revision, corrected.minutes, corrected.is_waiting) == (2, 60, True)
    assert resubmit_shift(returned=shift, draft=sent, logged_by=account, at=LATER).pk == corrected.pk
    with pytest.raises(AlreadyCorrected):
        resubmit_shift(returned=shift, draft=draft(participation, home, 90), logged_by=account, at=LATER)


def test_taking_back_twice_is_taking_back_once(shift: Shift) -> None:
    first = withdraw_shift(shift=shift, withdrawn_by=shift.person.user)
    assert withdraw_shift(shift=shift, withdrawn_by=shift.person.user).pk == first.pk
    assert Shift.objects.select_related("decision").get().state is State.WITHDRAWN


def test_nobody_else_logs_corrects_or_takes_back(
    participation: Participation, other_learner: Participation, home: Host, shift: Shift, supervisor: Person
) -> None:
    for account in (supervisor.user, other_learner.person.user):
        with pytest.raises(PermissionDenied):
            log_shift(draft=draft(participation, home), logged_by=account, at=LATER)
        with pytest.raises(PermissionDenied):
            withdraw_shift(shift=shift, withdrawn_by=account)
    return_shift(uuid=shift.uuid, reason="Fue otro día", decided_by=supervisor.user)
    with pytest.raises(PermissionDenied):
        resubmit_shift(
            returned=shift,
            draft=draft(other_learner, home),
            logged_by=other_learner.person.user,
            at=LATER,
        )
    assert Shift.objects.count() == 1


def test_more_than_a_day_allows_needs_a_reason_that_the_supervisor_reads(
    participation: Participation, home: Host, residence: Host, supervisor_client: Client
) -> None:
    make_shift(participation, residence, minutes=600)
    later = MONDAY + timedelta(minutes=600)
    with pytest.raises(ShiftRefused) as refused:
        make_shift(participation, home, starts_at=later, minutes=180)
    assert [each.objection for each in refused.value.refusals] == [Objection.OVER_DAY]
    shift = make_shift(participation, home, starts_at=later, minutes=180, excess_reason="Faltó una compañera")
    assert (shift.exceeds, shift.excess.text) == ("over_day", "Faltó una compañera")
    assert "Faltó una compañera" in supervisor_client.get("/en/supervise/").content.decode()


def test_a_reason_that_nothing_asked_for_is_not_kept(participation: Participation, home: Host) -> None:
    shift = make_shift(participation, home, excess_reason="Por si acaso")
    assert (shift.exceeds, hasattr(shift, "excess")) == ("", False)


@pytest.mark.parametrize("kind", [ShiftKind.ABSENCE, ShiftKind.ILLNESS])
def test_a_day_away_is_confirmed_and_counts_nothing(
    participation: Participation, home: Host, supervisor: Person, kind: ShiftKind
) -> None:
    shift = make_shift(participation, home, kind=kind, break_minutes=15)
    assert (shift.minutes, shift.break_minutes) == (0, 0)
    approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user, at=LATER)
    assert ShiftDecision.objects.get().minutes == 0
    assert not Evidence.objects.exists()
