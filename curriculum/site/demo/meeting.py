"""The morning group in class: a timetable, lists that were taken, one that waits, one class to come."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from decimal import Decimal

from curriculum.classes.enums import Absence
from curriculum.classes.models import ClassSession
from curriculum.classes.roll import listed_in
from curriculum.classes.services import Mark, add_session, set_play_area, take_attendance
from curriculum.classes.services.planning import Hour
from curriculum.people.enums import Shift
from curriculum.people.models import Group, Participation, Person
from curriculum.people.timetables import add_meeting
from curriculum.standards.models import Module

from .days import Days
from .enrolling import account_of
from .learners import Learner

HALL = "Salón comunal del Prado"
WEEKS_TAKEN = (3, 2, 1)  # Saturdays ago
SATURDAY = 6
OFTEN_MISSING = "odalys"


def hold_classes(
    participations: Mapping[Learner, Participation], group: Group, trainer: Person, days: Days
) -> None:
    """On Saturday mornings, so that who works in the week can come (Box 18)."""
    people = {learner.username: participation for learner, participation in participations.items()}
    add_meeting(
        group=group, weekdays=[SATURDAY], starts_at=time(9), ends_at=time(12), shift=Shift.MORNING, place=HALL
    )
    set_play_area(
        group=group,
        places=8,
        daily_fee=Decimal(0),
        currency="",
        words="Desde los 2 años, en la sala de al lado.",
    )
    module = Module.objects.get(institution=group.institution, key="role-of-carers")
    last = (days.ago(0).isoweekday() - SATURDAY) % 7 or 7
    for weeks in WEEKS_TAKEN:
        start = days.at(last + 7 * (weeks - 1), 9)
        session = _held(group, module, Hour(start, start + timedelta(hours=3), HALL), trainer)
        _take(session, people[OFTEN_MISSING], weeks, trainer)
    just_over = days.now.replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
    _held(group, module, Hour(just_over - timedelta(hours=2), just_over, HALL), trainer)
    soon = datetime.combine(days.ago(last - 7 or -7), time(9), days.zone)
    _held(group, module, Hour(soon, soon + timedelta(hours=3), HALL), trainer)


def _held(group: Group, module: Module, hour: Hour, trainer: Person) -> ClassSession:
    return add_session(group=group, module=module, hour=hour, planned_by=account_of(trainer))


def _take(session: ClassSession, often: Participation, weeks: int, trainer: Person) -> None:
    """Everybody was there but one, who cares for somebody at home."""
    absent = Absence.CARE_DUTIES if weeks != WEEKS_TAKEN[0] else None
    marks = [Mark(each.uuid, absent if each == often else None) for each in listed_in(session)]
    take_attendance(session=session, marks=marks, taken_by=account_of(trainer), at=session.ends_at)
