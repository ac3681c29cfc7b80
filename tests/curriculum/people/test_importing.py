import io
import zipfile
from datetime import date

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from curriculum.people.importing.checking import Checked, check_line
from curriculum.people.importing.planning import Intent, make_plan
from curriculum.people.importing.reading import read_sheet
from curriculum.people.importing.refusal import SheetRefused
from curriculum.people.importing.services import import_people
from curriculum.people.models import Group, IdentityDocument, Membership, Participation, PeopleFile, Person
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
    with django_assert_num_queries(17):  # two of them are the savepoint
        import_people(rows=rows, institution=institution, enrolled_by=None, on=TODAY)


def upload(client: Client, content: bytes, institution: Institution) -> str:
    file = SimpleUploadedFile("people.csv", content, content_type="text/csv")
    response = client.post(reverse("enrolments:index"), {"institution": institution.pk, "file": file})
    assert response.status_code == 200
    return response.content.decode()


def packed_in(page: str) -> str:
    return page.split('name="packed" value="')[1].split('"')[0]


def test_nothing_is_saved_before_the_confirmation_and_slips_come_next(
    client: Client, institution: Institution, desk: Person, group: Group
) -> None:
    client.force_login(desk.user)
    page = upload(client, f"{HEAD}\nAna;1234567;;ana-nueva;mvd-1\n;;;;x\n".encode("latin-1"), institution)
    assert not Person.objects.filter(name="Ana").exists()
    data = {"institution": institution.key, "packed": packed_in(page), "file_name": "people.csv"}
    done = client.post(reverse("enrolments:confirm"), data).content.decode()
    assert Person.objects.get(name="Ana").participations.get().enrolled_by == desk.user
    assert reverse("cohorts:slips", args=[group.pk]) in done
    assert PeopleFile.objects.get().name == "people.csv"
    client.post(reverse("enrolments:confirm"), data)
    assert PeopleFile.objects.count() == 1


def test_an_administrator_says_that_somebody_alike_is_the_same_person(
    client: Client, institution: Institution, desk: Person, group: Group
) -> None:
    bring(institution, "Ana Píriz;1234567;;;mvd-1")
    Participation.objects.update(ended_on=TODAY, end_reason="work")
    ana = Person.objects.get(name="Ana Píriz")
    client.force_login(desk.user)
    page = upload(client, f"{HEAD}\nANA PIRIZ;;;;mvd-1\n".encode(), institution)
    assert f'name="same-2" value="{ana.uuid}"' in page
    data = {"institution": institution.key, "packed": packed_in(page), "same-2": str(ana.uuid)}
    client.post(reverse("enrolments:confirm"), data)
    assert Person.objects.filter(plain_name="ana piriz").get() == ana
    assert ana.participations.open().count() == 1


def test_nobody_of_another_institution_can_be_named_as_the_same(
    client: Client, institution: Institution, other_institution: Institution, desk: Person, group: Group
) -> None:
    stranger = Person.objects.create(name="Olga")
    client.force_login(desk.user)
    page = upload(client, f"{HEAD}\nAna;1234567;;;mvd-1\n".encode(), institution)
    data = {"institution": institution.key, "packed": packed_in(page), "same-2": str(stranger.uuid)}
    client.post(reverse("enrolments:confirm"), data)
    assert not stranger.participations.exists()
    assert Person.objects.filter(name="Ana").exists()


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


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01", b"PK\x03\x04", b"x" * 1_100_000, b"name\nAna", b"\xd0\xcf\x11\xe0"]
)
def test_a_bad_file_is_answered_on_the_page(
    client: Client, institution: Institution, desk: Person, content: bytes
) -> None:
    client.force_login(desk.user)
    page = upload(client, content, institution)
    assert "packed" not in page
    assert "error" in page


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
def test_the_sample_file_is_understood_in_each_language_and_its_examples_are_not_enrolled(
    client: Client, institution: Institution, desk: Person, group: Group, ending: str, language: str
) -> None:
    client.force_login(desk.user)
    sample = client.get(reverse("enrolments:sample", args=[ending]), headers={"Accept-Language": language})
    sheet = read_sheet(sample.content)
    assert sheet.unknown == ()
    rows = [check_line(line, country="UY") for line in sheet.lines]
    assert [len(row.errors) for row in rows] == [1, 1]
    assert [row.document.kind for row in rows if row.document] == ["identity_card", "passport"]


def workbook_of(*rows: tuple[object, ...]) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(file)
    return file.getvalue()


def test_a_workbook_is_read_like_a_file_of_text(institution: Institution, group: Group) -> None:
    content = workbook_of(
        ("Nombre completo", "Fecha de nacimiento", "Número de documento", "Teléfono", "Grupo"),
        ("Ana Píriz", date(1985, 12, 31), 12345678.0, "099 123 456", "mvd-1"),
    )
    (line,) = read_sheet(content).lines
    row = check_line(line, country="UY")
    assert (row.details.birth_date, row.document.number) == (date(1985, 12, 31), "12345678")
    import_people(rows=[row], institution=institution, enrolled_by=None, on=TODAY)
    assert Person.objects.get(name="Ana Píriz").phone_e164 == "+59899123456"


def test_a_workbook_that_unpacks_to_something_huge_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/workbook.xml", b"0" * (31 * 1024 * 1024))
    with pytest.raises(SheetRefused):
        read_sheet(file.getvalue())


def test_an_address_longer_than_the_books_have_room_for_is_refused(group: Group) -> None:
    address = f"a@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 60}.{'f' * 20}.example"
    (row,) = rows_of(f"Ana;;{address};;mvd-1")
    assert 254 < len(address) < 320
    assert len(row.errors) == 1
