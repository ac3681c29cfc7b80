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
from curriculum.people.models import Participation
from curriculum.people.services import enrol, join_institution
from curriculum.standards.models import Institution, ProgrammeVersion
from tests.factories import InstitutionFactory, PersonFactory

PACK = LIBRARY / "uy-dependency-care"
NOON = datetime(2026, 3, 2, 15, tzinfo=UTC)


@pytest.fixture
def institution(db: None) -> Institution:
    return InstitutionFactory(key="escuela", name_es="Escuela de Cuidados")


@pytest.fixture
def other_institution(db: None) -> Institution:
    return InstitutionFactory(key="otra", name_es="Otra escuela")


@pytest.fixture
def version(institution: Institution) -> ProgrammeVersion:
    version, _ = load_programme(pack=read_pack(PackFolder(PACK)), institution=institution, user=None)
    return version


@pytest.fixture
def administrator(institution: Institution) -> User:
    person = PersonFactory(name="Marta Ibarra", user__username="admin-escuela")
    join_institution(person=person, institution=institution, role=Role.ADMINISTRATOR, since=date(2025, 1, 1))
    return person.user


@pytest.fixture
def participation(version: ProgrammeVersion) -> Participation:
    person = PersonFactory(name="Ana Píriz", user__username="ana")
    return enrol(person=person, programme_version=version, enrolled_by=None, on=date(2026, 3, 2))


@pytest.fixture
def empty_pack(tmp_path: Path) -> Path:
    return tmp_path / "pack"
