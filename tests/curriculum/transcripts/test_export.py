import csv
import io
import zipfile
from collections.abc import Iterator

import openpyxl
import pypdf
import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection
from django.test import Client
from django.urls import reverse
from django.utils import translation

from curriculum.people.enums import Role
from curriculum.people.grouping import open_group
from curriculum.people.models import ExportFormat, ExportLog, Group, Participation, Person
from curriculum.people.services import enrol
from curriculum.people.staff import give_staff_access
from curriculum.standards.models import Institution
from curriculum.standards.speaking import made_in
from curriculum.standards.workbook import workbook
from curriculum.transcripts.columns import COLUMNS
from curriculum.transcripts.exporting import MayNotExport, export_transcripts

from .test_transcripts import MORNING, pdf_text

pytestmark = pytest.mark.django_db
REASON = "Yearly report"


@pytest.fixture
def group(participation: Participation) -> Group:
    group = open_group(
        programme_version=participation.programme_version,
        key="mvd-1",
        name="Montevideo 1",
        starts_on=MORNING.date(),
        ends_on=None,
        trainers=[],
    )
    Participation.objects.update(group=group)
    return group


@pytest.fixture
def at_desk(administrator: User) -> Client:
    give_staff_access(administrator.person, Role.ADMINISTRATOR)
    client = Client()
    client.force_login(administrator)
    return client


def take(client: Client, of: dict[str, int], file_format: str, language: str = "es") -> bytes:
    data = {**of, "format": file_format, "language": language, "reason": REASON}
    response = client.post(reverse("exports:index"), data)
    assert response.streaming
    assert response["Content-Disposition"].startswith('attachment; filename="transcripts-')
    return response.getvalue()


@pytest.mark.parametrize("language", ["es", "fr"])
def test_tables_are_the_same_whatever_the_language_of_the_screen(
    group: Group, at_desk: Client, administrator: User, language: str
) -> None:
    at_desk.cookies["django_language"] = language
    text = take(at_desk, {"group": group.pk}, "csv", language).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert list(rows[0]) == list(COLUMNS)
    programme = next(row for row in rows if row["line"] == "programme")
    assert programme["title"] == "Curso básico de atención a la dependencia"
    assert programme["minutes_required"] == "9120"


def test_a_workbook_opens_and_says_what_the_csv_says(group: Group, at_desk: Client) -> None:
    text = take(at_desk, {"group": group.pk}, "csv").decode("utf-8-sig")
    expected = list(csv.DictReader(io.StringIO(text)))
    sheet = openpyxl.load_workbook(io.BytesIO(take(at_desk, {"group": group.pk}, "xlsx"))).active
    assert sheet.freeze_panes == "A2"
    names, *rows = sheet.iter_rows(values_only=True)
    moment = COLUMNS.index("as_at")
    assert names == COLUMNS
    assert [row[:moment] for row in rows] == [tuple(row.values())[:moment] for row in expected]


@pytest.mark.parametrize(("language", "word"), [("es", "Constancia"), ("en", "Transcript")])
def test_a_zip_of_pdfs_is_in_the_language_that_was_chosen(
    participation: Participation, group: Group, at_desk: Client, language: str, word: str
) -> None:
    """The file is made after the request's own language is gone."""
    programme = participation.programme_version.programme_id
    archive = zipfile.ZipFile(io.BytesIO(take(at_desk, {"programme": programme}, "pdf", language)))
    assert archive.testzip() is None
    (name,) = archive.namelist()
    assert name.startswith("ana-piriz-")
    with translation.override(language):
        assert translation.gettext("Transcript") in pdf_text(archive.read(name))
    assert pypdf.PdfReader(io.BytesIO(archive.read(name))).pages


def test_who_exported_what_how_many_and_why_is_kept(
    group: Group, at_desk: Client, administrator: User
) -> None:
    take(at_desk, {"group": group.pk}, "csv")
    log = ExportLog.objects.get()
    assert (log.exported_by, log.subject, log.subject_key) == (administrator, "group", "mvd-1")
    assert (log.format, log.people, log.reason) == ("csv", 1, REASON)
    page = at_desk.get(reverse("exports:log")).content.decode()
    assert REASON in page


@pytest.mark.parametrize(
    "sql", ["UPDATE curriculum_exportlog SET reason = ''", "DELETE FROM curriculum_exportlog"]
)
def test_the_log_cannot_be_changed(group: Group, at_desk: Client, sql: str) -> None:
    take(at_desk, {"group": group.pk}, "csv")
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize("missing", ["reason", "group", "format"])
def test_nothing_leaves_without_a_reason_or_a_subject(group: Group, at_desk: Client, missing: str) -> None:
    data = {"group": group.pk, "format": "csv", "language": "es", "reason": REASON}
    del data[missing]
    response = at_desk.post(reverse("exports:index"), data)
    assert response.status_code == 200
    assert not getattr(response, "streaming", False)
    assert not ExportLog.objects.exists()


def test_a_group_of_another_institution_cannot_be_chosen(
    group: Group, other_institution: Institution, at_desk: Client
) -> None:
    Group.objects.update(institution=other_institution)
    data = {"group": group.pk, "format": "csv", "language": "es", "reason": REASON}
    assert not at_desk.post(reverse("exports:index"), data).streaming
    assert not ExportLog.objects.exists()


def test_the_service_itself_refuses_a_stranger(group: Group) -> None:
    with pytest.raises(MayNotExport):
        export_transcripts(
            of=group,
            file_format=ExportFormat.CSV,
            reason=REASON,
            exported_by=User.objects.create_user("stranger"),
            language="es",
        )


def test_the_first_bytes_come_before_anybody_is_read(
    group: Group, administrator: User, django_assert_num_queries
) -> None:
    for file_format in (ExportFormat.CSV, ExportFormat.XLSX):
        export = export_transcripts(
            of=group, file_format=file_format, reason=REASON, exported_by=administrator, language="es"
        )
        if file_format is ExportFormat.CSV:
            with django_assert_num_queries(0):
                assert next(export.chunks)


@pytest.mark.parametrize("people", [1, 3])
def test_queries_do_not_grow_with_people(
    group: Group, administrator: User, people: int, django_assert_num_queries
) -> None:
    for number in range(people - 1):
        enrol(
            person=Person.objects.create(name=f"Persona {number}"),
            programme_version=group.programme_version,
            enrolled_by=None,
            on=MORNING.date(),
            group=group,
        )
    with django_assert_num_queries(14):  # two of them are the savepoint
        export = export_transcripts(
            of=group,
            file_format=ExportFormat.CSV,
            reason=REASON,
            exported_by=administrator,
            language="es",
        )
        b"".join(export.chunks)


def test_a_full_sheet_is_followed_by_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curriculum.standards.workbook.ROWS_A_SHEET", 2)
    rows = [[f"<{number}> & \x00", "=1+1"] for number in range(5)]
    book = openpyxl.load_workbook(io.BytesIO(b"".join(workbook("t", ["a", "b"], rows))))
    assert [sheet.max_row for sheet in book] == [3, 3, 2]
    cell = book.worksheets[2]["A2"]
    assert (cell.value, book.worksheets[0]["B2"].data_type) == ("<4> & ", "s")


def test_a_language_does_not_leak_between_items() -> None:
    def names() -> Iterator[str]:
        for _number in range(2):
            yield translation.get_language()

    with translation.override("fr"):
        for name in made_in("pt", names()):
            assert (name, translation.get_language()) == ("pt", "fr")


def test_the_log_is_read_from_and_to_any_day(at_desk: Client, group: Group) -> None:
    take(at_desk, {"group": group.pk}, "csv")
    address = reverse("exports:log")
    found = {
        days: REASON in at_desk.get(address, dict(zip(("from_day", "to_day"), days, strict=True))).text
        for days in [("0001-01-01", "9999-12-31"), ("9999-12-31", ""), ("", "0001-01-01")]
    }
    assert list(found.values()) == [True, False, False]
