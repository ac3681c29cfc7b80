"""A sheet on paper is keyed by the office: late, but held against all else, once, and confirmed by somebody else."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from assessments.placements.checks import Objection
from assessments.placements.drafts import ShiftDraft
from assessments.placements.errors import LineRefused, NothingWaits, ShiftConflict, ShiftRefused
from assessments.placements.models import Host, HostSupervisor, PlacementPolicy, Scan, Shift, ShiftDecision
from assessments.placements.permissions import can_key, decidable_by
from assessments.placements.services import approve_shifts, confirm_sheet, key_sheet, log_shift, paper_uuid
from curriculum.models import Institution, Participation, Person
from tests.assessments.conftest import client_of

from .conftest import LATER, MONDAY, make_shift
from .test_desk import make_administrator
from .test_signing import photo

pytestmark = pytest.mark.django_db
FAR_LATER = LATER + timedelta(days=60)
KEY = "/admin/signed_sheets/key/{uuid}/2026/11/"


@pytest.fixture
def clerk(institution: Institution) -> Person:
    return make_administrator(institution, "Celia Paz")


@pytest.fixture
def office(institution: Institution) -> Person:
    return make_administrator(institution, "Alba Nin")


@pytest.fixture
def supervision(supervisor: Person) -> HostSupervisor:
    return HostSupervisor.objects.get(person=supervisor)


@pytest.fixture(autouse=True)
def late_days(institution: Institution) -> None:
    PlacementPolicy.objects.create(institution=institution, late_days=14)


def line(
    participation: Participation, host: Host, starts_at: datetime = MONDAY, minutes: int = 240, **fields: Any
) -> ShiftDraft:
    return ShiftDraft(
        uuid=paper_uuid(participation.uuid, host.pk, starts_at),
        participation=participation,
        host=host,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=minutes),
        **{"from_paper": True, **fields},
    )


def key(drafts: list[ShiftDraft], signer: HostSupervisor, keyed_by: Person, **fields: Any) -> Scan:
    return key_sheet(
        drafts=drafts, signer=signer, keyed_by=keyed_by.user, **{"file": photo(), "at": FAR_LATER, **fields}
    )


def test_only_paper_is_never_too_late(
    participation: Participation, home: Host, supervision: HostSupervisor, clerk: Person
) -> None:
    with pytest.raises(ShiftRefused) as refused:
        make_shift(participation, home, at=FAR_LATER)
    assert [each.objection for each in refused.value.refusals] == [Objection.TOO_LATE]
    scan = key([line(participation, home)], supervision, clerk)
    shift = Shift.objects.get()
    assert (shift.from_paper, shift.logged_by, shift.is_waiting) == (True, clerk.user, True)
    assert (list(scan.shifts.all()), scan.brought_by, scan.signer) == ([shift], clerk.user, supervision)


def test_everything_else_is_asked_of_paper_too_and_a_sheet_is_kept_whole_or_not_at_all(
    participation: Participation, home: Host, supervision: HostSupervisor, clerk: Person
) -> None:
    good, long = line(participation, home), line(participation, home, MONDAY + timedelta(days=1), minutes=780)
    with pytest.raises(LineRefused) as refused:
        key([good, long], supervision, clerk)
    assert [each.objection for each in refused.value.refusals] == [Objection.TOO_LONG]
    assert str(refused.value.day) == "2026-03-10"
    with pytest.raises(NothingWaits):
        key([], supervision, clerk)
    with pytest.raises(ValidationError):
        key([good], supervision, clerk, file=photo("hoja.exe"))
    make_shift(participation, home)
    with pytest.raises(LineRefused) as refused:
        key([good], supervision, clerk)
    assert [each.objection for each in refused.value.refusals] == [Objection.OVERLAP]
    assert Shift.objects.count() == 1


def test_the_same_sheet_twice_is_the_same_sheet(
    participation: Participation, home: Host, supervision: HostSupervisor, clerk: Person, office: Person
) -> None:
    drafts = [line(participation, home), line(participation, home, MONDAY + timedelta(days=1))]
    first = key(drafts, supervision, clerk)
    assert key(drafts, supervision, clerk) == first
    assert key(drafts[:1], supervision, office) == first
    assert (Scan.objects.count(), Shift.objects.count()) == (1, 2)
    with pytest.raises(ShiftConflict):
        key([line(participation, home, minutes=300)], supervision, clerk)


def test_who_may_key(
    participation: Participation,
    home: Host,
    supervision: HostSupervisor,
    supervisor: Person,
    clerk: Person,
    other_institution: Institution,
) -> None:
    elsewhere = make_administrator(other_institution, "Sara Paz")
    twin = make_administrator(home.institution, "Anita Píriz")
    Person.objects.filter(pk__in=[twin.pk, participation.person_id]).update(email="ana@example.org")
    for nobody in (participation.person, supervisor, elsewhere, twin):
        assert not can_key(nobody.user, participation)
        with pytest.raises(PermissionDenied):
            key([line(participation, home)], supervision, nobody)
    with pytest.raises(PermissionDenied):
        log_shift(draft=line(participation, home), logged_by=participation.person.user)
    with pytest.raises(PermissionDenied):
        key([line(participation, home, from_paper=False)], supervision, clerk)
    assert can_key(clerk.user, participation)


def test_who_keyed_a_sheet_confirms_it_by_no_road(
    participation: Participation, home: Host, supervision: HostSupervisor, clerk: Person, office: Person
) -> None:
    scan = key([line(participation, home)], supervision, clerk)
    shift = Shift.objects.get()
    HostSupervisor.objects.create(host=home, person=clerk, since=supervision.since)
    clerk.memberships.create(institution=home.institution, role="supervisor", since=supervision.since)
    assert not decidable_by(clerk.user).exists()
    with pytest.raises(PermissionDenied):
        approve_shifts(uuids=[shift.uuid], decided_by=clerk.user)
    with pytest.raises(PermissionDenied):
        confirm_sheet(scan=scan, uuids=[shift.uuid], confirmed_by=clerk.user)
    Scan.objects.update(brought_by=participation.person.user)
    with pytest.raises(PermissionDenied):
        confirm_sheet(scan=Scan.objects.get(), uuids=[shift.uuid], confirmed_by=clerk.user)
    confirm_sheet(scan=Scan.objects.get(), uuids=[shift.uuid], confirmed_by=office.user)
    decision = ShiftDecision.objects.get()
    assert (decision.decider, decision.decided_by) == (supervision.person, office.user)


def test_the_square_leads_the_office_to_the_form_and_the_form_keeps_the_week(
    participation: Participation, supervision: HostSupervisor, clerk: Person, other_institution: Institution
) -> None:
    address, client = KEY.format(uuid=participation.uuid), client_of(clerk)
    scanned = client.get(f"/es/hours/week/{participation.uuid}/2026/11/")
    assert scanned.url.endswith(address)
    assert "Ana Píriz, 2026-W11" in client.get(address).content.decode()
    form = {"signer": str(supervision.pk), "start-0": "08:00", "end-0": "12:00", "break-0": "20"}
    assert client.post(address, {**form, "end-0": "", "file": photo()}).context["form"].errors["end-0"]
    night = {"start-5": "22:00", "end-5": "06:00"}
    client.post(address, {**form, **night, "file": photo()})
    kept = Shift.objects.order_by("starts_at").values_list("minutes", "from_paper")
    assert list(kept) == [(220, True), (480, True)]
    refused = client.post(address, {**form, "start-0": "09:00", "file": photo()})
    assert "9 de marzo de 2026" in str(refused.context["form"].non_field_errors())
    elsewhere = client_of(make_administrator(other_institution, "Sara Paz"))
    assert elsewhere.get(address, follow=True).status_code == 404
    assert elsewhere.get(f"/es/hours/week/{participation.uuid}/2026/11/").status_code == 404


def test_without_a_scanner_the_office_chooses_learner_and_week(
    participation: Participation, clerk: Person, other_institution: Institution
) -> None:
    client, find = client_of(clerk), "/admin/signed_sheets/key/"
    assert find in client.get("/admin/signed_sheets/").content.decode()
    form = {"learner": str(participation.pk), "day": "2026-03-11"}
    assert client.post(find, form).url.endswith(KEY.format(uuid=participation.uuid))
    elsewhere = client_of(make_administrator(other_institution, "Sara Paz"))
    assert "learner" in elsewhere.post(find, form).context["form"].errors
