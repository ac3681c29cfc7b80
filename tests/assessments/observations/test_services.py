"""An observed test from plan to signature: what is kept, what is refused, what it adds to the ledger."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from assessments.observations.enums import Situation
from assessments.observations.errors import (
    AlreadyDeclared,
    AlreadyFinished,
    CriteriaWait,
    MarkConflict,
    MayNotAssess,
    NotBegun,
)
from assessments.observations.models import CriterionMark, Observation, SkillsTest, TestCriterion
from assessments.observations.services import (
    Plan,
    begin_observation,
    declare_ties,
    finish_observation,
    mark_criterion,
    plan_observation,
    sign_outcome,
)
from assessments.observations.words import SENTENCES, conflict_texts
from curriculum.api import Conflict, Mark, Tie
from curriculum.enums import DocumentKind, FactKind, Outcome, Role
from curriculum.models import Evidence, Group, Institution, Participation, Person
from curriculum.people.services import join_institution
from tests.assessments.conftest import NOON, STARTED, UNIT, make_award_rule, make_person

SEEN = DocumentKind.IDENTITY_CARD


def make_member(name: str, institution: Institution, role: Role) -> Person:
    person = make_person(name)
    join_institution(person=person, institution=institution, role=role, since=STARTED)
    return person


@pytest.fixture
def office(institution: Institution) -> Person:
    return make_member("Olga Rivas", institution, Role.ADMINISTRATOR)


@pytest.fixture
def assessor(institution: Institution) -> Person:
    return make_member("Celia Bonilla", institution, Role.ASSESSOR)


@pytest.fixture
def skills_test(institution: Institution) -> SkillsTest:
    test = SkillsTest.objects.create(
        institution=institution, key="rcp", title="RCP", method="observation", unit_key=UNIT
    )
    for order, (key, critical) in enumerate([("safe", True), ("call", True), ("calm", False)]):
        TestCriterion.objects.create(
            test=test, key=key, text_es=key, is_critical=critical, sort_order=order, weight=1 + critical * 3
        )
    return test


@pytest.fixture
def plan(skills_test: SkillsTest, participation: Participation, assessor: Person) -> Plan:
    return Plan(uuid4(), skills_test, participation, assessor, NOON, "Aula 2", Situation.SIMULATED)


@pytest.fixture
def planned(plan: Plan, office: Person) -> Observation:
    return plan_observation(plan=plan, planned_by=office.user)


@pytest.fixture
def running(planned: Observation, assessor: Person) -> Observation:
    declare_ties(uuid=planned.uuid, ties=[], declared_by=assessor.user, at=NOON)
    return begin_observation(uuid=planned.uuid, identity_seen=SEEN, begun_by=assessor.user, at=NOON)


def touch(observation: Observation, key: str, mark: Mark = Mark.SHOWN, **more: Any) -> CriterionMark:
    return mark_criterion(
        uuid=observation.uuid,
        criterion=key,
        mark=mark,
        client_ref=more.pop("client_ref", None) or uuid4(),
        marked_by=more.pop("marked_by", None) or observation.assessor.user,
        **more,
    )


def finish(observation: Observation) -> Observation:
    return finish_observation(uuid=observation.uuid, finished_by=observation.assessor.user, at=NOON)


def test_a_competent_test_is_evidence_of_its_unit_and_earns_the_award(
    running: Observation, version: Any
) -> None:
    make_award_rule(version)
    for key in ("safe", "call", "calm"):
        touch(running, key)
    done = finish(running)

    assert done.outcome == Outcome.COMPETENT
    assert done.appeal_until == NOON.date() + timedelta(days=15)
    assert done.attempt is not None
    assert (done.attempt.score, done.attempt.max_score) == (9, 9)
    kinds = {(e.kind, e.subject, e.outcome, e.method) for e in Evidence.objects.all()}
    assert kinds == {
        (FactKind.UNIT_DECISION, UNIT, Outcome.COMPETENT, "observation"),
        (FactKind.SKILLS_TEST, "rcp", Outcome.COMPETENT, "observation"),
    }
    assert running.person.awards.count() == 1
    assert finish(running).attempt_id == done.attempt_id


def test_the_last_touch_counts_and_a_critical_one_decides(running: Observation) -> None:
    for key in ("safe", "call", "calm"):
        touch(running, key)
    touch(running, "call", Mark.NOT_SHOWN, note="No llamó.")
    done = finish(running)

    assert done.outcome == Outcome.PENDING_FULFILMENT
    assert done.attempt is not None
    assert done.attempt.details["units"][0]["critical_lacking"] == ("call",)


def test_nothing_is_decided_while_a_criterion_waits(running: Observation) -> None:
    touch(running, "safe")
    with pytest.raises(CriteriaWait) as waits:
        finish(running)

    assert waits.value.keys == ("call", "calm")
    assert not Evidence.objects.exists()


def test_the_same_touch_sent_twice_is_kept_once(running: Observation) -> None:
    ref = uuid4()
    assert touch(running, "safe", client_ref=ref) == touch(running, "safe", client_ref=ref)
    with pytest.raises(MarkConflict):
        touch(running, "safe", Mark.NOT_SHOWN, client_ref=ref)
    assert CriterionMark.objects.count() == 1


def test_the_rubric_is_frozen_when_the_test_begins(running: Observation, skills_test: SkillsTest) -> None:
    skills_test.criteria.all().delete()
    for key in ("safe", "call", "calm"):
        touch(running, key)

    assert finish(running).outcome == Outcome.COMPETENT


def test_it_begins_only_once_ties_are_declared(planned: Observation, assessor: Person) -> None:
    with pytest.raises(NotBegun):
        touch(planned, "safe")
    with pytest.raises(MayNotAssess) as refused:
        begin_observation(uuid=planned.uuid, identity_seen=SEEN, begun_by=assessor.user, at=NOON)

    assert refused.value.conflicts == (Conflict.TIES_NOT_DECLARED,)


def test_a_declared_tie_is_kept_and_stands_in_the_way(planned: Observation, assessor: Person) -> None:
    declare_ties(uuid=planned.uuid, ties=[Tie.KIN], declared_by=assessor.user)
    with pytest.raises(AlreadyDeclared):
        declare_ties(uuid=planned.uuid, ties=[], declared_by=assessor.user)
    with pytest.raises(MayNotAssess) as refused:
        begin_observation(uuid=planned.uuid, identity_seen=SEEN, begun_by=assessor.user, at=NOON)

    assert refused.value.conflicts == (Conflict.KIN,)
    assert planned.declaration.ties == ["kin"]


def test_her_trainer_is_refused_when_it_is_planned(
    plan: Plan, office: Person, assessor: Person, participation: Participation
) -> None:
    group = Group.objects.create(
        institution=participation.institution,
        programme_version=participation.programme_version,
        key="g",
        name="G",
        starts_on=STARTED,
    )
    group.trainers.add(assessor)
    Participation.objects.filter(pk=participation.pk).update(group=group)
    with pytest.raises(MayNotAssess) as refused:
        plan_observation(plan=plan, planned_by=office.user)

    assert refused.value.conflicts == (Conflict.TRAINER,)


def test_only_her_assessor_runs_it_only_the_candidate_signs_and_only_the_office_plans(
    running: Observation, plan: Plan, office: Person, institution: Institution
) -> None:
    other = make_member("Oscar Luzardo", institution, Role.ASSESSOR)
    with pytest.raises(PermissionDenied):
        touch(running, "safe", marked_by=other.user)
    with pytest.raises(PermissionDenied):
        finish_observation(uuid=running.uuid, finished_by=office.user)
    with pytest.raises(PermissionDenied):
        plan_observation(plan=plan, planned_by=other.user)
    with pytest.raises(PermissionDenied):
        sign_outcome(uuid=running.uuid, signed_by=running.person.user)


def test_an_assessor_who_left_the_role_runs_nothing(running: Observation, assessor: Person) -> None:
    assessor.memberships.update(until=NOON.date())
    with pytest.raises(PermissionDenied):
        touch(running, "safe")


def test_what_is_finished_never_changes_even_past_the_services(running: Observation) -> None:
    for key in ("safe", "call", "calm"):
        touch(running, key)
    done = finish(running)
    with pytest.raises(AlreadyFinished):
        touch(running, "safe", Mark.NOT_SHOWN)
    signature = sign_outcome(uuid=done.uuid, signed_by=done.person.user)
    assert sign_outcome(uuid=done.uuid, signed_by=done.person.user) == signature

    for change in (
        lambda: Observation.objects.filter(pk=done.pk).update(outcome=Outcome.PENDING_FULFILMENT),
        lambda: CriterionMark.objects.update(mark=Mark.NOT_SHOWN),
        lambda: CriterionMark.objects.all()._raw_delete("default"),
        lambda: type(done.rubric).objects.update(content={}),
        lambda: type(signature).objects.update(signed_at=NOON),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_nobody_decides_again_on_an_appeal_against_herself(
    running: Observation, plan: Plan, office: Person
) -> None:
    again = Plan(
        uuid4(), plan.test, plan.participation, plan.assessor, NOON, "Aula 2", Situation.SIMULATED, running
    )
    with pytest.raises(MayNotAssess) as refused:
        plan_observation(plan=again, planned_by=office.user)

    assert refused.value.conflicts == (Conflict.OWN_DECISION,)


def test_every_reason_has_words() -> None:
    assert set(SENTENCES) == set(Conflict)
    assert all(conflict_texts(Conflict))
