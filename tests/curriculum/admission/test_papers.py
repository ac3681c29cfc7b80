"""Documents: what is taken, who opens them, what is written down, and when they go."""

import struct
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from zlib import crc32

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core import mail
from django.core.files.storage import storages
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from PIL import Image, ImageFile

from curriculum.admission.errors import Refused
from curriculum.admission.models import Application, Proof, ProofOpening
from curriculum.admission.papers import LARGEST_BYTES, look_at
from curriculum.admission.services import (
    erase_old_pages,
    remind_of_expiry,
    review_proof,
    send,
    take_back_proof,
)
from curriculum.people.enums import Role
from curriculum.standards.models import Institution

from .conftest import PDF, PNG, drawn, health_card_of, photograph, proof_of, staff

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "content",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", b"<html><script>", b"MZ" + b"\0" * 90],
)
def test_what_is_no_photograph_and_no_pdf_is_refused_whatever_it_is_called(content: bytes) -> None:
    with pytest.raises(Refused):
        look_at([photograph("documento.png", content)])


def test_photographs_and_pdfs_are_taken_and_too_much_is_not() -> None:
    taken = look_at([photograph(), photograph("a.pdf", PDF)])
    assert [page.content_type for page in taken] == ["image/png", "application/pdf"]
    for many in ([], [photograph()] * 7, [photograph(content=PNG + b"\0" * LARGEST_BYTES)]):
        with pytest.raises(Refused):
            look_at(many)


def test_a_photograph_is_kept_without_where_it_was_taken() -> None:
    hidden = Image.Exif()
    hidden[0x010F] = "Una marca"
    hidden.get_ifd(0x8825)[1] = "S"
    taken = look_at([photograph("foto.jpg", drawn("JPEG", exif=hidden))])[0]
    with Image.open(BytesIO(taken.content)) as kept:
        assert not kept.getexif()
        assert kept.size == (60, 40)


def with_sides(width: int, height: int) -> bytes:
    """A picture whose header claims these sides: it is small to send and would fill the memory."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return PNG[:8] + struct.pack(">I", 13) + header + struct.pack(">I", crc32(header)) + PNG[33:]


WRONG = {
    "empty": b"",
    "wrong kind": b"MZ" + b"\0" * 90,
    "broken": PNG[:50],
    "too heavy": PNG + b"\0" * LARGEST_BYTES,
    "too many pixels": with_sides(8_000, 8_000),
    "far too many pixels": with_sides(60_000, 60_000),
}
AGAIN = {"es": "Saque una foto|Saque la foto|Sáquela", "pt": "Tire", "en": "Take", "fr": "Prenez|Reprenez"}
"""What to do next, in every language: the photograph again, or one in place of the file."""


@pytest.fixture(params=[False, True], ids=["alone", "beside WeasyPrint"])
def cut_pictures(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint, once loaded, lets Pillow open cut pictures in the whole process."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", request.param)


@pytest.mark.usefixtures("cut_pictures")
@pytest.mark.parametrize("language", AGAIN)
@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG)
def test_each_refusal_names_the_file_and_says_what_to_do_next(content: bytes, language: str) -> None:
    with translation.override(language), pytest.raises(Refused, match=AGAIN[language]) as refused:
        look_at([photograph("cédula.png", content)])
    assert "cédula.png" in refused.value.sentence
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.usefixtures("cut_pictures")
def test_a_picture_cut_in_the_middle_is_asked_for_again(kind: str) -> None:
    out = BytesIO()
    Image.effect_noise((300, 300), 90).convert("RGB").save(out, kind)
    whole = out.getvalue()
    assert look_at([photograph("a", whole)])
    with pytest.raises(Refused, match="no se puede abrir"):
        look_at([photograph("a", whole[: len(whole) // 2])])


def test_each_reason_has_a_sentence_of_its_own() -> None:
    said = set()
    for content in list(WRONG.values())[:5]:
        with pytest.raises(Refused) as refused:
            look_at([photograph("a", content)])
        said.add(refused.value.sentence)
    assert len(said) == 5


EVERYBODY = {
    "applicant": (200, 200),
    "clerk": (200, 404),
    "reader": (404, 200),
    "administrator elsewhere": (404, 404),
    "trainer": (404, 404),
    "assessor": (404, 404),
    "former reader": (404, 404),
    "superuser": (404, 404),
    "account without a person": (404, 404),
    "stranger": (302, 302),
}
"""What the page of a school certificate and that of a health card answer to whom."""


@pytest.fixture
def whoever(
    applicant: User, clerk: User, reader: User, institution: Institution, other_institution: Institution
) -> Callable[[str], User | AnonymousUser]:
    def former() -> User:
        named = reader.person
        named_row = institution.document_readers.get(person=named)
        named_row.until = timezone.localdate() - timedelta(days=1)
        named_row.save()
        return reader

    makers: dict[str, Callable[[], User | AnonymousUser]] = {
        "applicant": lambda: applicant,
        "clerk": lambda: clerk,
        "reader": lambda: reader,
        "administrator elsewhere": lambda: staff(other_institution, "elsewhere", Role.ADMINISTRATOR),
        "trainer": lambda: staff(institution, "trainer", Role.TRAINER),
        "assessor": lambda: staff(institution, "assessor", Role.ASSESSOR),
        "former reader": former,
        "superuser": lambda: User.objects.create_superuser("root"),
        "account without a person": lambda: User.objects.create_user("nadie"),
        "stranger": AnonymousUser,
    }
    return lambda name: makers[name]()


@pytest.mark.parametrize("name", EVERYBODY)
def test_who_opens_a_page_and_that_it_is_written_down(
    whoever: Callable[[str], User | AnonymousUser], application: Application, name: str
) -> None:
    account, client = whoever(name), Client()
    if isinstance(account, User):
        client.force_login(account)
    plain, sensitive = proof_of(application), health_card_of(application)
    send(application=application)
    for proof, status in zip((plain, sensitive), EVERYBODY[name], strict=True):
        assert client.get(reverse("proof_page", args=[proof.uuid, 1])).status_code == status
        opened = ProofOpening.objects.filter(proof_uuid=proof.uuid)
        assert opened.count() == (status == 200 and name != "applicant")


def test_a_page_can_do_nothing_where_it_is_shown(
    client: Client, applicant: User, application: Application
) -> None:
    client.force_login(applicant)
    proof = proof_of(application)
    answer = client.get(reverse("proof_page", args=[proof.uuid, 1]))
    assert b"".join(answer.streaming_content) == PNG
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer["Content-Disposition"].startswith("inline")
    page = proof.pages.get()
    page.content_type = "application/pdf"
    page.save()
    answer = client.get(reverse("proof_page", args=[proof.uuid, 1]))
    assert answer["Content-Disposition"].startswith("attachment")


def test_what_was_opened_cannot_be_struck_from_the_log(
    client: Client, clerk: User, application: Application
) -> None:
    client.force_login(clerk)
    page = reverse("proof_page", args=[proof_of(application).uuid, 1])
    assert client.get(page).status_code == 404  # she has not sent it yet
    send(application=application)
    assert client.get(page).status_code == 200
    with pytest.raises(DatabaseError), transaction.atomic():
        ProofOpening.objects.all()._raw_delete("default")


def test_what_is_taken_back_is_gone_and_what_was_judged_stays(
    application: Application, clerk: User, django_capture_on_commit_callbacks
) -> None:
    proof = proof_of(application)
    name = proof.pages.get().file
    assert storages["private"].exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        take_back_proof(proof=proof)
    assert not storages["private"].exists(name)
    judged = proof_of(application)
    review_proof(proof=judged, accepted=True, reviewed_by=clerk)
    with pytest.raises(Refused):
        take_back_proof(proof=judged)


def test_sensitive_pages_go_when_their_time_is_over_and_the_row_says_so(
    application: Application, reader: User, clerk: User, django_capture_on_commit_callbacks
) -> None:
    card, school = health_card_of(application), proof_of(application)
    ends = date(2030, 1, 1)
    review_proof(proof=card, accepted=True, reviewed_by=reader, valid_until=ends)
    review_proof(proof=school, accepted=True, reviewed_by=clerk)
    names = [page.file for page in card.pages.all()]
    assert erase_old_pages(at=timezone.now() + timedelta(days=360)) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert erase_old_pages(at=timezone.now() + timedelta(days=370)) == 1
    assert erase_old_pages(at=timezone.now() + timedelta(days=371)) == 0
    card.refresh_from_db()
    assert (card.state, card.valid_until, card.erased_at is not None) == ("accepted", ends, True)
    assert not any(storages["private"].exists(name) for name in names)
    assert school.pages.exists()


def test_who_has_a_document_that_ends_is_reminded_once(
    application: Application, reader: User, django_capture_on_commit_callbacks
) -> None:
    person = application.person
    person.email = "bea@escuela.example"
    person.save()
    soon = timezone.localdate() + timedelta(days=20)
    review_proof(proof=health_card_of(application), accepted=True, reviewed_by=reader, valid_until=soon)
    with django_capture_on_commit_callbacks(execute=True):
        assert remind_of_expiry(at=timezone.now() - timedelta(days=20)) == 0
        assert [remind_of_expiry(), remind_of_expiry()] == [1, 0]
    assert [message.to for message in mail.outbox] == [["bea@escuela.example"]]
    call_command("keep_documents")
    assert Proof.objects.get().reminded_at is not None
