"""Who gets in where on the administrator's desk, and what the lists cost."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import get_resolver, reverse

from curriculum.credentials.models import Award
from curriculum.credentials.recording import record_evidence
from curriculum.jobs.models import Job
from curriculum.people.enums import Role
from curriculum.people.models import ExportLog, Group, Participation, PeopleFile, Person
from curriculum.people.registering import (
    DocumentDetails,
    PersonDetails,
    correct_person,
    give_role,
    register_person,
)
from curriculum.people.services import enrol
from curriculum.people.sign_in_slips import print_slips
from curriculum.records.services import EvidenceDraft
from curriculum.rules import FactKind
from curriculum.standards.models import Institution

from .conftest import NOON
from .desk_addresses import FOR_TRAINERS, FORMS, LISTS, OF_ONE_ROW, Rows
from .people.conftest import desk, group, learner, other_desk, person_with_role, trainer

__all__ = ["desk", "group", "learner", "other_desk", "trainer"]
pytestmark = pytest.mark.django_db
EVERYWHERE = [*LISTS, *FORMS, *OF_ONE_ROW]


def complete_levelling(participation: Participation) -> None:
    draft = EvidenceDraft(
        kind=FactKind.MODULE_COMPLETED,
        subject="levelling",
        minutes=1200,
        occurred_at=NOON,
        source_ref=f"test:levelling:{participation.pk}",
    )
    record_evidence(
        person=participation.person,
        institution=participation.institution,
        drafts=[draft],
        recorded_by=None,
        at=NOON,
    )


@pytest.fixture
def rows(learner: Participation) -> Rows:
    complete_levelling(learner)
    assert learner.group is not None
    clerk = User.objects.create_user("clerk")
    print_slips(people=[learner.person], institution=learner.institution, printed_by=clerk)
    PeopleFile.objects.create(institution=learner.institution, brought_by=clerk, brought_at=NOON)
    Job.objects.create(kind="heartbeat", language="es", institution=learner.institution)
    return Rows(learner, learner.group, Award.objects.get())


def signed_in(account: User | None) -> Client:
    client = Client()
    if account is not None:
        client.force_login(account)
    return client


def is_not_found(client: Client, address: str, data: dict[str, str] | None = None) -> bool:
    """The site first looks for an unknown address under the language of the reader."""
    response = client.get(address, follow=True) if data is None else client.post(address, data, follow=True)
    return response.status_code == 404


def test_the_matrix_knows_every_address_of_the_desk() -> None:
    namespaces = {name.split(":")[0] for name in EVERYWHERE}
    found = set()
    admin = next(entry for entry in get_resolver().url_patterns if str(entry.pattern) == "admin/")
    for resolver in admin.url_patterns:
        if getattr(resolver, "namespace", None) in namespaces:
            found |= {f"{resolver.namespace}:{pattern.name}" for pattern in resolver.url_patterns}
    assert found - set(EVERYWHERE) == {"enrolments:confirm", "jobs:retry", "jobs:stop"}


def answers(account: User | None, rows: Rows, names: list[str]) -> dict[str, int]:
    client = signed_in(account)
    return {name: client.get(rows.address(name)).status_code for name in names}


def test_an_administrator_opens_everything_of_her_institution(rows: Rows, desk: Person) -> None:
    assert answers(desk.user, rows, EVERYWHERE) == dict.fromkeys(EVERYWHERE, 200)


def test_a_trainer_opens_her_groups_and_their_people(rows: Rows, trainer: Person) -> None:
    expected = {name: 200 if name in FOR_TRAINERS else 302 for name in EVERYWHERE}
    assert answers(trainer.user, rows, EVERYWHERE) == expected


@pytest.mark.parametrize("who", ["anonymous", "learner", "supervisor"])
def test_others_are_led_to_the_sign_in(who: str, rows: Rows, institution: Institution) -> None:
    accounts = {
        "anonymous": lambda: None,
        "learner": lambda: rows.participation.person.user,
        "supervisor": lambda: person_with_role("Sonia Lima", institution, Role.SUPERVISOR).user,
    }
    client = signed_in(accounts[who]())
    for name in EVERYWHERE:
        response = client.get(rows.address(name))
        assert (response.status_code, "/login/" in response["Location"]) == (302, True), name


def test_what_belongs_to_another_institution_does_not_exist(rows: Rows, other_desk: Person) -> None:
    client = signed_in(other_desk.user)
    assert [name for name in OF_ONE_ROW if not is_not_found(client, rows.address(name))] == []


def test_lists_of_another_institution_do_not_name_hers(rows: Rows, other_desk: Person) -> None:
    client = signed_in(other_desk.user)
    pages = "".join(client.get(rows.address(name)).content.decode() for name in LISTS)
    assert not any(word in pages for word in ("Ana Píriz", "Montevideo 1", "atención a la dependencia"))


def test_a_superuser_without_a_role_sees_nothing(rows: Rows) -> None:
    root = User.objects.create_superuser("root")
    assert answers(root, rows, EVERYWHERE) == dict.fromkeys(EVERYWHERE, 302)


@pytest.mark.parametrize(
    "name", ["people:edit", "people:end_participation", "awards:revoke", "people:end_role"]
)
def test_nothing_is_written_for_a_stranger(name: str, rows: Rows, other_desk: Person) -> None:
    data = {"name": "X", "language": "es", "reason": "other reason", "ended_on": "2026-04-01"}
    assert is_not_found(signed_in(other_desk.user), rows.address(name), data)
    rows.participation.refresh_from_db()
    assert rows.participation.is_open
    assert not hasattr(Award.objects.get(), "revocation")


def test_a_trainer_does_not_see_documents_or_contacts(rows: Rows, trainer: Person) -> None:
    Person.objects.filter(pk=rows.participation.person_id).update(
        email="ana@example.org", phone="099 123 456"
    )
    page = signed_in(trainer.user).get(rows.address("people:file")).content.decode()
    assert "Ana Píriz" in page
    assert "ana@example.org" not in page
    assert "099 123 456" not in page


def test_a_trainer_of_other_groups_does_not_find_the_learner(rows: Rows, institution: Institution) -> None:
    stranger = User.objects.create_user("otra-docente")
    person = Person.objects.create(name="Otra docente", user=stranger)
    give_role(person=person, institution=institution, role=Role.TRAINER, since=date(2025, 1, 1))
    client = signed_in(stranger)
    assert is_not_found(client, rows.address("people:file"))
    assert is_not_found(client, rows.address("cohorts:group"))


def test_a_foreign_role_cannot_be_ended_through_ones_own_person(rows: Rows, desk: Person) -> None:
    own = desk.memberships.get()
    address = reverse("people:end_role", args=[rows.participation.person_id, own.pk])
    assert is_not_found(signed_in(desk.user), address)


def more_people(rows: Rows, institution: Institution, count: int) -> None:
    for number in range(count):
        person = register_person(
            institution=institution,
            details=PersonDetails(name=f"Persona {number}"),
            document=None,
            role=Role.LEARNER,
            since=date(2026, 3, 2),
        )
        participation = enrol(
            person=person,
            programme_version=rows.group.programme_version,
            enrolled_by=None,
            on=date(2026, 3, 2),
            group=rows.group,
        )
        complete_levelling(participation)


# What a plugin adds to the menu costs on whole pages, so lists are counted without their frame.
@pytest.mark.parametrize("more", [0, 2])
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("people:results", 10),
        ("awards:results", 8),
        ("cohorts:results", 9),
        ("programmes:results", 8),
        ("standards:results", 8),
        ("achievements:results", 8),
        ("rules:results", 8),
        ("institutions:results", 8),
        ("exports:log_results", 7),
    ],
)
def test_lists_cost_the_same_for_one_row_and_for_three(
    name: str,
    queries: int,
    more: int,
    rows: Rows,
    desk: Person,
    institution: Institution,
    django_assert_num_queries,
) -> None:
    more_people(rows, institution, more)
    client = signed_in(desk.user)
    address = rows.address(name)
    client.get(address)  # the first visit fills what is remembered
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("more", [0, 2])
@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("people:file", 29),
        ("awards:award", 15),
        ("programmes:one", 14),
        ("standards:one", 13),
        ("achievements:one", 13),
        ("rules:one", 12),
        ("institutions:one", 13),
    ],
)
def test_a_file_costs_the_same_beside_one_row_and_beside_three(
    name: str,
    queries: int,
    more: int,
    rows: Rows,
    desk: Person,
    institution: Institution,
    django_assert_num_queries,
) -> None:
    more_people(rows, institution, more)
    client, address = signed_in(desk.user), rows.address(name)
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.parametrize("more", [0, 2])
def test_a_scanned_slip_costs_the_same_however_many_people_there_are(
    more: int, rows: Rows, desk: Person, institution: Institution, django_assert_num_queries
) -> None:
    more_people(rows, institution, more)
    (printed,) = print_slips(
        people=[rows.participation.person], institution=institution, printed_by=desk.user
    )
    client, address = Client(), reverse("slip_code", args=[printed.code])
    client.get(address, follow=True)
    with django_assert_num_queries(7):
        assert client.get(address, follow=True).status_code == 200


def test_a_group_costs_the_same_for_one_row_and_for_three(
    rows: Rows, desk: Person, institution: Institution, django_assert_num_queries
) -> None:
    client = signed_in(desk.user)
    address = rows.address("cohorts:group")
    for _visit in range(2):
        client.get(address)
        with django_assert_num_queries(16):
            client.get(address)
        more_people(rows, institution, 2)


def test_people_are_found_by_what_one_has_in_hand(rows: Rows, desk: Person, institution: Institution) -> None:
    more_people(rows, institution, 1)
    client = signed_in(desk.user)
    for query in ("q=Píriz", "q=ana", f"group={rows.group.pk}&q=ana", "standing=taking_part&q=Ana"):
        page = client.get(f"{reverse('people:results')}?{query}").content.decode()
        assert "Ana Píriz" in page
        assert "Persona 0" not in page
    assert "Ana Píriz" not in client.get(f"{reverse('people:results')}?standing=left").content.decode()
    assert "Ana Píriz" in client.get(f"{reverse('people:results')}?silent=21").content.decode()


def test_every_list_can_be_taken_away_in_two_formats(rows: Rows, desk: Person) -> None:
    client = signed_in(desk.user)
    for name in LISTS:
        text = taken_out(client, f"{reverse(name)}?export=csv").decode("utf-8-sig")
        headings = next(csv.reader(io.StringIO(text)))
        assert all(heading.replace("_", "").isalpha() for heading in headings)
        book = openpyxl.load_workbook(io.BytesIO(taken_out(client, f"{reverse(name)}?export=xlsx")))
        assert [cell.value for cell in book.active[1]] == headings


def taken_out(client: Client, address: str) -> bytes:
    """The file of a list; where it holds personal data, the reason is given first."""
    answer = client.get(address)
    if "attachment" not in answer.get("Content-Disposition", ""):
        answer = client.post(address, {"reason": "Informe anual"})
    return answer.getvalue()


def test_people_leave_the_desk_with_a_reason_that_is_kept(rows: Rows, desk: Person) -> None:
    client = signed_in(desk.user)
    address = f"{reverse('people:index')}?q=ana&export=csv"
    for reason in ("", "   ", "x"):
        assert "attachment" not in client.post(address, {"reason": reason}).get("Content-Disposition", "")
    assert not ExportLog.objects.exists()
    assert b"Ana" in client.post(address, {"reason": "Informe anual"}).getvalue()
    log = ExportLog.objects.get()
    kept = (log.exported_by, log.subject, log.subject_key, log.detail, log.people, log.reason)
    assert kept == (desk.user, "list", "people", "q=ana", 1, "Informe anual")


@pytest.mark.parametrize("query", ["piriz ana", "PÍRIZ", "12345678", "1.234.567-8", "099 123 456", "+598 99"])
def test_a_person_is_found_however_name_document_and_phone_are_written(
    query: str, rows: Rows, desk: Person, institution: Institution
) -> None:
    more_people(rows, institution, 1)
    details = PersonDetails(name="Ana Píriz", phone="099 123 456")
    document = DocumentDetails("UY", "identity_card", "1.234.567-8")
    correct_person(
        person=rows.participation.person, institution=institution, details=details, document=document
    )
    page = signed_in(desk.user).get(reverse("people:results"), {"q": query}).content.decode()
    assert "Ana Píriz" in page
    assert "Persona 0" not in page


def test_a_name_that_looks_like_a_formula_is_harmless_in_a_file(rows: Rows, desk: Person) -> None:
    Person.objects.filter(pk=rows.participation.person_id).update(name="=1+1")
    text = taken_out(signed_in(desk.user), f"{reverse('people:index')}?export=csv").decode("utf-8-sig")
    assert "'=1+1" in text
    assert ",=1+1" not in text


def test_an_administrator_ends_a_participation_with_a_reason(rows: Rows, desk: Person) -> None:
    client = signed_in(desk.user)
    address = rows.address("people:end_participation")
    assert "Ana Píriz" in client.get(address).content.decode()
    client.post(address, {"ended_on": "2026-04-01"})
    client.post(address, {"reason": "care_duties", "ended_on": "2020-04-01"})
    rows.participation.refresh_from_db()
    assert rows.participation.is_open
    client.post(address, {"reason": "care_duties", "ended_on": "2026-04-01"})
    rows.participation.refresh_from_db()
    assert (rows.participation.end_reason, rows.participation.ended_on) == ("care_duties", date(2026, 4, 1))
    assert is_not_found(client, address)


def test_an_administrator_adds_enrols_and_gives_a_role(
    group: Group, desk: Person, institution: Institution
) -> None:
    client = signed_in(desk.user)
    data = {"institution": institution.pk, "role": "learner", "name": "Bea Sosa", "language": "es"}
    client.post(reverse("people:add"), data | {"user_name": "bea"})
    bea = Person.objects.get(name="Bea Sosa")
    assert bea.user is not None
    data = {
        "programme_version": group.programme_version_id,
        "group": group.pk,
        "kind": "enrolment",
        "purpose": "training",
        "started_on": "2026-03-09",
    }
    client.post(reverse("people:enrol", args=[bea.pk]), data)
    client.post(reverse("people:enrol", args=[bea.pk]), data)
    assert bea.participations.get().enrolled_by == desk.user
    client.post(
        reverse("people:role", args=[bea.pk]),
        {"institution": institution.pk, "role": "trainer", "since": "2026-03-09"},
    )
    access = Permission.objects.get(codename="access_admin")
    assert User.objects.get(pk=bea.user_id).groups.filter(permissions=access).exists()
