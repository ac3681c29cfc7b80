"""A group with two learners and its trainer, another group, another institution, and a lonely account."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.test import Client

from curriculum.circles.circle import Standing, standing_in
from curriculum.circles.models import Post
from curriculum.circles.services import take_seat, write_post
from curriculum.people.enums import Role
from curriculum.people.models import Group, Participation, Person
from curriculum.people.registering import give_role
from curriculum.people.services import enrol, join_institution
from curriculum.standards.enums import ServiceType, Status
from curriculum.standards.models import Institution, Programme, ProgrammeVersion
from tests.factories import PersonFactory

STARTED = date(2026, 3, 2)


def make_version(institution: Institution) -> ProgrammeVersion:
    programme = Programme.objects.create(institution=institution, key="curso", name_es="Curso")
    return ProgrammeVersion.objects.create(
        programme=programme,
        version="1",
        status=Status.IN_FORCE,
        published_at="2026-01-01T12:00Z",
        service_type=ServiceType.TRAINING,
    )


def make_group(version: ProgrammeVersion, key: str, trainer: Person) -> Group:
    institution = version.programme.institution
    give_role(person=trainer, institution=institution, role=Role.TRAINER, since=STARTED)
    group = Group.objects.create(
        institution=institution, programme_version=version, key=key, name=key.title(), starts_on=STARTED
    )
    group.trainers.add(trainer)
    return group


def make_learner(group: Group, name: str) -> Participation:
    person = PersonFactory(name=name, user__username=name.split()[0].lower())
    return enrol(
        person=person,
        programme_version=group.programme_version,
        enrolled_by=None,
        on=STARTED,
        group=group,
    )


def standing_of(person: Person, group: Group) -> Standing:
    standing = standing_in(person.user, group.institution.key, group.key)
    assert standing is not None
    return standing


def say(person: Person, group: Group, words: str = "Buen día", answers: Post | None = None) -> Post:
    standing = standing_of(person, group)
    take_seat(standing=standing)
    return write_post(uuid=uuid4(), standing=standing, words=words, answers=answers)


def client_of(user: User | AnonymousUser) -> Client:
    client = Client()
    if isinstance(user, User):
        client.force_login(user)
    return client


@pytest.fixture
def version(institution: Institution) -> ProgrammeVersion:
    return make_version(institution)


@pytest.fixture
def trainer() -> Person:
    return PersonFactory(name="Tomás Arbelo", user__username="tomas")


@pytest.fixture
def group(version: ProgrammeVersion, trainer: Person) -> Group:
    return make_group(version, "manana", trainer)


@pytest.fixture
def ana(group: Group) -> Participation:
    return make_learner(group, "Ana Píriz")


@pytest.fixture
def bea(group: Group) -> Participation:
    return make_learner(group, "Bea Soto")


EVERYBODY = [
    "learner",
    "fellow learner",
    "trainer",
    "administrator",
    "trainer of another group",
    "learner of another group",
    "administrator elsewhere",
    "trainer elsewhere",
    "supervisor",
    "former trainer",
    "superuser",
    "account without a person",
    "stranger",
]


@pytest.fixture
def whoever(
    ana: Participation,
    bea: Participation,
    group: Group,
    trainer: Person,
    version: ProgrammeVersion,
    institution: Institution,
    other_institution: Institution,
) -> Callable[[str], User | AnonymousUser]:
    """The account of each kind of person, as they stand to Ana and her group."""

    def with_role(role: Role, where: Institution) -> User:
        person = PersonFactory()
        give_role(person=person, institution=where, role=role, since=STARTED)
        return person.user

    def former() -> User:
        person = PersonFactory()
        group.trainers.add(person)
        role = join_institution(person=person, institution=institution, role=Role.TRAINER, since=STARTED)
        role.until = date(2026, 3, 9)
        role.save()
        return person.user

    def in_another_group() -> tuple[User, User]:
        teaches = PersonFactory()
        other = make_group(version, "tarde", teaches)
        return teaches.user, make_learner(other, "Inés Vidal").person.user

    makers: dict[str, Callable[[], User | AnonymousUser]] = {
        "learner": lambda: ana.person.user,
        "fellow learner": lambda: bea.person.user,
        "trainer": lambda: trainer.user,
        "administrator": lambda: with_role(Role.ADMINISTRATOR, institution),
        "trainer of another group": lambda: in_another_group()[0],
        "learner of another group": lambda: in_another_group()[1],
        "administrator elsewhere": lambda: with_role(Role.ADMINISTRATOR, other_institution),
        "trainer elsewhere": lambda: with_role(Role.TRAINER, other_institution),
        "supervisor": lambda: with_role(Role.SUPERVISOR, institution),
        "former trainer": former,
        "superuser": lambda: User.objects.create_superuser("root"),
        "account without a person": lambda: User.objects.create_user("nadie"),
        "stranger": AnonymousUser,
    }
    return lambda name: makers[name]()
