"""Sessions come from the timetable or by hand; what was planned stays visible."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum.api import IdentifierFound
from curriculum.classes.errors import AttendanceTaken, ReasonMissing, TimeTaken
from curriculum.classes.models import ClassSession
from curriculum.classes.services import (
    Mark,
    add_session,
    cancel_session,
    lay_out_sessions,
    move_session,
    take_attendance,
)
from curriculum.classes.services.planning import hours_between
from curriculum.people.models import Group, Participation
from curriculum.standards.models import Module

from .conftest import MONDAY, later

pytestmark = pytest.mark.django_db


def test_the_timetable_gives_the_sessions_once(group: Group, module: Module, timetable: None) -> None:
    week = {"group": group, "module": module, "first": MONDAY, "last": date(2026, 3, 8), "planned_by": None}
    laid = lay_out_sessions(**week)
    assert [f"{each.starts:%a %H:%M}–{each.ends:%H:%M} {each.place}" for each in laid] == [
        "Mon 09:00–11:00 Sala 2",
        "Wed 09:00–11:00 Sala 2",
    ]
    cancel_session(session=laid[0], reason="Holiday", cancelled_by=None)
    assert lay_out_sessions(**week) == []
    assert ClassSession.objects.count() == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
@given(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(0, 40))
def test_every_hour_lies_on_a_day_of_the_timetable(
    group: Group, timetable: None, first: date, days: int
) -> None:
    hours = list(hours_between(group, first, first + timedelta(days=days)))
    every = [first + timedelta(days=number) for number in range(days + 1)]
    assert [hour.starts_at.date() for hour in hours] == [day for day in every if day.isoweekday() in (1, 3)]
    assert all(hour.ends_at - hour.starts_at == timedelta(hours=2) for hour in hours)


def test_moving_keeps_what_it_was(session: ClassSession) -> None:
    for _ in range(2):
        moved = move_session(session=session, hour=later(session), reason="The room floods", moved_by=None)
    session.refresh_from_db()
    assert (session.is_cancelled, session.cancel_reason) == (True, "The room floods")
    assert (moved.moved_from, moved.place) == (session, "Sala 2")
    assert ClassSession.objects.count() == 2


def test_no_reason_no_change(session: ClassSession) -> None:
    with pytest.raises(ReasonMissing):
        cancel_session(session=session, reason="  ", cancelled_by=None)
    with pytest.raises(IdentifierFound):
        cancel_session(session=session, reason="Doña Elsa 099 123 456", cancelled_by=None)
    session.refresh_from_db()
    assert not session.is_cancelled


def test_two_at_once_are_refused_and_a_failed_move_changes_nothing(session: ClassSession) -> None:
    other = add_session(group=session.group, module=session.module, hour=later(session), planned_by=None)
    with pytest.raises(TimeTaken):
        move_session(session=session, hour=later(session), reason="Room", moved_by=None)
    session.refresh_from_db()
    assert not session.is_cancelled
    hour = later(session)
    longer = type(hour)(hour.starts_at, hour.ends_at + timedelta(hours=1))
    with pytest.raises(TimeTaken):
        add_session(group=session.group, module=session.module, hour=longer, planned_by=None)
    assert add_session(group=session.group, module=session.module, hour=hour, planned_by=None) == other


def test_a_session_with_attendance_stays(session: ClassSession, ana: Participation) -> None:
    take_attendance(session=session, marks=[Mark(ana.uuid)], taken_by=None)
    with pytest.raises(AttendanceTaken):
        cancel_session(session=session, reason="No", cancelled_by=None)
    with pytest.raises(AttendanceTaken):
        move_session(session=session, hour=later(session), reason="No", moved_by=None)
