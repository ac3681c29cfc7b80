"""Agreements with hosts: who gets a place, when a group may open, and who may sign by her own certificate (S-20)."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from assessments.placements.checks import Objection
from assessments.placements.enums import State
from assessments.placements.errors import AgreementNotInForce, NotCertified, ShiftRefused
from assessments.placements.models import (
    Agreement,
    Host,
    HostShift,
    HostSupervisor,
    Placement,
    PlacementPolicy,
    Shift,
)
from assessments.placements.permissions import can_decide
from assessments.placements.services import approve_shifts, end_placement, place_learner, place_supervisor
from curriculum.api import GroupCannotOpen
from curriculum.models import Achievement, Award, Group, Institution, Participation, Person, ProgrammeVersion
from curriculum.people.grouping import open_group
from curriculum.people.services import enrol
from tests.assessments.conftest import STARTED, client_of, make_person

from .conftest import LATER, MONDAY, make_host, make_shift
from .test_desk import make_administrator

pytestmark = pytest.mark.django_db
YEAR_END = date(2026, 12, 31)


def make_agreement(host: Host, recorded_by: Person, shifts: int = 3, **fields: Any) -> Agreement:
    agreement = Agreement.objects.create(
        host=host,
        starts_on=fields.pop("starts_on", STARTED),
        ends_on=fields.pop("ends_on", YEAR_END),
        places=fields.pop("places", 6),
        minutes_a_place=fields.pop("minutes_a_place", 21600),
        institution_signed_on=STARTED,
        host_signed_on=fields.pop("host_signed_on", STARTED),
        recorded_by=recorded_by.user,
        **fields,
    )
    for number in range(shifts):
        HostShift.objects.create(
            agreement=agreement,
            name=f"Turno {number + 1}",
            starts=time(6 + 8 * number if number < 2 else 22),
            ends=time(14 if number == 0 else 22 if number == 1 else 6),
            capacity=2,
        )
    return agreement


@pytest.fixture
def office(institution: Institution) -> Person:
    return make_administrator(institution, "Alba Nin")


@pytest.fixture
def infocalito(institution: Institution) -> Host:
    return make_host(institution, key="infocalito", kind="own_centre", name="INFOCALITO")


def learners(version: ProgrammeVersion, count: int) -> list[Participation]:
    people = [make_person(f"delia{number} Rojas") for number in range(count)]
    return [
        enrol(person=person, programme_version=version, enrolled_by=None, on=STARTED) for person in people
    ]


def test_six_are_placed_two_a_shift_and_the_seventh_waits_or_goes_elsewhere(
    version: ProgrammeVersion, infocalito: Host, office: Person, institution: Institution
) -> None:
    agreement = make_agreement(infocalito, office)
    seven = learners(version, 7)
    assigned = [
        place_learner(participation=each, agreement=agreement, placed_by=office.user, at=LATER)
        for each in seven
    ]
    assert [each.placement.shift.name for each in assigned[:6]] == [
        *["Turno 1"] * 2,
        *["Turno 2"] * 2,
        *["Turno 3"] * 2,
    ]
    assert assigned[6].placement.waits
    assert list(assigned[6].offers) == []
    nursery = make_agreement(
        make_host(institution, key="guarderia", kind="child_centre", name="Guardería"), office, shifts=1
    )
    again = place_learner(participation=seven[6], agreement=agreement, placed_by=office.user, at=LATER)
    assert again.placement.pk == assigned[6].placement.pk
    assert [offer.agreement_id for offer in again.offers] == [nursery.pk]
    moved = end_placement(placement=assigned[0].placement, on=LATER.date(), at=LATER)
    assert moved is not None
    assert (moved.participation, moved.shift.name) == (seven[6], "Turno 1")
    assert Placement.objects.filter(ended_on__isnull=True, shift__isnull=False).count() == 6


def test_nobody_is_placed_before_both_sides_have_signed(
    participation: Participation, infocalito: Host, office: Person
) -> None:
    unsigned = make_agreement(infocalito, office, host_signed_on=None)
    with pytest.raises(AgreementNotInForce):
        place_learner(participation=participation, agreement=unsigned, placed_by=office.user, at=LATER)


def test_a_shift_outside_the_agreement_or_over_its_capacity_is_refused(
    version: ProgrammeVersion, infocalito: Host, office: Person
) -> None:
    make_agreement(infocalito, office, ends_on=MONDAY.date())
    one, two, three = learners(version, 3)
    make_shift(one, infocalito)
    make_shift(two, infocalito)
    with pytest.raises(ShiftRefused) as refused:
        make_shift(three, infocalito)
    assert [each.objection for each in refused.value.refusals] == [Objection.SHIFT_FULL]
    make_shift(three, infocalito, starts_at=MONDAY + timedelta(hours=6, minutes=30))
    with pytest.raises(ShiftRefused) as refused:
        make_shift(one, infocalito, starts_at=MONDAY + timedelta(days=1))
    assert [each.objection for each in refused.value.refusals] == [Objection.OUTSIDE_AGREEMENT]


def open_one(version: ProgrammeVersion) -> Group:
    return open_group(
        programme_version=version, key="g", name="G", starts_on=STARTED, ends_on=None, trainers=[]
    )


def test_a_group_opens_only_when_its_practice_is_guaranteed(
    version: ProgrammeVersion, infocalito: Host, office: Person, institution: Institution
) -> None:
    """Ten learners with twelve hours each: 120 hours. Six places of ten hours leave four places and 60 hours."""
    PlacementPolicy.objects.create(institution=institution, programme=version.programme, guaranteed_places=10)
    make_agreement(infocalito, office, minutes_a_place=600)
    with pytest.raises(GroupCannotOpen) as cannot:
        open_one(version)
    (reason,) = cannot.value.reasons
    assert "4 plazas y 60 h" in reason
    answer = client_of(office).post(
        "/admin/cohorts/new/",
        {"programme_version": version.pk, "key": "g", "name": "G", "starts_on": str(STARTED)},
        follow=True,
    )
    assert "form" not in (answer.context or {}) or not Group.objects.exists()
    second = make_host(institution, key="hogar-2", kind="residence", name="Hogar 2")
    make_agreement(second, office, places=4, minutes_a_place=900)
    assert open_one(version).pk


def test_a_programme_that_does_not_ask_opens_at_once(version: ProgrammeVersion) -> None:
    assert open_one(version).pk


def give_award(person: Person, participation: Participation, expires_on: date) -> None:
    achievement = Achievement.objects.get(key="practice")
    Award.objects.create(
        institution=participation.institution,
        person=person,
        achievement=achievement,
        rule_set=achievement.rule_sets.get(),
        finding={},
        awarded_on=STARTED,
        expires_on=expires_on,
        granted_at=LATER,
    )


def test_a_certified_worker_signs_while_her_own_certificate_is_valid(
    participation: Participation, home: Host, shift: Shift
) -> None:
    worker = make_person("Nidia Cruz")
    achievement = Achievement.objects.get(key="practice")
    with pytest.raises(NotCertified):
        place_supervisor(host=home, person=worker, since=STARTED, needs_award=achievement)
    last = date(2026, 3, 31)
    give_award(worker, participation, expires_on=last)
    place_supervisor(host=home, person=worker, since=STARTED, needs_award=achievement)
    after = LATER + timedelta(days=30)
    assert can_decide(worker.user, shift, at=LATER)
    assert not can_decide(worker.user, shift, at=after)
    with pytest.raises(NotCertified):
        place_supervisor(host=home, person=make_person("Otra Cruz"), since=STARTED, needs_award=achievement)
    page = client_of(worker).get("/en/supervise/").content.decode()
    assert "is not valid today" in page
    approve_shifts(uuids=[shift.uuid], decided_by=worker.user, at=LATER)
    assert Shift.objects.select_related("decision").get(pk=shift.pk).state is State.APPROVED
    assert HostSupervisor.objects.get(person=worker).needs_award == achievement


AGREEMENTS, PLACED, MESSAGES = "/admin/agreements/", "/admin/placed_learners/", "/admin/sign_messages/"


@pytest.mark.parametrize(
    "url",
    [
        AGREEMENTS,
        f"{AGREEMENTS}new/",
        f"{AGREEMENTS}shifts/new/",
        PLACED,
        f"{PLACED}new/",
        MESSAGES,
        f"{MESSAGES}contact/",
        "/admin/signed_sheets/",
    ],
)
def test_the_screens_of_agreements_open_to_administrators_alone(
    office: Person, supervisor: Person, participation: Participation, url: str
) -> None:
    assert client_of(office).get(url, follow=True).status_code == 200
    for client in (client_of(supervisor), client_of(participation.person), Client()):
        assert client.get(url).status_code in {302, 403}


def test_a_household_signs_with_a_code_and_consents(
    office: Person, home: Host, infocalito: Host, other_institution: Institution
) -> None:
    client = client_of(office)
    form = {
        "host": str(home.pk),
        "starts_on": str(STARTED),
        "ends_on": str(YEAR_END),
        "places": "1",
        "minutes_a_place": "600",
        "reward": "unpaid",
        "institution_signed_on": str(STARTED),
        "host_signed_on": str(STARTED),
        "host_signer": "María Gómez",
    }
    answer = client.post(f"{AGREEMENTS}new/", form)
    assert set(answer.context["form"].errors) == {"host_signer", "consent_on"}
    client.post(f"{AGREEMENTS}new/", {**form, "host_signer": "H-014", "consent_on": str(STARTED)})
    agreement = Agreement.objects.get()
    assert (agreement.host, agreement.host_signer) == (home, "H-014")
    elsewhere = client_of(make_administrator(other_institution, "Sara Paz"))
    assert elsewhere.get(f"{AGREEMENTS}{agreement.pk}/", follow=True).status_code == 404


def test_the_terms_that_both_sides_signed_cannot_be_changed(office: Person, infocalito: Host) -> None:
    agreement = make_agreement(infocalito, office)
    with pytest.raises(IntegrityError), transaction.atomic():
        Agreement.objects.filter(pk=agreement.pk).update(places=60)
    page = client_of(office).get(f"{AGREEMENTS}{agreement.pk}/", follow=True)
    assert page.context["form"].fields["places"].disabled
    assert not page.context["form"].fields["document"].disabled
    draft = make_agreement(infocalito, office, host_signed_on=None, shifts=0)
    Agreement.objects.filter(pk=draft.pk).update(places=60)
