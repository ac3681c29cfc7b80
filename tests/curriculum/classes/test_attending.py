"""Attendance is kept once, corrected in the open, never one's own, and counts in the ledger."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from curriculum.classes.enums import Absence
from curriculum.classes.errors import (
    AlreadyTaken,
    Cancelled,
    NotBegun,
    NotOnTheList,
    OwnAttendance,
    TooManyMinutes,
)
from curriculum.classes.models import ClassSession, Presence
from curriculum.classes.roll import listed_in, who_misses_often
from curriculum.classes.services import Mark, add_session, cancel_session, take_attendance
from curriculum.people.models import Group, Participation, Person
from curriculum.records.models import Evidence
from curriculum.records.queries import facts_by_person
from curriculum.rules import FactKind, evaluate, parse_rule_set
from tests.curriculum.circles.conftest import make_learner

from .conftest import later

pytestmark = pytest.mark.django_db
CLASS = FactKind.CLASS_ATTENDANCE


ASKED = {"node": "class_minutes", "minutes": 100_000, "modules": ["cuidado"]}


def counted_minutes(learner: Participation) -> int:
    """What the rules count, withdrawals taken into account."""
    facts = facts_by_person(person_ids=[learner.person_id], institution=learner.institution)
    rule_set = parse_rule_set({"schema": "cuidar/rules/1", "stage": "award", "root": ASKED})
    soon = timezone.localdate() + timedelta(days=30)
    return int(evaluate(rule_set, facts[learner.person_id], soon).have or 0)


def test_minutes_enter_the_ledger_once(
    session: ClassSession, ana: Participation, bea: Participation, trainer: Person
) -> None:
    marks = [Mark(ana.uuid, late_minutes=15), Mark(bea.uuid, Absence.CARE_DUTIES)]
    for _ in range(2):
        take_attendance(session=session, marks=marks, taken_by=trainer.user)
    entry = Evidence.objects.get()
    assert (entry.kind, entry.subject, entry.minutes) == (CLASS.value, "cuidado", 105)
    assert (entry.occurred_at, entry.recorded_by, entry.person) == (
        session.starts_at,
        trainer.user,
        ana.person,
    )
    assert Presence.objects.count() == 2


def test_a_correction_needs_a_reason_and_withdraws_what_stood(
    session: ClassSession, ana: Participation, trainer: Person
) -> None:
    take_attendance(session=session, marks=[Mark(ana.uuid)], taken_by=trainer.user)
    absent = [Mark(ana.uuid, Absence.ILLNESS)]
    with pytest.raises(AlreadyTaken) as refused:
        take_attendance(session=session, marks=absent, taken_by=trainer.user)
    assert refused.value.names == ("Ana Píriz",)
    assert counted_minutes(ana) == 120

    for _ in range(2):
        take_attendance(session=session, marks=absent, taken_by=trainer.user, reason="Mixed up two lists")
    assert counted_minutes(ana) == 0
    withdrawal = Evidence.objects.get(kind=FactKind.WITHDRAWAL.value)
    assert (withdrawal.recorded_by, withdrawal.note.text) == (trainer.user, "Mixed up two lists")
    take_attendance(session=session, marks=[Mark(ana.uuid)], taken_by=trainer.user, reason="She was there")
    assert counted_minutes(ana) == 120
    assert Presence.objects.count() == 3


def test_nobody_takes_her_own(
    session: ClassSession, group: Group, trainer: Person, ana: Participation
) -> None:
    group.trainers.add(ana.person)
    with pytest.raises(OwnAttendance):
        take_attendance(session=session, marks=[Mark(ana.uuid)], taken_by=ana.person.user)
    assert not Presence.objects.exists()


def test_what_cannot_be_is_refused(
    session: ClassSession, ana: Participation, bea: Participation, trainer: Person, group: Group
) -> None:
    everything = {"session": session, "taken_by": trainer.user}
    with pytest.raises(TooManyMinutes):
        take_attendance(**everything, marks=[Mark(ana.uuid, late_minutes=60, early_minutes=61)])
    with pytest.raises(NotBegun):
        take_attendance(**everything, marks=[], at=session.starts_at - timedelta(hours=1))
    newcomer = make_learner(group, "Nora Vidal")
    Participation.objects.filter(pk=newcomer.pk).update(started_on=timezone.localdate() + timedelta(days=2))
    with pytest.raises(NotOnTheList):
        take_attendance(**everything, marks=[Mark(ana.uuid), Mark(newcomer.uuid)])
    assert not Presence.objects.exists()
    cancel_session(session=session, reason="Storm", cancelled_by=None)
    with pytest.raises(Cancelled):
        take_attendance(**everything, marks=[Mark(ana.uuid)])


def test_the_database_refuses_to_change_a_row(session: ClassSession, ana: Participation) -> None:
    take_attendance(session=session, marks=[Mark(ana.uuid)], taken_by=None)
    with pytest.raises(DatabaseError), transaction.atomic():
        Presence.objects.update(minutes=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        Presence.objects.all()._raw_delete("default")


def test_who_was_missing_comes_to_the_make_up_session(
    session: ClassSession, ana: Participation, bea: Participation
) -> None:
    take_attendance(session=session, marks=[Mark(ana.uuid), Mark(bea.uuid, Absence.WORK)], taken_by=None)
    extra = add_session(
        group=session.group, module=session.module, hour=later(session), planned_by=None, makes_up=session
    )
    assert list(listed_in(extra)) == [bea]
    take_attendance(session=extra, marks=[Mark(bea.uuid)], taken_by=None, at=extra.starts_at)
    assert counted_minutes(bea) == 60


def test_who_misses_often_is_named(session: ClassSession, ana: Participation, bea: Participation) -> None:
    for day in (0, 1, 2):
        held = (
            session
            if not day
            else add_session(
                group=session.group, module=session.module, hour=later(session, -day), planned_by=None
            )
        )
        marks = [Mark(ana.uuid), Mark(bea.uuid, Absence.TRANSPORT if day else None)]
        take_attendance(session=held, marks=marks, taken_by=None)
    (one,) = who_misses_often(session.group)
    assert (one.participation, one.missed, one.looked_at) == (bea, 2, 3)


@pytest.mark.parametrize("learners", [1, 3])
def test_queries_do_not_grow_with_the_list(
    session: ClassSession, ana: Participation, learners: int, django_assert_num_queries
) -> None:
    others = [make_learner(session.group, f"Persona{number} Vidal") for number in range(learners - 1)]
    marks = [Mark(each.uuid) for each in [ana, *others]]
    with django_assert_num_queries(TAKING):
        take_attendance(session=session, marks=marks, taken_by=None)


TAKING = 20
