"""A school with the Uruguayan programme, made by the same services that a site uses."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from curriculum.packs.folder import PackFolder
from curriculum.packs.loading import load_programme
from curriculum.packs.reading import read_pack
from curriculum.packs.services import LIBRARY
from curriculum.people.enums import Role
from curriculum.people.models import Participation, Person
from curriculum.people.services import enrol, join_institution
from curriculum.standards.models import Institution, ProgrammeVersion

PACK = LIBRARY / "uy-dependency-care"
NOON = datetime(2026, 3, 2, 15, tzinfo=UTC)


@pytest.fixture
def institution(db: None) -> Institution:
    return Institution.objects.create(
        key="escuela", name_es="Escuela de Cuidados", country="UY", time_zone="America/Montevideo"
    )


@pytest.fixture
def other_institution(db: None) -> Institution:
    return Institution.objects.create(
        key="otra", name_es="Otra escuela", country="UY", time_zone="America/Montevideo"
    )


@pytest.fixture
def version(institution: Institution) -> ProgrammeVersion:
    version, _ = load_programme(pack=read_pack(PackFolder(PACK)), institution=institution, user=None)
    return version


@pytest.fixture
def administrator(institution: Institution) -> User:
    user = User.objects.create_user("admin-escuela")
    person = Person.objects.create(name="Marta Ibarra", user=user)
    join_institution(person=person, institution=institution, role=Role.ADMINISTRATOR, since=date(2025, 1, 1))
    return user


@pytest.fixture
def participation(version: ProgrammeVersion) -> Participation:
    person = Person.objects.create(name="Ana Píriz", user=User.objects.create_user("ana"))
    return enrol(person=person, programme_version=version, enrolled_by=None, on=date(2026, 3, 2))


@pytest.fixture
def empty_pack(tmp_path: Path) -> Path:
    return tmp_path / "pack"
