import csv
import io
from datetime import UTC, datetime

import openpyxl
import pypdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from curriculum.credentials.recording import record_evidence
from curriculum.people.models import Participation
from curriculum.records.services import EvidenceDraft
from curriculum.rules import FactKind
from curriculum.standards.models import Institution
from curriculum.standards.printing import xhtml2pdf_pdf
from curriculum.standards.spreadsheets import csv_chunks
from curriculum.transcripts.building import build_transcripts
from curriculum.transcripts.columns import COLUMNS
from curriculum.transcripts.lines import Transcript
from curriculum.transcripts.paper import pdf_zip, transcript_html, transcript_pdf
from curriculum.transcripts.tables import csv_lines, xlsx_chunks

MORNING = datetime(2026, 3, 2, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def transcript(participation: Participation) -> Transcript:
    record_evidence(
        person=participation.person,
        institution=participation.institution,
        recorded_by=None,
        at=MORNING,
        drafts=[
            EvidenceDraft(
                kind=FactKind.MODULE_COMPLETED,
                subject="levelling",
                minutes=1200,
                occurred_at=MORNING,
                source_ref="test:module",
            ),
            EvidenceDraft(
                kind=FactKind.PRACTICE,
                minutes=690,
                setting="home",
                occurred_at=MORNING,
                source_ref="test:shift",
            ),
        ],
    )
    return next(
        build_transcripts(person_ids=[participation.person_id], institution=participation.institution)
    )


def read_csv(transcripts: list[Transcript]) -> list[dict[str, str]]:
    text = b"".join(csv_lines(transcripts)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def pdf_text(content: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def test_unknown_values_are_words_and_never_blank_or_zero(transcript: Transcript) -> None:
    rows = read_csv([transcript])
    assert all(value != "" for row in rows for value in row.values())
    programme = next(row for row in rows if row["line"] == "programme")
    assert programme["minutes_completed"] == "1200"
    assert programme["minutes_required"] == "9120"
    assert programme["practice_minutes_approved"] == "690"
    assert programme["document"] == "not_stated"
    assert programme["expires_on"] == "not_applicable"


def test_a_figure_that_no_document_states_is_not_stated(participation: Participation) -> None:
    participation.programme_version.figures.filter(name="practice_hours").delete()
    transcript = next(
        build_transcripts(person_ids=[participation.person_id], institution=participation.institution)
    )
    programme = next(row for row in read_csv([transcript]) if row["line"] == "programme")
    assert programme["practice_minutes_required"] == "not_stated"


def test_files_are_the_same_whatever_the_language_of_the_screen(transcript: Transcript) -> None:
    with translation.override("es"):
        spanish = b"".join(csv_lines([transcript]))
    with translation.override("fr"):
        french = b"".join(csv_lines([transcript]))
    assert spanish == french


def test_xlsx_says_what_csv_says(transcript: Transcript) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(xlsx_chunks([transcript])))).active
    table = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert table[0] == list(COLUMNS)
    assert table[1:] == [[row[column] for column in COLUMNS] for row in read_csv([transcript])]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_no_cell_is_a_formula(text: str) -> None:
    _, line = csv_chunks(["heading"], [[text, "plain"]])
    assert next(csv.reader([line.decode()])) == [f"'{text}", "plain"]


def test_as_at_shows_what_was_known_then(transcript: Transcript, participation: Participation) -> None:
    before = datetime(2026, 3, 1, tzinfo=UTC)
    Participation.objects.update(created_at=before)
    then = next(
        build_transcripts(
            person_ids=[participation.person_id], institution=participation.institution, as_at=before
        )
    )
    assert then.programmes[0].completed_minutes == 0
    assert then.awards == ()
    assert transcript.awards[0].title == "Nivelación para el cuidado"


def test_the_pdf_says_hours_in_words_of_the_reader(transcript: Transcript) -> None:
    with translation.override("es"):
        text = pdf_text(transcript_pdf(transcript))
    assert "Ana Píriz" in text
    assert "11,5 h" in text
    assert "Nivelación para el cuidado" in text


def test_the_pure_python_fallback_prints_the_same_page(transcript: Transcript) -> None:
    assert "Ana" in pdf_text(xhtml2pdf_pdf(transcript_html(transcript)))


def test_a_group_is_a_zip_with_a_pdf_for_each(transcript: Transcript) -> None:
    import zipfile

    archive = zipfile.ZipFile(io.BytesIO(b"".join(pdf_zip([transcript], language="es"))))
    assert [name.startswith("ana-piriz-") for name in archive.namelist()] == [True]
    assert archive.testzip() is None


def test_queries_do_not_grow_with_people(
    transcript: Transcript, participation: Participation, django_assert_num_queries
) -> None:
    from curriculum.people.models import Person
    from curriculum.people.services import enrol

    ids = [participation.person_id]
    with django_assert_num_queries(8):
        list(build_transcripts(person_ids=ids, institution=participation.institution))
    for number in range(2):
        person = Person.objects.create(name=f"Persona {number}")
        enrol(
            person=person,
            programme_version=participation.programme_version,
            enrolled_by=None,
            on=MORNING.date(),
        )
        ids.append(person.pk)
    with django_assert_num_queries(8):
        assert len(list(build_transcripts(person_ids=ids, institution=participation.institution))) == 3


def test_my_transcript_is_mine(
    transcript: Transcript, participation: Participation, other_institution: Institution, client: Client
) -> None:
    own = reverse("my_transcript", kwargs={"institution": participation.institution.key})
    foreign = reverse("my_transcript", kwargs={"institution": other_institution.key})
    assert client.get(own).status_code == 302
    client.force_login(participation.person.user)
    response = client.get(own)
    assert response["Content-Type"] == "application/pdf"
    assert "Ana Píriz" in pdf_text(response.content)
    assert client.get(foreign).status_code == 404


def test_my_record_costs_the_same_with_one_entry_and_with_three(
    participation: Participation, client: Client, django_assert_num_queries
) -> None:
    client.force_login(participation.person.user)
    for names in (["a"], ["b", "c"]):
        record_evidence(
            person=participation.person,
            institution=participation.institution,
            recorded_by=None,
            at=MORNING,
            drafts=[
                EvidenceDraft(
                    kind=FactKind.PRACTICE,
                    minutes=60,
                    setting="home",
                    occurred_at=MORNING,
                    source_ref=f"test:{name}",
                )
                for name in names
            ],
        )
        client.get(reverse("my_record"))
        with django_assert_num_queries(13):
            client.get(reverse("my_record"))


def test_tables_say_which_modules_are_only_an_outline(transcript: Transcript) -> None:
    marks = {row["key"]: row["demonstration"] for row in read_csv([transcript]) if row["line"] == "module"}
    assert marks["occupational-project"] == "yes"
    assert marks["levelling"] == "no"
    others = {row["demonstration"] for row in read_csv([transcript]) if row["line"] != "module"}
    assert others == {"not_applicable"}
