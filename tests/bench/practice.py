"""Supervisors with shifts that wait, made quickly: some approve, others only open their list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.contrib.auth.models import User
from django.utils import timezone

from assessments.placements.models import Host, HostSupervisor, Shift
from curriculum.enums import Role, Setting
from curriculum.models import Membership, Participation, Person

from .learners import POOL, SHIFT_MINUTES, STARTED, Cohort, SignedIn, sign_in, write
from .school import School

LISTS = 8
"""How many supervisors share the requests for a list that nobody empties."""


@dataclass(frozen=True, slots=True)
class Signers:
    """Supervisors of one kind, and by the id of each the shifts that wait for her."""

    people: list[SignedIn]
    waiting: dict[int, list[UUID]]


@dataclass(frozen=True, slots=True)
class Practice:
    """Those who approve one shift, those who approve fifty, and those who look at ten and at a thousand."""

    one: Signers
    fifty: Signers
    ten: Signers
    thousand: Signers


def wait_for_signatures(school: School, cohort: Cohort, *, already: int) -> Practice:
    """Let shifts of the readers wait for supervisors of a host each, named on from `already`."""
    learners = [each.person.pk for each in cohort.readers]
    participations = list(
        Participation.objects.filter(person__in=learners).select_related("person").order_by("pk")
    )

    def signers(kind: str, count: int, shifts: int) -> Signers:
        return _signers(school, participations, f"{kind}-{already}", count, shifts)

    return Practice(
        one=signers("one", POOL, 1),
        fifty=signers("fifty", POOL, 50),
        ten=signers("ten", LISTS, 10),
        thousand=signers("thousand", LISTS, 1_000),
    )


def _signers(
    school: School, participations: Sequence[Participation], kind: str, count: int, shifts: int
) -> Signers:
    """So many supervisors, each of a host of her own where so many shifts wait for her, of many learners."""
    institution, today = school.institution, STARTED.date()
    users = write(User(username=f"{kind}-{number}", password="!") for number in range(count))
    people = write(Person(user=user, name=f"Supervisora {user.username}", language="es") for user in users)
    write(
        Membership(person=person, institution=institution, role=Role.SUPERVISOR, since=today)
        for person in people
    )
    hosts = write(
        Host(
            institution=institution,
            key=user.username,
            name=f"Lugar {user.username}",
            kind=Setting.RESIDENCE,
            time_zone=institution.time_zone,
        )
        for user in users
    )
    write(
        HostSupervisor(host=host, person=person, since=today)
        for host, person in zip(hosts, people, strict=True)
    )
    rows = write(
        _shift(participations[(place * shifts + number) % len(participations)], host, number)
        for place, host in enumerate(hosts)
        for number in range(shifts)
    )
    waiting: dict[int, list[UUID]] = {person.pk: [] for person in people}
    signer_of = {host.pk: person.pk for person, host in zip(people, hosts, strict=True)}
    for row in rows:
        waiting[signer_of[row.host_id]].append(row.uuid)
    return Signers(sign_in(people), waiting)


def _shift(participation: Participation, host: Host, number: int) -> Shift:
    starts_at = STARTED + timedelta(hours=number)
    return Shift(
        institution_id=participation.institution_id,
        person_id=participation.person_id,
        participation=participation,
        host=host,
        setting=host.kind,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=SHIFT_MINUTES),
        minutes=SHIFT_MINUTES,
        logged_by_id=participation.person.user_id,
        logged_at=timezone.now(),
    )
