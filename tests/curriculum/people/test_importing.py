from datetime import date

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from curriculum.people.importing.checking import Checked, check_line
from curriculum.people.importing.planning import Intent, make_plan
from curriculum.people.importing.reading import read_sheet
from curriculum.people.importing.services import import_people
from curriculum.people.models import Group, IdentityDocument, Membership, Participation, Person
from curriculum.standards.enums import Status
from curriculum.standards.models import Institution, ProgrammeVersion

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 9)
HEAD = "name;document_number;email;user_name;group"


def rows_of(*lines: str) -> list[Checked]:
    sheet = read_sheet("\n".join([HEAD, *lines]).encode())
    return [check_line(line, country="UY") for line in sheet.lines]


def bring(institution: Institution, *lines: str) -> list[int]:
    imported = import_people(rows=rows_of(*lines), institution=institution, enrolled_by=None, on=TODAY)
    return [len(imported.registered), len(imported.enrolled), len(imported.accounts)]


def test_new_people_are_put_on_record_enrolled_and_given_accounts(
    institution: Institution, group: Group
) -> None:
    assert bring(institution, "Ana;1.234.567-8;;ana;mvd-1", "Bea;;bea@example.org;;mvd-1") == [2, 2, 1]
    ana = Person.objects.get(name="Ana")
    assert not ana.user.has_usable_password()
    assert ana.identity_documents.get().country == "UY"
    participation = ana.participations.get()
    assert (participation.group, participation.started_on) == (group, TODAY)
    assert ana.memberships.get().role == "learner"


def test_the_same_file_again_changes_nothing(institution: Institution, group: Group) -> None:
    lines = ("Ana;1.234.567-8;;;mvd-1", "Bea;;bea@example.org;;mvd-1", "Carla;;;carla;mvd-1")
    bring(institution, *lines)
    before = [model.objects.count() for model in (Person, Participation, Membership, IdentityDocument, User)]
    assert bring(institution, *lines) == [0, 0, 0]
    after = [model.objects.count() for model in (Person, Participation, Membership, IdentityDocument, User)]
    assert before == after


@pytest.mark.parametrize("line", ["Ana;12345678;;;mvd-1", "Ana;;ANA@example.org;;mvd-1", "Ana;;;Ana;mvd-1"])
def test_a_person_is_recognised_by_document_address_or_user_name(
    institution: Institution, group: Group, line: str
) -> None:
    bring(institution, "Ana;1.234.567-8;ana@example.org;ana;mvd-1")
    plan = make_plan(rows_of(line), institution=institution)
    assert [row.intent for row in plan.rows] == [Intent.NOTHING]


def test_somebody_on_record_is_only_enrolled(
    institution: Institution, group: Group, learner: Participation
) -> None:
    Participation.objects.update(ended_on=TODAY, end_reason="work")
    Membership.objects.filter(person=learner.person).update(until=TODAY)
    assert bring(institution, "Ana Píriz;;;ana;mvd-1") == [0, 1, 0]
    assert learner.person.participations.open().count() == 1
    assert learner.person.memberships.get().until is None


def test_rows_with_errors_are_left_out_and_say_why(institution: Institution, group: Group) -> None:
    User.objects.create_user("tomada")
    rows = rows_of(
        "Ana;1234567;;;mvd-1",
        "Otra;1234567;;;mvd-1",
        "Bea;;;tomada;mvd-1",
        "Carla;;;;no-such-group",
    )
    plan = make_plan(rows, institution=institution)
    assert [row.intent for row in plan.rows] == [Intent.REGISTER] + [Intent.REFUSE] * 3
    assert all(row.row.errors for row in plan.rows[1:])


def test_a_row_that_fits_two_people_is_refused(institution: Institution, group: Group) -> None:
    bring(institution, "Ana;1234567;;;mvd-1", "Bea;;bea@example.org;;mvd-1")
    plan = make_plan(rows_of("Ana;1234567;bea@example.org;;mvd-1"), institution=institution)
    assert plan.rows[0].intent is Intent.REFUSE


def test_a_group_of_another_institution_does_not_exist(other_institution: Institution, group: Group) -> None:
    plan = make_plan(rows_of("Ana;;;;mvd-1"), institution=other_institution)
    assert plan.rows[0].intent is Intent.REFUSE


def test_nobody_starts_in_a_group_of_a_retired_programme(
    institution: Institution, group: Group, version: ProgrammeVersion
) -> None:
    ProgrammeVersion.objects.update(status=Status.RETIRED)
    assert make_plan(rows_of("Ana;;;;mvd-1"), institution=institution).rows[0].intent is Intent.REFUSE


@pytest.mark.parametrize("people", [1, 3])
def test_queries_do_not_grow_with_rows(
    institution: Institution, group: Group, people: int, django_assert_num_queries
) -> None:
    rows = rows_of(*(f"Persona{'abc'[n]};123456{n};p{n}@example.org;u{n};mvd-1" for n in range(people)))
    with django_assert_num_queries(14):  # two of them are the savepoint
        import_people(rows=rows, institution=institution, enrolled_by=None, on=TODAY)


def upload(client: Client, content: bytes, institution: Institution) -> str:
    file = SimpleUploadedFile("people.csv", content, content_type="text/csv")
    response = client.post(reverse("enrolments:index"), {"institution": institution.pk, "file": file})
    assert response.status_code == 200
    return response.content.decode()


def packed_in(page: str) -> str:
    return page.split('name="packed" value="')[1].split('"')[0]


def test_nothing_is_saved_before_the_confirmation_and_addresses_are_shown_once(
    client: Client, institution: Institution, desk: Person, group: Group
) -> None:
    client.force_login(desk.user)
    page = upload(client, f"{HEAD}\nAna;1234567;;ana-nueva;mvd-1\n;;;;x\n".encode("latin-1"), institution)
    assert not Person.objects.filter(name="Ana").exists()
    data = {"institution": institution.key, "packed": packed_in(page)}
    done = client.post(reverse("enrolments:confirm"), data).content.decode()
    assert Person.objects.get(name="Ana").participations.get().enrolled_by == desk.user
    address = "/es/first-password/" + done.split("/first-password/")[1].split("<")[0].strip()
    assert "/first-password/" not in client.post(reverse("enrolments:confirm"), data).content.decode()

    visitor = Client()
    form = visitor.get(address, follow=True)
    path = form.redirect_chain[-1][0]
    password = "una-clave-muy-larga"
    visitor.post(path, {"new_password1": password, "new_password2": password})
    assert User.objects.get(username="ana-nueva").check_password(password)
    assert Client().get(address).context["validlink"] is False


def test_a_preview_of_somebody_else_or_changed_saves_nothing(
    client: Client, institution: Institution, desk: Person, other_desk: Person, group: Group
) -> None:
    client.force_login(desk.user)
    page = upload(client, f"{HEAD}\nAna;1234567;;;mvd-1\n".encode(), institution)
    packed = packed_in(page)
    for account, text in [(other_desk.user, packed), (desk.user, packed + "x"), (desk.user, "")]:
        client.force_login(account)
        response = client.post(
            reverse("enrolments:confirm"), {"institution": institution.key, "packed": text}
        )
        assert response.status_code == 302
    assert not Person.objects.filter(name="Ana").exists()


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"PK\x03\x04", b"x" * 1_100_000, b"name\nAna"])
def test_a_bad_file_is_answered_on_the_page(
    client: Client, institution: Institution, desk: Person, content: bytes
) -> None:
    client.force_login(desk.user)
    page = upload(client, content, institution)
    assert "packed" not in page
    assert "error" in page


def test_the_sample_file_can_be_uploaded_as_it_is(
    client: Client, institution: Institution, desk: Person, group: Group
) -> None:
    client.force_login(desk.user)
    sample = client.get(reverse("enrolments:sample")).content
    rows = [check_line(line, country="UY") for line in read_sheet(sample).lines]
    assert [row.errors for row in rows] == [[], []]
    assert [row.intent for row in make_plan(rows, institution=institution).rows] == [Intent.REGISTER] * 2


def test_an_address_longer_than_the_books_have_room_for_is_refused(group: Group) -> None:
    address = f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 20}.example"
    (row,) = rows_of(f"Ana;;{address};;mvd-1")
    assert 254 < len(address) < 320
    assert len(row.errors) == 1
