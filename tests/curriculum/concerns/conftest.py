"""Two confidants of a school, a concern told to one of them, and everybody who would like to read it."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser, User

from curriculum.concerns.enums import Matter, Teller
from curriculum.concerns.models import Confidant
from curriculum.concerns.services import Told, end_confidant, name_confidant, tell_concern
from curriculum.people.enums import Role
from curriculum.people.models import Person
from curriculum.people.registering import give_role
from curriculum.people.staff import give_staff_access
from curriculum.standards.models import Institution
from tests.factories import PersonFactory

SINCE = date(2026, 1, 1)
SECRET = "Me tocó en el depósito"


@pytest.fixture
def administrator(administrator: User) -> User:
    """One who really comes into the CMS."""
    give_staff_access(administrator.person, Role.ADMINISTRATOR)
    return administrator


def confidant(name: str, institution: Institution, administrator: User, role: Role = Role.ASSESSOR) -> Person:
    person = PersonFactory(name=name, email=f"{name.split()[0].lower()}@escuela.example")
    give_role(person=person, institution=institution, role=role, since=SINCE)
    name_confidant(
        institution=institution, person=person, about="de fuera", since=SINCE, named_by=administrator
    )
    return person


def tell(institution: Institution, told_by: Any = None, **kwargs: Any) -> Told:
    return tell_concern(
        uuid=kwargs.pop("uuid", None) or uuid4(),
        institution=institution,
        matter=Matter.HARASSMENT,
        teller=Teller.LEARNER,
        words=kwargs.pop("words", SECRET),
        told_by=told_by or AnonymousUser(),
        **kwargs,
    )


@pytest.fixture
def celia(institution: Institution, administrator: User) -> Person:
    return confidant("Celia Bonilla", institution, administrator)


@pytest.fixture
def oscar(institution: Institution, administrator: User) -> Person:
    return confidant("Óscar Luzardo", institution, administrator)


EVERYBODY = {
    "confidant": True,
    "confidant it is about": False,
    "confidant named later": False,
    "former confidant": False,
    "confidant elsewhere": False,
    "administrator": False,
    "another administrator": False,
    "administrator elsewhere": False,
    "accused supervisor": False,
    "trainer": False,
    "assessor": False,
    "learner": False,
    "superuser": False,
    "account without a person": False,
    "stranger": False,
}


@pytest.fixture
def told(institution: Institution, celia: Person, oscar: Person) -> Told:
    return tell(institution, about=[oscar.pk])


@pytest.fixture
def whoever(
    told: Told,
    celia: Person,
    oscar: Person,
    institution: Institution,
    other_institution: Institution,
    administrator: User,
) -> Callable[[str], Any]:
    def with_role(role: Role, where: Institution) -> User:
        person = PersonFactory()
        give_role(person=person, institution=where, role=role, since=SINCE)
        return person.user

    def former() -> User:
        row = Confidant.objects.get(person=celia)
        end_confidant(confidant=row, on=SINCE + timedelta(days=1), ended_by=administrator)
        return celia.user

    def elsewhere() -> User:
        chief = with_role(Role.ADMINISTRATOR, other_institution)
        return confidant("Iris Gil", other_institution, chief).user

    makers: dict[str, Callable[[], Any]] = {
        "confidant": lambda: celia.user,
        "confidant it is about": lambda: oscar.user,
        "confidant named later": lambda: confidant("Eva Sosa", institution, administrator).user,
        "former confidant": former,
        "confidant elsewhere": elsewhere,
        "administrator": lambda: administrator,
        "another administrator": lambda: with_role(Role.ADMINISTRATOR, institution),
        "administrator elsewhere": lambda: with_role(Role.ADMINISTRATOR, other_institution),
        "accused supervisor": lambda: with_role(Role.SUPERVISOR, institution),
        "trainer": lambda: with_role(Role.TRAINER, institution),
        "assessor": lambda: with_role(Role.ASSESSOR, institution),
        "learner": lambda: with_role(Role.LEARNER, institution),
        "superuser": lambda: User.objects.create_superuser("root"),
        "account without a person": lambda: User.objects.create_user("nadie"),
        "stranger": AnonymousUser,
    }
    return lambda name: makers[name]()
