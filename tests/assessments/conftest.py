"""A small school: one programme with one module, a learner on it, and people who are not."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from curriculum.enums import AchievementKind, Origin, Role, ServiceType, Stage, Status
from curriculum.models import (
    Achievement,
    Institution,
    Module,
    Participation,
    Person,
    Programme,
    ProgrammeModule,
    ProgrammeRule,
    ProgrammeVersion,
    RuleSet,
)
from curriculum.people.services import enrol, join_institution
from curriculum.rules import digest

STARTED = date(2026, 3, 2)
NOON = datetime(2026, 3, 9, 15, tzinfo=UTC)
UNIT = "hygiene"


def make_institution(key: str) -> Institution:
    return Institution.objects.create(
        key=key, name=f"Escuela {key}", country="UY", time_zone="America/Montevideo"
    )


def make_version(institution: Institution, *modules: Module) -> ProgrammeVersion:
    programme = Programme.objects.create(institution=institution, key="curso", name="Curso")
    version = ProgrammeVersion.objects.create(
        programme=programme,
        version="1",
        status=Status.IN_FORCE,
        published_at=NOON,
        service_type=ServiceType.TRAINING,
    )
    for order, module in enumerate(modules):
        ProgrammeModule.objects.create(
            programme_version=version, module=module, order=order, hours_origin=Origin.SCHOOL
        )
    return version


def make_award_rule(version: ProgrammeVersion) -> RuleSet:
    """An achievement earned by being judged competent in UNIT."""
    institution = version.programme.institution
    achievement = Achievement.objects.create(
        institution=institution,
        key="hygiene-credential",
        kind=AchievementKind.MICROCREDENTIAL,
        name="Higiene",
    )
    document = {
        "schema": "cuidar/rules/1",
        "stage": "award",
        "root": {"node": "unit_competent", "unit": UNIT},
    }
    rule_set = RuleSet.objects.create(
        institution=institution,
        key="hygiene-credential",
        version="1",
        status=Status.IN_FORCE,
        published_at=NOON,
        stage=Stage.AWARD.value,
        achievement=achievement,
        document=document,
        digest=digest(document),
    )
    ProgrammeRule.objects.create(programme_version=version, rule_set=rule_set)
    return rule_set


def make_person(name: str) -> Person:
    user = User.objects.create_user(name.split()[0].lower())
    return Person.objects.create(name=name, user=user)


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person.user)
    return client


@pytest.fixture
def institution(db: None) -> Institution:
    return make_institution("escuela")


@pytest.fixture
def other_institution(db: None) -> Institution:
    return make_institution("otra")


@pytest.fixture
def module(institution: Institution) -> Module:
    return Module.objects.create(institution=institution, key="higiene", title="Higiene")


@pytest.fixture
def version(institution: Institution, module: Module) -> ProgrammeVersion:
    return make_version(institution, module)


@pytest.fixture
def participation(version: ProgrammeVersion) -> Participation:
    return enrol(person=make_person("Ana Píriz"), programme_version=version, enrolled_by=None, on=STARTED)


@pytest.fixture
def learner(participation: Participation) -> Client:
    return client_of(participation.person)


@pytest.fixture
def trainer(institution: Institution) -> Person:
    person = make_person("Marta Ibarra")
    join_institution(person=person, institution=institution, role=Role.TRAINER, since=STARTED)
    return person


@contextmanager
def queries(expected: int) -> Iterator[None]:
    """That so many queries are asked; beginning and ending transactions is not counted."""
    with CaptureQueriesContext(connection) as captured:
        yield
    asked = [
        query["sql"]
        for query in captured.captured_queries
        if not query["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK TO", "BEGIN", "COMMIT"))
    ]
    assert len(asked) == expected, "\n".join(sql[:300] for sql in asked)
