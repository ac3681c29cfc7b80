"""Modules, units of competency and skills tests.

Any competent decision counts, and a later one never undoes it.
"""

from collections.abc import Iterable

from curriculum.rules import nodes
from curriculum.rules.evidence import Evidence
from curriculum.rules.families.composition import still_to_choose
from curriculum.rules.judging import judges, met, undetermined, unmet
from curriculum.rules.types import Fact, FactKind, Finding, Missing, MissingCode, Outcome, Unit


@judges(nodes.ModuleCompleted)
def module_completed(node: nodes.ModuleCompleted, evidence: Evidence) -> Finding:
    for fact in evidence.about(FactKind.MODULE_COMPLETED, node.module):
        return met(node, [fact])
    return unmet(node, [Missing(MissingCode.MODULE, node.module)])


@judges(nodes.UnitCompetent)
def unit_competent(node: nodes.UnitCompetent, evidence: Evidence) -> Finding:
    decisions = evidence.about(FactKind.UNIT_DECISION, node.unit)
    competent = _first_competent(decisions)
    return met(node, [competent]) if competent else unmet(node, [_missing_unit(node.unit, decisions)])


@judges(nodes.UnitCompetentBy)
def unit_competent_by(node: nodes.UnitCompetentBy, evidence: Evidence) -> Finding:
    decisions = evidence.about(FactKind.UNIT_DECISION, node.unit)
    competent: list[Fact] = []
    missing: list[Missing] = []
    for method in node.methods:
        by_method = [decision for decision in decisions if decision.method == method]
        first = _first_competent(by_method)
        if first:
            competent.append(first)
        else:
            missing.append(_missing_unit(node.unit, by_method, method))
    need = len(node.methods)
    if missing:
        return unmet(node, missing, competent, len(competent), need, Unit.REQUIREMENTS)
    return met(node, competent, need, need, Unit.REQUIREMENTS)


@judges(nodes.SkillsTests)
def skills_tests(node: nodes.SkillsTests, evidence: Evidence) -> Finding:
    taken = {test: evidence.about(FactKind.SKILLS_TEST, test) for test in node.tests}
    passed = [first for facts in taken.values() if (first := _first_competent(facts))]
    passed.sort(key=lambda fact: (fact.occurred_on, fact.id))
    have = len(passed)
    if not isinstance(node.count, int):
        return undetermined(node, node.count, passed, have, Unit.TESTS)
    if have >= node.count:
        return met(node, passed[: node.count], have, node.count, Unit.TESTS)
    done = {fact.subject for fact in passed}
    options = [(_missing_test(test, taken[test]),) for test in node.tests if test not in done]
    missing = still_to_choose(node.count - have, options)
    return unmet(node, missing, passed, have, node.count, Unit.TESTS)


def _first_competent(facts: Iterable[Fact]) -> Fact | None:
    return next((fact for fact in facts if fact.outcome is Outcome.COMPETENT), None)


def _is_pending(facts: Iterable[Fact]) -> bool:
    return any(fact.outcome is Outcome.PENDING_FULFILMENT for fact in facts)


def _missing_unit(unit: str, decisions: Iterable[Fact], method: str = "") -> Missing:
    pending = _is_pending(decisions)
    code = MissingCode.UNIT_PENDING if pending else MissingCode.UNIT_NOT_YET_ASSESSED
    return Missing(code, unit, method=method)


def _missing_test(test: str, results: Iterable[Fact]) -> Missing:
    pending = _is_pending(results)
    return Missing(MissingCode.TEST_PENDING if pending else MissingCode.TEST_NOT_YET_ASSESSED, test)
