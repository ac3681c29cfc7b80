"""Correcting what is approved: two signatures, a reversing entry and a new one, and no award revoked by itself."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from assessments.placements.enums import Side, State
from assessments.placements.errors import AlreadyDecided, PartImpossible, ReasonNeeded, StillUnsigned
from assessments.placements.models import Amendment, Host, Shift
from assessments.placements.queries import tallies
from assessments.placements.services import (
    approve_shifts,
    countersign,
    decide_amendment,
    meaning_of,
    propose_amendment,
    stand_in,
)
from curriculum.api import current_awards
from curriculum.models import Evidence, Institution, Participation, Person
from tests.assessments.conftest import client_of

from .conftest import LATER, make_shift, make_supervisor
from .test_desk import make_administrator

pytestmark = pytest.mark.django_db
WHY = "El reloj estaba mal"


@pytest.fixture
def office(institution: Institution) -> Person:
    return make_administrator(institution, "Alba Nin")


def approved(participation: Participation, home: Host, supervisor: Person, minutes: int) -> Shift:
    shift = make_shift(participation, home, minutes=minutes)
    approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user, at=LATER)
    return shift


def counted(participation: Participation) -> int:
    return tallies([participation.pk])[participation.pk].minutes[State.APPROVED]


def test_both_persons_sign_and_the_ledger_keeps_the_old_entry(
    participation: Participation, home: Host, supervisor: Person
) -> None:
    shift = approved(participation, home, supervisor, 240)
    amendment = propose_amendment(shift=shift, minutes=180, reason=WHY, proposed_by=participation.person.user)
    assert counted(participation) == 240
    with pytest.raises(AlreadyDecided):
        propose_amendment(shift=shift, minutes=60, reason=WHY, proposed_by=supervisor.user)
    assert countersign(amendment=amendment, signed_by=supervisor.user)
    assert counted(participation) == 180
    kinds = list(Evidence.objects.order_by("pk").values_list("kind", "minutes"))
    assert kinds == [("practice", 240), ("withdrawal", None), ("practice", 180)]
    again = propose_amendment(shift=shift, minutes=0, reason=WHY, proposed_by=supervisor.user)
    assert countersign(amendment=again, signed_by=participation.person.user)
    assert counted(participation) == 0
    assert Evidence.objects.count() == 4


def test_one_person_never_signs_for_both(
    participation: Participation, home: Host, supervisor: Person, other_learner: Participation
) -> None:
    shift = approved(participation, home, supervisor, 240)
    amendment = propose_amendment(shift=shift, minutes=10, reason=WHY, proposed_by=supervisor.user)
    assert not countersign(amendment=amendment, signed_by=supervisor.user)
    for stranger in (other_learner.person, make_administrator(home.institution, "Eva Gil")):
        with pytest.raises(PermissionDenied):
            countersign(amendment=amendment, signed_by=stranger.user)
    assert counted(participation) == 240


@pytest.mark.parametrize("minutes", [-1, 240, 241])
def test_what_is_no_correction_is_refused(
    participation: Participation, home: Host, supervisor: Person, minutes: int
) -> None:
    shift = approved(participation, home, supervisor, 240)
    with pytest.raises(PartImpossible):
        propose_amendment(shift=shift, minutes=minutes, reason=WHY, proposed_by=supervisor.user)
    with pytest.raises(ReasonNeeded):
        propose_amendment(shift=shift, minutes=1, reason=" ", proposed_by=supervisor.user)


def test_where_an_award_rests_on_it_the_office_reads_what_it_means_and_nothing_is_revoked(
    participation: Participation, home: Host, supervisor: Person, office: Person
) -> None:
    shift = approved(participation, home, supervisor, 720)
    assert current_awards().count() == 1
    amendment = propose_amendment(shift=shift, minutes=660, reason=WHY, proposed_by=participation.person.user)
    with pytest.raises(StillUnsigned):
        decide_amendment(amendment=amendment, apply=True, decided_by=office.user)
    assert not countersign(amendment=amendment, signed_by=supervisor.user)
    assert counted(participation) == 720
    (meaning,) = meaning_of(amendment)
    assert (meaning.have_after, meaning.need, meaning.falls_short) == (660, 720, True)
    page = client_of(office).get(f"/admin/amendments/{amendment.pk}/", follow=True).content.decode()
    assert "11 h" in page
    for nobody in (participation.person, supervisor):
        with pytest.raises(PermissionDenied):
            decide_amendment(amendment=amendment, apply=True, decided_by=nobody.user)
    decide_amendment(amendment=amendment, apply=True, decided_by=office.user)
    decide_amendment(amendment=amendment, apply=True, decided_by=office.user)
    with pytest.raises(AlreadyDecided):
        decide_amendment(amendment=amendment, apply=False, decided_by=office.user)
    assert counted(participation) == 660
    assert current_awards().count() == 1


def test_an_administrator_stands_in_for_one_who_has_left_and_another_decides(
    participation: Participation, home: Host, supervisor: Person, office: Person
) -> None:
    shift = approved(participation, home, supervisor, 720)
    amendment = propose_amendment(shift=shift, minutes=660, reason=WHY, proposed_by=participation.person.user)
    with pytest.raises(ReasonNeeded):
        stand_in(amendment=amendment, side=Side.SUPERVISOR, reason="", signed_by=office.user)
    stand_in(amendment=amendment, side=Side.SUPERVISOR, reason="Ya no trabaja aquí", signed_by=office.user)
    with pytest.raises(PermissionDenied):
        decide_amendment(amendment=amendment, apply=True, decided_by=office.user)
    second = make_administrator(home.institution, "Eva Gil")
    decide_amendment(amendment=amendment, apply=True, decided_by=second.user)
    assert counted(participation) == 660


def test_the_two_do_it_on_their_screens(
    participation: Participation, home: Host, supervisor: Person, residence: Host
) -> None:
    shift = approved(participation, home, supervisor, 240)
    page = reverse("placements:amend", args=[shift.uuid])
    learner, signer = client_of(participation.person), client_of(supervisor)
    assert client_of(make_supervisor(residence, "Nora Paz")).get(page).status_code == 404
    assert learner.post(page, {"minutes": "999", "reason": WHY}).status_code == 422
    learner.post(page, {"minutes": "200", "reason": WHY})
    assert WHY in signer.get(page).content.decode()
    signer.post(page)
    assert Amendment.objects.get().outcome.applied
    assert counted(participation) == 200
