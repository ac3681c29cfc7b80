"""An applicant, an office with two people, a group with one place, and papers that look like papers."""

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from curriculum.admission.models import Application, DocumentReader, Intake, Proof
from curriculum.admission.papers import Paper
from curriculum.admission.services import begin, declare_birth, send_proof
from curriculum.people.enums import Role
from curriculum.people.models import Group
from curriculum.people.registering import give_role
from curriculum.rules import FactKind
from curriculum.standards.models import Institution, ProgrammeVersion
from tests.factories import PersonFactory


def drawn(kind: str, **more: object) -> bytes:
    file = BytesIO()
    Image.new("RGB", (60, 40), "#ddd").save(file, kind, **more)
    return file.getvalue()


PNG = drawn("PNG")
PDF = b"%PDF-1.4\n" + b"0" * 64


def photograph(name: str = "foto.png", content: bytes = PNG) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/png")


@pytest.fixture(autouse=True)
def own_private_storage(settings, tmp_path: Path) -> None:
    """Papers of tests lie in the folder of the test."""
    private = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(tmp_path / "private")},
    }
    settings.STORAGES = {**settings.STORAGES, "private": private}


@pytest.fixture
def group(version: ProgrammeVersion) -> Group:
    group = Group.objects.create(
        institution=version.programme.institution,
        programme_version=version,
        key="manana",
        name="Mañana",
        starts_on=date(2027, 3, 1),
    )
    Intake.objects.create(group=group, places=1, open_until=timezone.localdate() + timedelta(days=30))
    return group


@pytest.fixture
def applicant(db: None) -> User:
    return User.objects.create_user("bea", first_name="Bea", last_name="Núñez")


def staff(institution: Institution, username: str, role: Role) -> User:
    person = PersonFactory(user__username=username)
    give_role(person=person, institution=institution, role=role, since=date(2025, 1, 1))
    return person.user


@pytest.fixture
def clerk(institution: Institution) -> User:
    return staff(institution, "clerk", Role.ADMINISTRATOR)


@pytest.fixture
def reader(institution: Institution, clerk: User) -> User:
    """A trainer who was named to open sensitive documents."""
    account = staff(institution, "reader", Role.TRAINER)
    DocumentReader.objects.create(
        institution=institution,
        person=account.person,
        since=date(2025, 1, 1),
        named_by=clerk.person,
    )
    return account


@pytest.fixture
def application(applicant: User, version: ProgrammeVersion, group: Group) -> Application:
    """Begun, with her date of birth."""
    application = begin(account=applicant, programme_version=version, group=group)
    declare_birth(person=application.person, day=date(1984, 5, 1))
    application.refresh_from_db()
    return application


def proof_of(
    application: Application, subject: str = "primary_completed", kind: FactKind = FactKind.EDUCATION
) -> Proof:
    return send_proof(
        uuid=uuid4(),
        person=application.person,
        institution=application.institution,
        kind=kind,
        subject=subject,
        pages=[Paper(PNG, "image/png")],
    )


def health_card_of(application: Application) -> Proof:
    return proof_of(application, "health_certificate", FactKind.DOCUMENT)
