"""Earlier records come in once, attested by somebody else, say so, and go as long as nothing rests on them."""

import io
from datetime import date

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation

from curriculum.api import read_sheet
from curriculum.earlier.columns import EARLIER
from curriculum.earlier.models import EarlierFile
from curriculum.earlier.sample import sample
from curriculum.earlier.services import BroughtIn, Undone, bring_in, undo_file
from curriculum.people.enums import Role
from curriculum.people.models import IdentityDocument, Participation, Person
from curriculum.people.registering import give_role
from curriculum.people.services import enrol
from curriculum.records.models import Evidence
from curriculum.rules import FactKind
from curriculum.standards.models import Institution, ProgrammeVersion
from curriculum.transcripts.building import build_transcripts
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db
HEAD = "Documento;Tipo;Módulo;Horas;Lugar;Fecha"
MODULE = "1.234.567-8;módulo;levelling;;;31/12/2019"
PRACTICE = "12345678;práctica;;12:30;residencia;15/03/2020"


@pytest.fixture
def ana(version: ProgrammeVersion, institution: Institution) -> Participation:
    person = PersonFactory(name="Ana Píriz")
    IdentityDocument.objects.create(
        person=person, institution=institution, country="UY", kind="identity_card", number="1.234.567-8"
    )
    return enrol(person=person, programme_version=version, enrolled_by=None, on=date(2026, 3, 2))


def bring(institution: Institution, by: User, *lines: str) -> BroughtIn:
    sheet = read_sheet("\n".join([HEAD, *lines]).encode(), EARLIER)
    return bring_in(lines=sheet.lines, institution=institution, attested_by=by, file_name="actas.csv")


def undo(brought: BroughtIn, by: User) -> Undone:
    assert brought.file is not None
    return undo_file(file=brought.file, undone_by=by)


def test_they_enter_once_and_say_who_attested(
    institution: Institution, administrator: User, ana: Participation
) -> None:
    assert bring(institution, administrator, MODULE, PRACTICE).file is not None
    assert bring(institution, administrator, PRACTICE, MODULE, MODULE).file is None
    module, practice = Evidence.objects.filter(method="imported")
    assert (module.kind, module.subject, module.minutes) == (
        FactKind.MODULE_COMPLETED.value,
        "levelling",
        1200,
    )
    assert (practice.minutes, practice.setting) == (750, "residence")
    assert {module.recorded_by, practice.recorded_by} == {administrator}
    assert module.occurred_at.date() == date(2019, 12, 31)


def test_the_transcript_says_so(institution: Institution, administrator: User, ana: Participation) -> None:
    bring(institution, administrator, MODULE)
    (transcript,) = build_transcripts(person_ids=[ana.person_id], institution=institution)
    (line,) = [each for each in transcript.programmes[0].modules if each.completed_on]
    assert (line.key, line.is_imported) == ("levelling", True)


def test_nobody_attests_her_own(institution: Institution, ana: Participation) -> None:
    brought = bring(institution, ana.person.user, MODULE)
    assert brought.file is None
    assert brought.rows[0].errors
    assert not Evidence.objects.exists()


@pytest.mark.parametrize(
    "row",
    [
        "999;módulo;levelling;;;31/12/2019",
        "12345678;módulo;nothing;;;31/12/2019",
        "12345678;título;levelling;;;31/12/2019",
        "12345678;módulo;levelling;;;31/12/2999",
        "12345678;práctica;;-4;residencia;15/03/2020",
        "12345678;práctica;;4;luna;15/03/2020",
    ],
)
def test_a_row_that_cannot_be_says_what_to_change(
    institution: Institution, administrator: User, ana: Participation, row: str
) -> None:
    brought = bring(institution, administrator, row, PRACTICE)
    assert [bool(each.errors) for each in brought.rows] == [True, False]
    assert Evidence.objects.count() == 1


def test_people_of_another_institution_do_not_exist_here(
    other_institution: Institution, administrator: User, ana: Participation
) -> None:
    assert bring(other_institution, administrator, MODULE).rows[0].errors


def test_undoing_withdraws_and_the_row_may_come_again(
    institution: Institution, administrator: User, ana: Participation
) -> None:
    first = bring(institution, administrator, PRACTICE)
    assert undo(first, administrator).taken_back == 1
    assert undo(first, administrator).taken_back == 0
    assert Evidence.objects.filter(kind=FactKind.WITHDRAWAL.value).count() == 1
    assert bring(institution, administrator, PRACTICE).file is not None


def test_what_an_award_rests_on_stays(
    institution: Institution, administrator: User, ana: Participation
) -> None:
    undone = undo(bring(institution, administrator, MODULE, PRACTICE), administrator)
    assert (undone.taken_back, list(undone.staying)) == (1, [ana.person])


def test_the_screens_preview_attest_and_show_the_proof(
    institution: Institution, administrator: User, ana: Participation
) -> None:
    person = Person.objects.get(user=administrator)
    give_role(person=person, institution=institution, role=Role.ADMINISTRATOR, since=date(2026, 3, 2))
    office, stranger = Client(), Client()
    office.force_login(administrator)
    stranger.force_login(ana.person.user)
    file = SimpleUploadedFile("actas.csv", f"{HEAD}\n{PRACTICE}".encode())
    page = office.post("/admin/earlier/", {"institution": institution.pk, "file": file})
    packed = page.context["proof_form"]["packed"].value()
    assert not Evidence.objects.exists()
    paper = SimpleUploadedFile("acta.pdf", b"%PDF-1.4 acta")
    assert stranger.post("/admin/earlier/attest/", {"packed": packed, "proof": paper}).status_code != 200
    assert not Evidence.objects.exists()
    paper.seek(0)
    done = office.post("/admin/earlier/attest/", {"packed": packed, "proof": paper, "file_name": "actas.csv"})
    kept = EarlierFile.objects.get()
    assert done["Location"].endswith(f"/admin/earlier/{kept.pk}/")
    assert b"acta" in b"".join(office.get(f"/admin/earlier/{kept.pk}/proof/").streaming_content)
    assert office.get(f"/admin/earlier/{kept.pk}/").status_code == 200
    for address in ("", f"{kept.pk}/", f"{kept.pk}/proof/"):
        assert stranger.get(f"/admin/earlier/{address}").status_code != 200


@pytest.mark.parametrize("language", ["es", "pt", "en", "fr"])
def test_the_sample_is_understood_in_every_language(language: str) -> None:
    with translation.override(language):
        assert len(read_sheet(sample("csv").content, EARLIER).lines) == 2
        book = openpyxl.load_workbook(io.BytesIO(sample("xlsx").content))
    assert book.active.max_row == 3


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_do_not_grow_with_the_rows(
    institution: Institution, administrator: User, ana: Participation, rows: int, django_assert_num_queries
) -> None:
    lines = [f"12345678;práctica;;{number + 1};residencia;15/03/2020" for number in range(rows)]
    bring(institution, administrator, PRACTICE)
    with django_assert_num_queries(BRINGING):
        bring(institution, administrator, *lines)


BRINGING = 20
