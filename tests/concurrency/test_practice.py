"""Shifts sent, approved and returned at the same time: one shift, one decision, one award."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest

from assessments.placements.enums import State
from assessments.placements.errors import AlreadyDecided, ShiftRefused
from assessments.placements.models import Host, Shift, ShiftDecision
from assessments.placements.queries import tallies
from assessments.placements.services import approve_shifts, countersign, propose_amendment, return_shift
from curriculum.models import Award, Evidence, Institution, Module, Participation
from curriculum.people.services import enrol
from tests.assessments.conftest import STARTED, make_institution, make_person, make_version
from tests.assessments.placements.conftest import (
    LATER,
    MONDAY,
    make_host,
    make_practice_rule,
    make_shift,
    make_supervisor,
)

from .conftest import at_once

pytestmark = pytest.mark.usefixtures("db")

LEARNERS = 10
HALF = 360  # minutes; two halves are the practice that the award asks


@pytest.fixture
def institution(db: None) -> Institution:
    return make_institution("escuela")


@pytest.fixture
def ana(institution: Institution) -> Participation:
    module = Module.objects.create(institution=institution, key="higiene", title="Higiene")
    version = make_version(institution, module)
    make_practice_rule(version)
    return enrol(person=make_person("Ana Píriz"), programme_version=version, enrolled_by=None, on=STARTED)


@pytest.fixture
def home(institution: Institution) -> Host:
    return make_host(institution)


def classmate(ana: Participation, number: int) -> Participation:
    person = make_person(f"bea{number} Soto")
    return enrol(person=person, programme_version=ana.programme_version, enrolled_by=None, on=STARTED)


def result_of(act: Callable[[], object]) -> object:
    """What an act returns, or the refusal it ends with."""
    try:
        return act()
    except (ShiftRefused, AlreadyDecided) as refusal:
        return type(refusal)


def test_the_same_shift_sent_five_times_at_once_is_one_shift(ana: Participation, home: Host) -> None:
    kept = at_once([partial(make_shift, ana, home, uuid=uuid4())] * 5)
    assert {shift.pk for shift in kept} == {Shift.objects.get().pk}


def test_of_two_shifts_that_overlap_only_one_is_kept(ana: Participation, home: Host) -> None:
    learners = [ana, *(classmate(ana, number) for number in range(LEARNERS - 1))]
    starts = (MONDAY, MONDAY + timedelta(hours=1))
    acts = [
        partial(result_of, partial(make_shift, learner, home, starts_at=start))
        for learner in learners
        for start in starts
    ]
    assert at_once(acts).count(ShiftRefused) == LEARNERS
    assert set(Shift.objects.values_list("person_id", flat=True)) == {each.person_id for each in learners}


def test_two_supervisors_approving_the_last_hours_at_once_earn_her_one_award(
    ana: Participation, home: Host
) -> None:
    residence = make_host(home.institution, key="hogar", kind="residence", name="Hogar del Parque")
    rosa, hugo = make_supervisor(home, "Rosa Méndez"), make_supervisor(residence, "Hugo Techera")
    first = make_shift(ana, home, minutes=HALF)
    second = make_shift(ana, residence, minutes=HALF, starts_at=MONDAY + timedelta(days=1))
    at_once(
        [
            partial(approve_shifts, uuids=[first.uuid], decided_by=rosa.user, at=LATER),
            partial(approve_shifts, uuids=[second.uuid], decided_by=hugo.user, at=LATER),
        ]
    )
    assert Evidence.objects.count() == 2
    assert Award.objects.count() == 1


def test_one_press_on_approve_counts_once_however_often_it_arrives(ana: Participation, home: Host) -> None:
    rosa, uuid = make_supervisor(home, "Rosa Méndez"), make_shift(ana, home, minutes=2 * HALF).uuid
    at_once([partial(approve_shifts, uuids=[uuid], decided_by=rosa.user, at=LATER)] * 5)
    assert (ShiftDecision.objects.count(), Evidence.objects.count(), Award.objects.count()) == (1, 1, 1)


def test_approved_and_returned_at_once_is_one_or_the_other(ana: Participation, home: Host) -> None:
    rosa, uuid = make_supervisor(home, "Rosa Méndez").user, make_shift(ana, home).uuid
    approve = partial(approve_shifts, uuids=[uuid], decided_by=rosa, at=LATER)
    give_back = partial(return_shift, uuid=uuid, reason="Falta el descanso", decided_by=rosa, at=LATER)
    at_once([partial(result_of, approve), partial(result_of, give_back)])
    decided = Shift.objects.get()
    assert decided.state in {State.APPROVED, State.RETURNED}
    assert Evidence.objects.exists() is (decided.state is State.APPROVED)


def test_fifty_people_approving_and_correcting_at_once_lose_nothing(ana: Participation, home: Host) -> None:
    """For each learner one supervisor approves a shift while she herself agrees to the correction of another."""
    learners = [ana, *(classmate(ana, number) for number in range(24))]
    acts: list[Callable[[], object]] = []
    for number, learner in enumerate(learners):
        signer = make_supervisor(home, f"rosa{number} Méndez").user
        first = make_shift(learner, home, minutes=240)
        approve_shifts(uuids=[first.uuid], decided_by=signer, at=LATER)
        amendment = propose_amendment(
            shift=first, minutes=180, reason="Falta el descanso", proposed_by=signer, at=LATER
        )
        second = make_shift(learner, home, minutes=HALF, starts_at=MONDAY + timedelta(days=1))
        acts.append(partial(approve_shifts, uuids=[second.uuid], decided_by=signer, at=LATER))
        acts.append(partial(countersign, amendment=amendment, signed_by=learner.person.user, at=LATER))
    at_once(acts)
    found = tallies(each.pk for each in learners)
    assert {found[each.pk].minutes[State.APPROVED] for each in learners} == {180 + HALF}
    assert Evidence.objects.count() == 4 * len(learners)
    assert Evidence.objects.filter(withdrawn_by__isnull=False).count() == len(learners)
    assert not Award.objects.exists()
