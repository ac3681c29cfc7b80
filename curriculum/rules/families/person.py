"""Facts about the person: age, education, experience, and the statement that nothing is asked."""

from collections.abc import Sequence
from datetime import date

from curriculum.rules import nodes
from curriculum.rules.calendar import (
    Period,
    add_months,
    joined,
    longest_run,
    months_added,
    years_between,
)
from curriculum.rules.evidence import Evidence
from curriculum.rules.judging import is_open, judges, label, met, undetermined, unmet
from curriculum.rules.nodes import AgeBoundary, Continuity, NotStated
from curriculum.rules.types import Fact, FactKind, Finding, Missing, MissingCode, State, Unit


@judges(nodes.Age)
def age(node: nodes.Age, evidence: Evidence) -> Finding:
    """Completed years. Exclusive: a person of exactly the stated age does not count yet (R-ADM-13)."""
    births = evidence.of(FactKind.BIRTH)[:1]
    have = years_between(births[0].occurred_on, evidence.on) if births else None
    if node.boundary is AgeBoundary.NOT_STATED:
        return undetermined(node, NotStated(), births, have, Unit.YEARS)
    if not isinstance(node.years, int):
        return undetermined(node, node.years, births, have, Unit.YEARS)
    need = node.years + (node.boundary is AgeBoundary.EXCLUSIVE)
    if have is None:
        return unmet(node, [Missing(MissingCode.BIRTH_DATE)], need=need, unit=Unit.YEARS)
    if have < need:
        return unmet(
            node, [Missing(MissingCode.AGE, amount=need, unit=Unit.YEARS)], births, have, need, Unit.YEARS
        )
    birthday = add_months(births[0].occurred_on, 12 * need)
    return met(node, births, have, need, Unit.YEARS, dated=birthday)


@judges(nodes.Education)
def education(node: nodes.Education, evidence: Evidence) -> Finding:
    enough = node.ladder[node.ladder.index(node.level) :]
    for fact in evidence.of(FactKind.EDUCATION):
        if fact.subject in enough:
            return met(node, [fact])
    return unmet(node, [Missing(MissingCode.EDUCATION, node.level)])


@judges(nodes.Experience)
def experience(node: nodes.Experience, evidence: Evidence) -> Finding:
    """Periods are clipped to the window and to the day, joined where they touch, and counted date to date."""
    facts = [
        fact for fact in evidence.of(FactKind.EXPERIENCE) if node.kinds is None or fact.subject in node.kinds
    ]
    if is_open(node.within_months):
        return undetermined(node, node.within_months, facts, unit=Unit.MONTHS)
    have = _months(node, facts, evidence.on)
    if not isinstance(node.months, int):
        return undetermined(node, node.months, facts, have, Unit.MONTHS)
    for length in range(1, len(facts) + 1):
        reached = _months(node, facts[:length], evidence.on)
        if reached >= node.months:
            cited = facts[:length]
            dated = max(_end(fact, evidence.on) for fact in cited)
            return met(node, cited, max(have, reached), node.months, Unit.MONTHS, dated)
    lacking = Missing(_experience_code(node), amount=node.months - have, unit=Unit.MONTHS)
    return unmet(node, [lacking], facts, have, node.months, Unit.MONTHS)


def _experience_code(node: nodes.Experience) -> MissingCode:
    if node.continuity is Continuity.UNBROKEN:
        return MissingCode.EXPERIENCE_CONTINUOUS
    return MissingCode.EXPERIENCE


def _months(node: nodes.Experience, facts: Sequence[Fact], on: date) -> int:
    opens = add_months(on, -node.within_months) if isinstance(node.within_months, int) else date.min
    clipped = (Period(max(fact.occurred_on, opens), _end(fact, on)) for fact in facts)
    runs = joined(period for period in clipped if period.start < period.end)
    return longest_run(runs) if node.continuity is Continuity.UNBROKEN else months_added(runs)


def _end(fact: Fact, on: date) -> date:
    return on if fact.ended_on is None else min(fact.ended_on, on)


@judges(nodes.NoRequirement)
def no_requirement(node: nodes.NoRequirement, evidence: Evidence) -> Finding:
    name, key = label(node)
    return Finding(name, State.MET, key, about=node.about)
