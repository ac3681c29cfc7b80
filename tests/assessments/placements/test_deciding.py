"""Approving and returning: only approved minutes count, once, and a different person signs."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from assessments.placements.enums import State, Verdict
from assessments.placements.errors import AlreadyDecided, ReasonNeeded
from assessments.placements.models import Host, Shift, ShiftDecision
from assessments.placements.services import approve_shifts, return_shift, withdraw_shift
from curriculum.api import IdentifierFound, current_awards
from curriculum.models import Evidence, Participation, Person

from .conftest import LATER, MONDAY, make_shift

pytestmark = pytest.mark.django_db


def state_of(shift: Shift) -> State:
    return Shift.objects.select_related("decision").get(pk=shift.pk).state


def test_an_approved_shift_stands_in_the_ledger_with_its_minutes(shift: Shift, supervisor: Person) -> None:
    approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user, at=LATER)
    entry = Evidence.objects.get()
    assert (entry.kind, entry.minutes, entry.setting, entry.source_ref) == (
        "practice",
        240,
        "home",
        f"placements:shift:{shift.uuid}",
    )
    assert (entry.occurred_at, entry.recorded_at, entry.recorded_by) == (MONDAY, LATER, supervisor.user)
    assert state_of(shift) is State.APPROVED


def test_approving_again_changes_nothing(shift: Shift, supervisor: Person) -> None:
    approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user)
    again = approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user)
    assert (again.approved, again.otherwise) == ((), ())
    assert [one.pk for one in again.decided_before] == [shift.pk]
    assert (Evidence.objects.count(), ShiftDecision.objects.count()) == (1, 1)


def test_the_twelfth_approved_hour_awards_once(
    participation: Participation, home: Host, supervisor: Person
) -> None:
    """S-01: 4, 4 and 3.5 hours approved, 2 returned, half an hour waiting; then the half hour is approved."""
    days = [MONDAY + timedelta(days=day) for day in range(5)]
    lengths = [240, 240, 210, 120, 30]
    shifts = [
        make_shift(participation, home, starts_at=day, minutes=minutes)
        for day, minutes in zip(days, lengths, strict=True)
    ]
    approve_shifts(uuids=[one.uuid for one in shifts[:3]], decided_by=supervisor.user, at=LATER)
    return_shift(uuid=shifts[3].uuid, reason="Fue otro día", decided_by=supervisor.user, at=LATER)
    assert sum(entry.minutes for entry in Evidence.objects.all()) == 690
    assert not current_awards().exists()

    last = LATER + timedelta(days=1)
    approve_shifts(uuids=[shifts[4].uuid], decided_by=supervisor.user, at=last)
    assert [award.awarded_on for award in current_awards()] == [last.date()]
    later = make_shift(participation, home, starts_at=MONDAY + timedelta(days=6), minutes=60)
    approve_shifts(uuids=[later.uuid], decided_by=supervisor.user, at=last)
    assert current_awards().count() == 1
    assert sum(entry.minutes for entry in Evidence.objects.all()) == 780


def test_a_returned_shift_counts_for_nothing_and_says_why(shift: Shift, supervisor: Person) -> None:
    decision = return_shift(uuid=shift.uuid, reason=" Faltó la pausa ", decided_by=supervisor.user)
    assert (decision.verdict, decision.minutes, decision.reason.text) == (
        Verdict.RETURNED,
        None,
        "Faltó la pausa",
    )
    assert not Evidence.objects.exists()
    same = return_shift(uuid=shift.uuid, reason="Otra cosa", decided_by=supervisor.user)
    assert same.pk == decision.pk


@pytest.mark.parametrize("reason", ["", "   \n"])
def test_a_shift_is_only_returned_with_a_reason(shift: Shift, supervisor: Person, reason: str) -> None:
    with pytest.raises(ReasonNeeded):
        return_shift(uuid=shift.uuid, reason=reason, decided_by=supervisor.user)
    assert state_of(shift) is State.WAITING


def test_a_reason_that_names_somebody_is_not_stored(shift: Shift, supervisor: Person) -> None:
    with pytest.raises(IdentifierFound):
        return_shift(uuid=shift.uuid, reason="Llamar al 099 123 456", decided_by=supervisor.user)
    assert state_of(shift) is State.WAITING


def test_what_is_decided_stays_decided(shift: Shift, supervisor: Person) -> None:
    return_shift(uuid=shift.uuid, reason="Otro día", decided_by=supervisor.user)
    approval = approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user)
    assert [one.pk for one in approval.otherwise] == [shift.pk]
    assert not Evidence.objects.exists()
    with pytest.raises(AlreadyDecided):
        withdraw_shift(shift=shift, withdrawn_by=shift.person.user)


def test_an_approved_shift_cannot_be_returned_or_withdrawn(shift: Shift, supervisor: Person) -> None:
    approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user)
    with pytest.raises(AlreadyDecided):
        return_shift(uuid=shift.uuid, reason="Tarde", decided_by=supervisor.user)
    with pytest.raises(AlreadyDecided):
        withdraw_shift(shift=shift, withdrawn_by=shift.person.user)
    assert Evidence.objects.count() == 1


def test_many_learners_are_approved_at_once(
    participation: Participation, other_learner: Participation, home: Host, supervisor: Person
) -> None:
    shifts = [make_shift(participation, home), make_shift(other_learner, home, minutes=720)]
    approval = approve_shifts(uuids=[one.uuid for one in shifts], decided_by=supervisor.user)
    assert {one.pk for one in approval.approved} == {one.pk for one in shifts}
    assert {(entry.person_id, entry.minutes) for entry in Evidence.objects.all()} == {
        (participation.person_id, 240),
        (other_learner.person_id, 720),
    }
    assert [award.person_id for award in current_awards()] == [other_learner.person_id]


def test_one_strange_shift_among_many_and_none_is_approved(
    participation: Participation, home: Host, residence: Host, supervisor: Person
) -> None:
    mine, strange = (
        make_shift(participation, home),
        make_shift(participation, residence, starts_at=MONDAY + timedelta(days=1)),
    )
    with pytest.raises(PermissionDenied):
        approve_shifts(uuids=[mine.uuid, strange.uuid], decided_by=supervisor.user)
    with pytest.raises(PermissionDenied):
        approve_shifts(uuids=[mine.uuid, uuid4()], decided_by=supervisor.user)
    assert not ShiftDecision.objects.exists()


def test_the_database_itself_refuses_a_learner_who_signs_for_herself(shift: Shift) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ShiftDecision.objects.create(
            shift=shift,
            verdict=Verdict.APPROVED,
            learner=shift.person,
            decider=shift.person,
            minutes=shift.minutes,
            decided_by=shift.person.user,
            decided_at=LATER,
        )


def test_the_database_refuses_to_change_or_delete_what_was_signed(shift: Shift, supervisor: Person) -> None:
    approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user)
    with pytest.raises(IntegrityError), transaction.atomic():
        Shift.objects.filter(pk=shift.pk).update(minutes=999)
    with pytest.raises(IntegrityError), transaction.atomic():
        ShiftDecision.objects.update(minutes=999)
    with pytest.raises(IntegrityError), transaction.atomic():
        ShiftDecision.objects.all()._raw_delete("default")
