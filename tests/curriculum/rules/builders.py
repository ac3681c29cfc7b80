"""Facts and rule sets in one line each."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from curriculum.rules import Fact, FactKind, Finding, Outcome, Stage, evaluate, parse_rule_set

TODAY = date(2026, 3, 31)
COMPETENT = Outcome.COMPETENT
PENDING = Outcome.PENDING_FULFILMENT

_numbers = count(1)


def rule(root: dict[str, Any], stage: Stage = Stage.AWARD) -> dict[str, Any]:
    return {"schema": "cuidar/rules/1", "stage": stage.value, "root": root}


def judged(root: dict[str, Any], *facts: Fact, on: date = TODAY, stage: Stage = Stage.AWARD) -> Finding:
    return evaluate(parse_rule_set(rule(root, stage)), facts, on)


def all_of(*members: dict[str, Any]) -> dict[str, Any]:
    return {"node": "all_of", "of": list(members)}


def any_of(*members: dict[str, Any]) -> dict[str, Any]:
    return {"node": "any_of", "of": list(members)}


def asks_module(key: str, /, **more: Any) -> dict[str, Any]:
    return {"node": "module_completed", "module": key, **more}


def asks_document(key: str, /, **more: Any) -> dict[str, Any]:
    return {"node": "document", "document": key, **more}


def fact(kind: FactKind, subject: str = "", day: date = date(2026, 1, 10), **more: Any) -> Fact:
    return Fact(more.pop("id", f"e:{next(_numbers)}"), kind, day, subject, **more)


def module(key: str, hours: int = 0, **more: Any) -> Fact:
    return fact(FactKind.MODULE_COMPLETED, key, minutes=hours * 60, **more)


def practice(hours: str, **more: Any) -> Fact:
    return fact(FactKind.PRACTICE, minutes=int(Decimal(hours) * 60), **more)


def decision(unit: str, outcome: Outcome = COMPETENT, **more: Any) -> Fact:
    return fact(FactKind.UNIT_DECISION, unit, outcome=outcome, **more)


def skills_test(key: str, outcome: Outcome = COMPETENT, **more: Any) -> Fact:
    return fact(FactKind.SKILLS_TEST, key, outcome=outcome, **more)


def award(key: str, **more: Any) -> Fact:
    return fact(FactKind.AWARD, key, **more)


def document(key: str, **more: Any) -> Fact:
    return fact(FactKind.DOCUMENT, key, **more)


def worked(start: date, end: date | None, kind: str = "care") -> Fact:
    return fact(FactKind.EXPERIENCE, kind, start, ended_on=end)


def born(day: date) -> Fact:
    return fact(FactKind.BIRTH, "", day)


def withdrawal(of: Fact, **more: Any) -> Fact:
    return fact(FactKind.WITHDRAWAL, withdraws=of.id, **more)


def codes(finding: Finding) -> list[str]:
    return [missing.code.value for missing in finding.missing]


def ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(item.id for item in facts)
