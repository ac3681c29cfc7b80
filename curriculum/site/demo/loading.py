"""The whole school, or nothing of it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction

from curriculum.packs.services import find_pack, load_pack
from curriculum.people.grouping import open_group
from curriculum.people.models import Group, Participation, Person
from curriculum.standards.models import Institution, ProgrammeVersion
from curriculum.standards.texts import columns_of

from .acts import Act, play
from .agreeing import agree_on_places
from .applying import open_intake
from .assessing import daily_living_tests, first_aid_tests
from .auditing import let_look
from .cast import BEATRIZ, COSTA, MARTA, MONTEVIDEO, PLACES, SUR, TOMAS, WORKERS_OF_SUR, School
from .coast import open_coast
from .days import Days
from .enrolling import Office, account_of, shared_hash
from .learners import ALL_MODULES, COHORTS, LEARNERS, MORNING, Cohort, Learner
from .listening import open_door
from .meeting import hold_classes
from .pages import introduce, let_write
from .practising import Shifts, open_hosts
from .studying import Study, course_of
from .talking import conversations

PACK = "uy-dependency-care"

Tell = Callable[[str], None]


def is_loaded() -> bool:
    """It is loaded in one transaction, so that its first row speaks for all."""
    return Institution.objects.filter(key=SUR.key).exists()


@transaction.atomic
def load_school(*, now: datetime, tell: Tell) -> None:
    """Make both schools with everything that has happened there up to `now`; `tell` is told each step."""
    days = Days(now, ZoneInfo(MONTEVIDEO))
    password_hash = shared_hash()
    office = Office(_found(SUR), days, password_hash)
    workers = {worker.username: office.employ(worker) for worker in WORKERS_OF_SUR}
    marta = workers[MARTA.username]

    tell("The course, its lessons and quizzes in three languages")
    folder = find_pack(PACK)
    version, _ = load_pack(folder=folder, institution=office.institution)
    introduce(SUR, version)
    let_write([marta, workers[TOMAS.username], workers[BEATRIZ.username]], office.institution)

    tell("Groups, learners and places of practice")
    groups = {cohort: _open(cohort, version, workers, days) for cohort in COHORTS}
    participations = {
        learner: office.admit(learner, version=version, group=groups[learner.cohort], decided_by=marta)
        for learner in LEARNERS
    }

    tell("What everybody has learned and practised so far")
    play(_everything(participations, version, workers, days))

    agree_on_places(participations, marta, days)

    tell("Who was in class")
    hold_classes(participations, groups[MORNING], workers[TOMAS.username], days)
    tell("Who asks for a place in the next group")
    open_intake(office, version, workers, days)

    tell("What they say to each other, and who listens")
    play(conversations(participations, groups[MORNING], workers[TOMAS.username], days))
    open_door(office.institution, workers, days)
    let_look(office.institution, appointed_by=marta, password_hash=password_hash, days=days)

    tell("A second school")
    open_coast(
        Office(_found(COSTA), days, password_hash), folder, trainer=workers[BEATRIZ.username], days=days
    )


def _found(school: School) -> Institution:
    return Institution.objects.create(
        key=school.key,
        country="UY",
        time_zone=MONTEVIDEO,
        emergency_number="911",
        **columns_of("name", school.name),
    )


def _open(cohort: Cohort, version: ProgrammeVersion, workers: Mapping[str, Person], days: Days) -> Group:
    return open_group(
        programme_version=version,
        key=cohort.key,
        name=cohort.name,
        starts_on=days.ago(cohort.started),
        ends_on=None,
        trainers=[workers[cohort.trainer.username]],
    )


def _everything(
    participations: Mapping[Learner, Participation],
    version: ProgrammeVersion,
    workers: Mapping[str, Person],
    days: Days,
) -> Iterator[Act]:
    """The acts of all learners and of those who judge their work."""
    course = course_of(version)
    hosts = open_hosts(PLACES, institution=version.programme.institution, people=workers, days=days)
    for learner, participation in participations.items():
        yield from Study(learner, participation, course, days).acts()
        if learner.practice:
            place = learner.practice.place
            yield from Shifts(
                participation=participation,
                practice=learner.practice,
                host=hosts[place],
                supervisor=account_of(workers[place.supervisor.username]),
                started=learner.started,
                seen=learner.seen,
                days=days,
            ).acts()
        assessor = account_of(workers[BEATRIZ.username])
        if learner.modules == ALL_MODULES:
            yield from daily_living_tests(participation, assessor=assessor, days=days)
        if learner.first_aid:
            yield from first_aid_tests(participation, assessor=assessor, days=days)
