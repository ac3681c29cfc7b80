"""The administrator's screens: her own institution's places, supervisors and hours, and nobody else's."""

import csv
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from assessments.placements.checks import Limits
from assessments.placements.models import Host, HostSupervisor, PlacementPolicy, Shift
from assessments.placements.models.policy import DEFAULTS
from assessments.placements.queries import limits_of
from assessments.placements.services import approve_shifts
from curriculum.enums import Role
from curriculum.models import ExportLog, Institution, Participation, Person
from curriculum.people.services import join_institution
from curriculum.people.staff import give_staff_access
from tests.assessments.conftest import STARTED, client_of, make_person

from .conftest import LATER, MONDAY, make_host, make_shift

pytestmark = pytest.mark.django_db
HOSTS, SUPERVISORS, LEDGER = "/admin/hosts/", "/admin/host_supervisors/", "/admin/hours_ledger/"
RULES = "/admin/practice_rules/"


def make_administrator(institution: Institution, name: str) -> Person:
    person = make_person(name)
    join_institution(person=person, institution=institution, role=Role.ADMINISTRATOR, since=STARTED)
    give_staff_access(person, Role.ADMINISTRATOR)
    return person


@pytest.fixture
def administrator(institution: Institution) -> Client:
    return client_of(make_administrator(institution, "Alba Nin"))


def host_form(institution: Institution, **changed: str) -> dict[str, str]:
    return {
        "institution": str(institution.pk),
        "name": "Casa 20",
        "key": "casa-20",
        "kind": "home",
        "department": "Salto",
        "time_zone": "America/Montevideo",
        "person_cared_for": "P-020",
        "is_active": "on",
        **changed,
    }


@pytest.mark.parametrize(
    "url", [HOSTS, SUPERVISORS, LEDGER, f"{HOSTS}new/", f"{SUPERVISORS}new/", RULES, f"{RULES}new/"]
)
def test_only_administrators_of_an_institution_come_in(
    administrator: Client, institution: Institution, trainer: Person, supervisor: Person, url: str
) -> None:
    assert administrator.get(url).status_code == 200
    give_staff_access(trainer, Role.TRAINER)
    root = Client()
    root.force_login(User.objects.create_superuser("root"))
    for client in (client_of(trainer), client_of(supervisor), root, Client()):
        assert client.get(url).status_code in {302, 403}


def test_a_place_is_added_and_changed(administrator: Client, institution: Institution) -> None:
    administrator.post(f"{HOSTS}new/", host_form(institution))
    host = Host.objects.get()
    assert (host.key, host.kind, host.person_cared_for) == ("casa-20", "home", "P-020")
    administrator.post(f"{HOSTS}{host.pk}/", host_form(institution, name="Casa Veinte", key="otra"))
    host.refresh_from_db()
    assert (host.name, host.key) == ("Casa Veinte", "casa-20")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"person_cared_for": "María Gómez"}, "person_cared_for"),
        ({"kind": "residence"}, "__all__"),
        ({"kind": "castle"}, "kind"),
        ({"time_zone": "Montevideo"}, "time_zone"),
        ({"institution": "999"}, "institution"),
        ({"key": "con espacio"}, "key"),
        ({"name": ""}, "name"),
    ],
)
def test_what_is_wrong_with_a_place_is_said(
    administrator: Client, institution: Institution, changed: dict[str, str], field: str
) -> None:
    answer = administrator.post(f"{HOSTS}new/", {**host_form(institution), **changed})
    assert list(answer.context["form"].errors) == [field]
    assert not Host.objects.exists()


def test_another_institution_does_not_exist_here(
    administrator: Client, other_institution: Institution, home: Host
) -> None:
    strange = make_host(other_institution, name="Casa ajena")
    assert administrator.get(f"{HOSTS}{strange.pk}/", follow=True).status_code == 404
    page = administrator.get(HOSTS).content.decode()
    assert "Casa 14" in page
    assert "Casa ajena" not in page
    answer = administrator.post(f"{HOSTS}new/", host_form(other_institution))
    assert "institution" in answer.context["form"].errors


def test_a_supervisor_is_named_and_ends(administrator: Client, home: Host, institution: Institution) -> None:
    person = make_person("Rosa Méndez")
    form = {"host": str(home.pk), "person": str(person.pk), "since": "2026-03-02"}
    assert "person" in administrator.post(f"{SUPERVISORS}new/", form).context["form"].errors
    join_institution(person=person, institution=institution, role=Role.SUPERVISOR, since=STARTED)
    administrator.post(f"{SUPERVISORS}new/", form)
    supervision = HostSupervisor.objects.get()
    assert (supervision.host, supervision.person, supervision.until) == (home, person, None)
    end = f"{SUPERVISORS}{supervision.pk}/end/"
    assert administrator.post(end, {"until": "2026-01-01"}).status_code == 200
    administrator.post(end, {"until": "2026-06-30"})
    supervision.refresh_from_db()
    assert supervision.until == date(2026, 6, 30)


def test_a_supervisor_of_another_institution_is_not_offered(
    administrator: Client, home: Host, other_institution: Institution
) -> None:
    person = make_person("Iris Gil")
    join_institution(person=person, institution=other_institution, role=Role.SUPERVISOR, since=STARTED)
    form = {"host": str(home.pk), "person": str(person.pk), "since": "2026-03-02"}
    assert "person" in administrator.post(f"{SUPERVISORS}new/", form).context["form"].errors


def exported(client: Client, query: str = "") -> list[dict[str, str]]:
    address = f"{LEDGER}?export=csv{query}"
    assert "attachment" not in client.get(address).get("Content-Disposition", "")
    answer = client.post(address, {"reason": "Informe anual"})
    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    return list(csv.DictReader(lines))


def test_the_ledger_of_hours_goes_out_in_whole_minutes(
    administrator: Client, participation: Participation, home: Host, supervisor: Person
) -> None:
    first = make_shift(participation, home, minutes=235, break_minutes=25, activities=["washing", "cooking"])
    make_shift(participation, home, starts_at=MONDAY + timedelta(days=1), reflection="Aprendí a esperar")
    approve_shifts(uuids=[first.uuid], decided_by=supervisor.user, at=LATER)
    second_row, first_row = exported(administrator)
    assert first_row == {
        "as_at": timezone.localdate().isoformat(),
        "shift_id": str(first.uuid),
        "revision": "1",
        "corrects": "not_applicable",
        "learner_id": str(participation.person.uuid),
        "learner": "Ana Píriz",
        "programme": "curso",
        "programme_version": "1",
        "host": "casa-14",
        "setting": "home",
        "kind": "practice",
        "starts_at": "2026-03-09T08:00-03:00",
        "ends_at": "2026-03-09T11:55-03:00",
        "break_minutes": "25",
        "minutes": "210",
        "source": "learner",
        "activity_class": "not_applicable",
        "activities": "washing cooking",
        "state": "approved",
        "approved_minutes": "210",
        "decided_at": "2026-03-20T12:00-03:00",
        "decided_by": "Rosa Méndez",
        "signature": "own_account",
        "counted_minutes": "210",
        "corrections": "not_applicable",
        "exceeds": "not_applicable",
    }
    assert (second_row["state"], second_row["approved_minutes"], second_row["decided_by"]) == (
        "waiting",
        "not_applicable",
        "not_applicable",
    )
    assert "" not in second_row.values()
    assert not any("esperar" in value for value in second_row.values())


def test_the_ledger_is_filtered_and_keeps_to_its_institution(
    administrator: Client, shift: Shift, supervisor: Person, other_institution: Institution
) -> None:
    assert len(exported(administrator, "&state=waiting")) == 1
    assert exported(administrator, "&state=approved") == []
    assert len(exported(administrator, "&from_day=2026-03-09&to_day=2026-03-09")) == 1
    assert exported(administrator, "&from_day=2026-03-10") == []
    elsewhere = client_of(make_administrator(other_institution, "Sara Paz"))
    assert exported(elsewhere) == []


def test_what_is_put_down_counts_people_and_not_their_shifts(
    administrator: Client, participation: Participation, other_learner: Participation, home: Host
) -> None:
    make_shift(participation, home)
    make_shift(participation, home, starts_at=MONDAY + timedelta(days=1))
    make_shift(other_learner, home, starts_at=MONDAY + timedelta(days=2))
    assert len(exported(administrator)) == 3
    assert ExportLog.objects.get().people == 2


def test_a_name_that_looks_like_a_formula_stays_a_text(administrator: Client, shift: Shift) -> None:
    Person.objects.filter(pk=shift.person_id).update(name="=1+1")
    assert exported(administrator)[0]["learner"] == "'=1+1"


def rules(institution: Institution, **changed: str) -> dict[str, str]:
    return {
        "institution": str(institution.pk),
        "programme": "",
        "longest_shift_minutes": "480",
        "most_a_day": "",
        "most_a_week": "1800",
        "rest_minutes": "600",
        "late_days": "14",
        "guaranteed_places": "",
        **changed,
    }


def test_the_school_and_its_programmes_say_what_they_allow(
    administrator: Client, participation: Participation, other_institution: Institution
) -> None:
    institution, version = participation.institution, participation.programme_version
    for nonsense in ("", "0", "1441", "doce"):
        answer = administrator.post(f"{RULES}new/", rules(institution, longest_shift_minutes=nonsense))
        assert list(answer.context["form"].errors) == ["longest_shift_minutes"]
    administrator.post(f"{RULES}new/", rules(institution))
    assert limits_of(institution.pk, version.pk) == Limits(480, None, 1800, 600, 14)
    programme = str(version.programme_id)
    administrator.post(f"{RULES}new/", rules(institution, programme=programme, most_a_week="600"))
    assert limits_of(institution.pk, version.pk).a_week == 600
    administrator.post(f"{RULES}new/", rules(other_institution))
    assert limits_of(other_institution.pk, 0) == DEFAULTS
    own = PlacementPolicy.objects.get(programme=None)
    administrator.post(f"{RULES}{own.pk}/", rules(institution, longest_shift_minutes="360"))
    own.refresh_from_db()
    assert own.longest_shift_minutes == 360
    elsewhere = client_of(make_administrator(other_institution, "Sara Paz"))
    assert elsewhere.get(f"{RULES}{own.pk}/", follow=True).status_code == 404
