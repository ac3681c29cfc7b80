"""A home, a residence, their supervisors, and a learner whose programme asks for twelve hours of practice."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from assessments.placements.drafts import ShiftDraft
from assessments.placements.models import Host, HostSupervisor, Shift
from assessments.placements.services import log_shift
from curriculum.enums import AchievementKind, Role, Stage, Status
from curriculum.models import (
    Achievement,
    Activity,
    Institution,
    Participation,
    Person,
    ProgrammeRule,
    ProgrammeVersion,
    RuleSet,
    Standard,
    StandardVersion,
)
from curriculum.people.services import enrol, join_institution
from curriculum.rules import digest
from tests.assessments.conftest import NOON, STARTED, client_of, make_person

MONDAY = datetime(2026, 3, 9, 11, tzinfo=UTC)  # 8:00 in Montevideo
LATER = datetime(2026, 3, 20, 15, tzinfo=UTC)
ACTIVITIES = [("washing", "basic"), ("eating", "basic"), ("cooking", "instrumental")]


def make_host(institution: Institution, key: str = "casa-14", kind: str = "home", **fields: Any) -> Host:
    return Host.objects.create(
        institution=institution,
        key=key,
        name=fields.pop("name", "Casa 14"),
        kind=kind,
        time_zone="America/Montevideo",
        **fields,
    )


def make_supervisor(host: Host, name: str, since: date = STARTED, until: date | None = None) -> Person:
    person = make_person(name)
    join_institution(person=person, institution=host.institution, role=Role.SUPERVISOR, since=since)
    HostSupervisor.objects.create(host=host, person=person, since=since, until=until)
    return person


def make_practice_rule(version: ProgrammeVersion, minutes: int = 720) -> None:
    """A qualification that is earned by practice alone."""
    institution = version.programme.institution
    achievement = Achievement.objects.create(
        institution=institution, key="practice", kind=AchievementKind.QUALIFICATION, name="Práctica"
    )
    document = {
        "schema": "cuidar/rules/1",
        "stage": "award",
        "root": {"node": "practice_hours", "key": "practice-hours", "minutes": minutes},
    }
    rule_set = RuleSet.objects.create(
        institution=institution,
        key="practice",
        version="1",
        status=Status.IN_FORCE,
        published_at=NOON,
        stage=Stage.AWARD.value,
        achievement=achievement,
        document=document,
        digest=digest(document),
    )
    ProgrammeRule.objects.create(programme_version=version, rule_set=rule_set)


def make_activities(version: ProgrammeVersion) -> None:
    standard = Standard.objects.create(institution=version.programme.institution, key="norma", name="Norma")
    edition = StandardVersion.objects.create(standard=standard, version="1", status=Status.IN_FORCE)
    version.standard_version = edition
    version.save(update_fields=["standard_version"])
    for order, (key, activity_class) in enumerate(ACTIVITIES):
        Activity.objects.create(
            standard_version=edition,
            key=key,
            title_es=key.title(),
            activity_class=activity_class,
            order=order,
        )


def make_shift(
    participation: Participation,
    host: Host,
    *,
    starts_at: datetime = MONDAY,
    minutes: int = 240,
    at: datetime = LATER,
    **fields: Any,
) -> Shift:
    draft = ShiftDraft(
        uuid=fields.pop("uuid", None) or uuid4(),
        participation=participation,
        host=host,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=minutes),
        **fields,
    )
    return log_shift(draft=draft, logged_by=participation.person.user, at=at)


@pytest.fixture
def version(version: ProgrammeVersion) -> ProgrammeVersion:
    make_practice_rule(version)
    make_activities(version)
    return version


@pytest.fixture
def home(institution: Institution) -> Host:
    return make_host(institution, person_cared_for="P-014")


@pytest.fixture
def residence(institution: Institution) -> Host:
    return make_host(institution, key="hogar", kind="residence", name="Hogar del Parque")


@pytest.fixture
def supervisor(home: Host) -> Person:
    return make_supervisor(home, "Rosa Méndez")


@pytest.fixture
def supervisor_client(supervisor: Person) -> Client:
    return client_of(supervisor)


@pytest.fixture
def other_learner(version: ProgrammeVersion) -> Participation:
    return enrol(person=make_person("Bea Soto"), programme_version=version, enrolled_by=None, on=STARTED)


@pytest.fixture
def shift(participation: Participation, home: Host) -> Shift:
    return make_shift(participation, home)
