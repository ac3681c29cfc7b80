"""Who reaches which shift by which road. A different person signs, by every road."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.test import Client

from assessments.placements.models import Host, HostSupervisor, Shift, ShiftDecision
from assessments.placements.permissions import can_decide, can_log, can_withdraw
from assessments.placements.services import approve_shifts, return_shift
from curriculum.enums import DocumentKind, Role
from curriculum.models import IdentityDocument, Institution, Participation, Person
from curriculum.people.registering import end_role
from curriculum.people.services import join_institution
from tests.assessments.conftest import STARTED, make_person

from .conftest import make_host, make_shift, make_supervisor

pytestmark = pytest.mark.django_db
Whoever = Callable[[str], User | AnonymousUser]


def with_role(name: str, role: Role, institution: Institution) -> Person:
    person = make_person(name)
    join_institution(person=person, institution=institution, role=role, since=STARTED)
    return person


@pytest.fixture
def whoever(
    shift: Shift,
    supervisor: Person,
    residence: Host,
    other_learner: Participation,
    other_institution: Institution,
) -> Whoever:
    """The account of each kind of person, as they stand to one waiting shift."""
    here = shift.institution
    makers: dict[str, Callable[[], User | AnonymousUser]] = {
        "learner": lambda: shift.person.user,
        "other learner": lambda: other_learner.person.user,
        "supervisor": lambda: supervisor.user,
        "supervisor of another host": lambda: make_supervisor(residence, "Nora Paz").user,
        "supervisor elsewhere": lambda: make_supervisor(make_host(other_institution), "Iris Gil").user,
        "former supervisor": lambda: make_supervisor(shift.host, "Eva Sosa", until=date(2026, 3, 31)).user,
        "future supervisor": lambda: make_supervisor(shift.host, "Pía Ríos", since=date(2999, 1, 1)).user,
        "trainer": lambda: with_role("Marta Ibarra", Role.TRAINER, here).user,
        "assessor": lambda: with_role("Olga Vidal", Role.ASSESSOR, here).user,
        "administrator": lambda: with_role("Alba Nin", Role.ADMINISTRATOR, here).user,
        "administrator elsewhere": lambda: with_role("Sara Paz", Role.ADMINISTRATOR, other_institution).user,
        "superuser": lambda: User.objects.create_superuser("root"),
        "account without a person": lambda: User.objects.create_user("nadie"),
        "stranger": AnonymousUser,
    }
    return lambda name: makers[name]()


EVERYBODY = [
    "learner",
    "other learner",
    "supervisor",
    "supervisor of another host",
    "supervisor elsewhere",
    "former supervisor",
    "future supervisor",
    "trainer",
    "assessor",
    "administrator",
    "administrator elsewhere",
    "superuser",
    "account without a person",
    "stranger",
]
SIGNS, WROTE_IT = {"supervisor"}, {"learner"}


@pytest.mark.parametrize("name", EVERYBODY)
def test_predicates(whoever: Whoever, shift: Shift, name: str) -> None:
    user = whoever(name)
    assert can_decide(user, shift) == (name in SIGNS)
    assert can_withdraw(user, shift) == (name in WROTE_IT)
    assert can_log(user, shift.participation) == (name in WROTE_IT)


@pytest.mark.parametrize("name", [name for name in EVERYBODY if name not in SIGNS])
def test_services_refuse_whoever_may_not_sign(whoever: Whoever, shift: Shift, name: str) -> None:
    user = whoever(name)
    with pytest.raises(PermissionDenied):
        approve_shifts(uuids=[shift.uuid], decided_by=user)  # type: ignore[arg-type]
    with pytest.raises(PermissionDenied):
        return_shift(uuid=shift.uuid, reason="No", decided_by=user)  # type: ignore[arg-type]
    assert not ShiftDecision.objects.exists()


@pytest.mark.parametrize("name", EVERYBODY)
def test_views(whoever: Whoever, shift: Shift, name: str) -> None:
    """What does not lie with somebody does not exist for her; the stranger is asked to sign in."""
    client = Client()
    user = whoever(name)
    if user.is_authenticated:
        client.force_login(user)
    lost = 404 if user.is_authenticated else 302
    shown = client.get("/es/supervise/")
    assert (str(shift.uuid) in shown.content.decode()) == (name in SIGNS)
    assert client.get(f"/es/hours/{shift.uuid}/correct/").status_code == lost
    assert client.get(f"/es/supervise/{shift.uuid}/return/").status_code == (200 if name in SIGNS else lost)
    if name not in WROTE_IT:
        assert client.post(f"/es/hours/{shift.uuid}/take-back/").status_code == lost
        assert "Casa 14" not in client.get("/es/hours/").content.decode()
    if name not in SIGNS:
        assert client.post(f"/es/supervise/{shift.uuid}/return/", {"reason": "No"}).status_code == lost
        assert client.post("/es/supervise/approve/", {"only": str(shift.uuid)}).status_code == lost
        assert not ShiftDecision.objects.exists()


def test_a_supervisor_does_not_sign_her_own_shift(participation: Participation, home: Host) -> None:
    """She learns where she also supervises, and administers the school besides: still not her own."""
    person = participation.person
    HostSupervisor.objects.create(host=home, person=person, since=STARTED)
    join_institution(person=person, institution=home.institution, role=Role.ADMINISTRATOR, since=STARTED)
    shift = make_shift(participation, home)
    assert not can_decide(person.user, shift)
    with pytest.raises(PermissionDenied):
        approve_shifts(uuids=[shift.uuid], decided_by=person.user)


def test_another_record_with_the_same_document_does_not_sign(
    shift: Shift, home: Host, other_institution: Institution
) -> None:
    twin = make_supervisor(home, "Anita Píriz")
    assert can_decide(twin.user, shift)
    for person, institution, number in [
        (shift.person, home.institution, "ab123"),
        (twin, other_institution, "AB123"),
    ]:
        IdentityDocument.objects.create(
            person=person, institution=institution, kind=DocumentKind.PASSPORT, country="UY", number=number
        )
    assert not can_decide(twin.user, shift)
    with pytest.raises(PermissionDenied):
        approve_shifts(uuids=[shift.uuid], decided_by=twin.user)


@pytest.mark.parametrize(
    ("hers", "accounts"), [("person", "person"), ("person", "user"), ("user", "person"), ("user", "user")]
)
def test_another_record_with_the_same_address_does_not_sign(
    shift: Shift, home: Host, hers: str, accounts: str
) -> None:
    twin = make_supervisor(home, "Anita Píriz")
    for person, place, address in [
        (shift.person, hers, "Ana@Correo.example"),
        (twin, accounts, "ana@correo.example"),
    ]:
        row = person if place == "person" else person.user
        row.email = address
        row.save()
    assert not can_decide(User.objects.get(pk=twin.user.pk), shift)


def test_two_people_without_an_address_are_two_people(shift: Shift, supervisor: Person) -> None:
    assert (shift.person.email, supervisor.email) == ("", "")
    assert can_decide(supervisor.user, shift)


def test_the_last_day_of_a_supervisor_counts(participation: Participation, home: Host) -> None:
    shift = make_shift(participation, home)
    leaving = make_supervisor(home, "Eva Sosa", until=date(2026, 3, 31))
    noon = shift.starts_at.replace(month=3, day=31)
    assert can_decide(leaving.user, shift, at=noon)
    assert not can_decide(leaving.user, shift, at=noon + timedelta(days=1))


def test_a_supervisor_whose_role_has_ended_signs_no_more(shift: Shift, supervisor: Person) -> None:
    """The people desk ends the role and knows nothing of places."""
    administrator = with_role("Alba Nin", Role.ADMINISTRATOR, shift.institution)
    role = supervisor.memberships.get(role=Role.SUPERVISOR)
    assert can_decide(supervisor.user, shift)
    end_role(membership=role, on=date(2026, 3, 21), ended_by=administrator.user)
    assert not can_decide(supervisor.user, shift)
    with pytest.raises(PermissionDenied):
        approve_shifts(uuids=[shift.uuid], decided_by=supervisor.user)
    assert not ShiftDecision.objects.exists()
