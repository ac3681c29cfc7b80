"""Shifts: learners write them down, supervisors approve them or give them back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from assessments.placements.drafts import ShiftDraft
from assessments.placements.models import Host, HostSupervisor
from assessments.placements.services import approve_shifts, log_shift, return_shift
from curriculum.enums import Setting
from curriculum.people.models import Participation, Person
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from .acts import Act
from .cast import MONTEVIDEO, Place
from .days import Days, spread
from .enrolling import account_of
from .learners import Practice

FIRST_SHIFT = 30  # days after the start of the course, when the placement begins
ARRIVALS = (7, 9, 14)  # o'clock, by turns
LONG = 240  # minutes from which a shift has a break
BREAK = 15
DONE: Mapping[Setting, Sequence[Sequence[str]]] = {
    Setting.HOME: (("cooking", "home"), ("washing", "dressing"), ("shopping", "going-out")),
    Setting.RESIDENCE: (("washing", "dressing", "moving"), ("eating", "moving"), ("medicines", "pastimes")),
    Setting.DAY_CENTRE: (("pastimes", "learning"), ("eating",), ("going-out", "pastimes")),
}
REASON = "Ese día trabajamos una hora menos. Corrija la hora de salida y envíelo otra vez, por favor."


def open_hosts(
    places: Iterable[Place], *, institution: Institution, people: Mapping[str, Person], days: Days
) -> dict[Place, Host]:
    """The places that receive learners, each with the person who signs there."""
    hosts: dict[Place, Host] = {}
    for place in places:
        hosts[place] = Host.objects.create(
            institution=institution,
            key=place.key,
            name=place.name,
            kind=place.kind,
            time_zone=MONTEVIDEO,
            department=place.department,
            person_cared_for=place.person_cared_for,
        )
        HostSupervisor.objects.create(
            host=hosts[place], person=people[place.supervisor.username], since=days.ago(300)
        )
    return hosts


@dataclass(frozen=True, slots=True)
class Shifts:
    """One learner's practice at one place; `seen` is her last day here, in days ago."""

    participation: Participation
    practice: Practice
    host: Host
    supervisor: Account
    started: int
    seen: int
    days: Days

    def acts(self) -> Iterator[Act]:
        """Each shift is written down in the evening; the supervisor looks at it the day after."""
        practice = self.practice
        lengths = [*practice.approved, *practice.returned, *practice.waiting]
        last_approved = len(practice.approved)
        last_decided = last_approved + len(practice.returned)
        first = max(self.started - FIRST_SHIFT, self.seen + len(lengths))
        for number, day in enumerate(spread(len(lengths), first, self.seen)):
            uuid = uuid5(NAMESPACE_URL, f"{self.participation.person.uuid}/shift/{number}")
            yield Act(self.days.at(day, 19, 40), Logging(self, uuid, number, day, lengths[number]))
            if number < last_approved:
                yield Act(self.days.at(day - 1, 18, 5), Approving(uuid, self.supervisor))
            elif number < last_decided:
                yield Act(self.days.at(day - 1, 18, 10), Returning(uuid, self.supervisor))


@dataclass(frozen=True, slots=True)
class Logging:
    shifts: Shifts
    uuid: UUID
    number: int
    day: int
    minutes: int

    def __call__(self, moment: datetime) -> None:
        shifts = self.shifts
        pause = BREAK if self.minutes >= LONG else 0
        starts_at = shifts.days.at(self.day, ARRIVALS[self.number % len(ARRIVALS)])
        choices = DONE[shifts.practice.place.kind]
        draft = ShiftDraft(
            uuid=self.uuid,
            participation=shifts.participation,
            host=shifts.host,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=self.minutes + pause),
            break_minutes=pause,
            activities=choices[self.number % len(choices)],
        )
        log_shift(draft=draft, logged_by=account_of(shifts.participation.person), at=moment)


@dataclass(frozen=True, slots=True)
class Approving:
    uuid: UUID
    supervisor: Account

    def __call__(self, moment: datetime) -> None:
        approve_shifts(uuids=[self.uuid], decided_by=self.supervisor, at=moment)


@dataclass(frozen=True, slots=True)
class Returning:
    uuid: UUID
    supervisor: Account

    def __call__(self, moment: datetime) -> None:
        return_shift(uuid=self.uuid, reason=REASON, decided_by=self.supervisor, at=moment)
