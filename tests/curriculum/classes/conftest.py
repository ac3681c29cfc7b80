"""The group of `circles`, with a module, a timetable and a session that has just ended."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from curriculum.classes.models import ClassSession
from curriculum.classes.services import add_session
from curriculum.classes.services.planning import Hour
from curriculum.people.models import Group, Participation
from curriculum.people.timetables import add_meeting
from curriculum.standards.enums import Origin
from curriculum.standards.models import Module, ProgrammeModule
from tests.curriculum.circles.conftest import *  # noqa: F403 — the same people

MONDAY = date(2026, 3, 2)


@pytest.fixture
def module(group: Group) -> Module:
    module = Module.objects.create(institution=group.institution, key="cuidado", title="Cuidado integral")
    ProgrammeModule.objects.create(
        programme_version=group.programme_version,
        module=module,
        order=1,
        online_minutes=60,
        class_minutes=240,
        hours_origin=Origin.SCHOOL,
    )
    return module


@pytest.fixture
def timetable(group: Group) -> None:
    add_meeting(group=group, weekdays=[1, 3], starts_at=time(9), ends_at=time(11), place="Sala 2")


@pytest.fixture
def session(group: Group, module: Module, ana: Participation, bea: Participation) -> ClassSession:
    end = timezone.now().replace(second=0, microsecond=0) - timedelta(hours=1)
    return add_session(
        group=group, module=module, hour=Hour(end - timedelta(hours=2), end, "Sala 2"), planned_by=None
    )


def later(session: ClassSession, days: int = 7) -> Hour:
    start: datetime = session.starts_at + timedelta(days=days)
    return Hour(start, start + timedelta(hours=1))
