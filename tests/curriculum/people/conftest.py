"""A school with people in every role, and another school beside it."""

from datetime import date

import pytest
from django.contrib.auth.models import User

from curriculum.people.enums import Role
from curriculum.people.grouping import open_group
from curriculum.people.models import Group, Participation, Person
from curriculum.people.registering import give_role
from curriculum.people.services import enrol
from curriculum.standards.models import Institution, ProgrammeVersion

START = date(2026, 3, 2)


def person_with_role(name: str, institution: Institution, role: Role) -> Person:
    """A person with an account named after her role and institution."""
    account = User.objects.create_user(f"{role.value}-{institution.key}")
    person = Person.objects.create(name=name, user=account)
    give_role(person=person, institution=institution, role=role, since=date(2025, 1, 1))
    return person


@pytest.fixture
def trainer(institution: Institution) -> Person:
    return person_with_role("Rosa Techera", institution, Role.TRAINER)


@pytest.fixture
def desk(institution: Institution) -> Person:
    """An administrator who may enter the admin."""
    return person_with_role("Marta Ibarra", institution, Role.ADMINISTRATOR)


@pytest.fixture
def other_desk(other_institution: Institution) -> Person:
    return person_with_role("Olga Silveira", other_institution, Role.ADMINISTRATOR)


@pytest.fixture
def group(version: ProgrammeVersion, trainer: Person) -> Group:
    return open_group(
        programme_version=version,
        key="mvd-1",
        name="Montevideo 1",
        starts_on=START,
        ends_on=None,
        trainers=[trainer],
    )


@pytest.fixture
def learner(group: Group) -> Participation:
    person = Person.objects.create(name="Ana Píriz", user=User.objects.create_user("ana"))
    return enrol(
        person=person,
        programme_version=group.programme_version,
        enrolled_by=None,
        on=START,
        group=group,
    )
