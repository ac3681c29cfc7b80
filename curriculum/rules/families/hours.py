"""Figures that add up: taught hours, practice, attendance, credits.

Minutes are integers, credits and months decimals.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from curriculum.rules import nodes
from curriculum.rules.evidence import Evidence
from curriculum.rules.judging import (
    Amount,
    Share,
    add_up,
    is_open,
    judges,
    latest,
    merged_evidence,
    undetermined,
    worst_state,
)
from curriculum.rules.types import Fact, FactKind, Finding, Missing, MissingCode, State, Unit

SUMMED_KINDS = (FactKind.MODULE_COMPLETED, FactKind.CREDITS, FactKind.AWARD)


@judges(nodes.ProgrammeHours)
def programme_hours(node: nodes.ProgrammeHours, evidence: Evidence) -> Finding:
    """Practice inside the total counts up to the practice required; beside it, not at all (R-MOD-7)."""
    completed = (fact for fact in evidence.of(FactKind.MODULE_COMPLETED) if _listed(fact, node.modules))
    shares, unattended = _as_attended(node, _once_each(completed, _minutes), evidence)
    if node.practice is nodes.PracticePlace.NOT_STATED:
        return undetermined(node, nodes.NotStated(), _facts(shares), _total(shares), Unit.MINUTES)
    if node.practice is nodes.PracticePlace.INSIDE:
        if is_open(node.practice_minutes):
            return undetermined(node, node.practice_minutes, _facts(shares), _total(shares), Unit.MINUTES)
        practice = _shares(evidence.of(FactKind.PRACTICE), _minutes)
        shares = _in_order([*shares, *_up_to(_figure(node.practice_minutes), practice)])
    finding = add_up(node, node.minutes, Unit.MINUTES, shares, Missing(MissingCode.PROGRAMME_HOURS))
    return _with_classes_missing(finding, unattended) if finding.state is State.UNMET else finding


def _as_attended(
    node: nodes.ProgrammeHours, taught: Iterable[Share], evidence: Evidence
) -> tuple[list[Share], int]:
    """The shares of completed modules with their class part as far as attended, and the minutes not attended."""
    planned, shares, unattended = dict(node.class_attendance or ()), [], 0
    for fact, minutes in taught:
        in_class = min(planned.get(fact.subject, 0), int(minutes))
        attended = _up_to(
            in_class, _shares(evidence.about(FactKind.CLASS_ATTENDANCE, fact.subject), _minutes)
        )
        shares += [(fact, int(minutes) - in_class), *attended]
        unattended += in_class - int(_total(attended))
    return _in_order(share for share in shares if share[1] > 0), unattended


def _with_classes_missing(finding: Finding, unattended: int) -> Finding:
    """Says how much of what is missing is class that was not attended; the parts add up to the whole."""
    (lacking,) = finding.missing
    whole = int(lacking.amount or 0)
    classes = min(unattended, whole)
    if not classes:
        return finding
    missing = [replace(lacking, code=MissingCode.CLASS_HOURS, amount=classes)]
    if whole > classes:
        missing.append(replace(lacking, amount=whole - classes))
    return replace(finding, missing=tuple(missing))


@judges(nodes.PracticeHours)
def practice_hours(node: nodes.PracticeHours, evidence: Evidence) -> Finding:
    """The whole and each of its parts; what happened counts for every part it belongs to."""
    whole = _practice(node, node.setting, node.activity, evidence)
    if not node.minima:
        return whole
    parts = [
        _practice(part, part.setting or node.setting, part.activity or node.activity, evidence)
        for part in node.minima
    ]
    everything = [whole, *parts]
    return Finding(
        whole.node,
        worst_state(everything),
        whole.key,
        whole.have,
        whole.need,
        whole.unit,
        merged_evidence(everything),
        tuple(item for finding in everything for item in finding.missing),
        children=tuple(parts),
        dated=latest(everything),
    )


def _practice(
    node: nodes.PracticeHours | nodes.PracticeMinimum, setting: str, activity: str, evidence: Evidence
) -> Finding:
    done = (
        fact
        for fact in evidence.of(FactKind.PRACTICE)
        if setting in ("", fact.setting) and activity in ("", fact.activity)
    )
    missing = Missing(MissingCode.PRACTICE_HOURS, setting=setting, activity=activity)
    return add_up(node, node.minutes, Unit.MINUTES, _shares(done, _minutes), missing)


@judges(nodes.PracticeMonths)
def practice_months(node: nodes.PracticeMonths, evidence: Evidence) -> Finding:
    shares = _shares(evidence.of(FactKind.PRACTICE_MONTHS), _amount)
    return add_up(node, node.months, Unit.MONTHS, shares, Missing(MissingCode.PRACTICE_MONTHS))


@judges(nodes.ClassMinutes)
def class_minutes(node: nodes.ClassMinutes, evidence: Evidence) -> Finding:
    attended = (fact for fact in evidence.of(FactKind.CLASS_ATTENDANCE) if _listed(fact, node.modules))
    shares = _shares(attended, _minutes)
    return add_up(node, node.minutes, Unit.MINUTES, shares, Missing(MissingCode.CLASS_HOURS))


@judges(nodes.Credits)
def credits_of_members(node: nodes.Credits, evidence: Evidence) -> Finding:
    shares = _once_each(_of_members(node.members, evidence), _amount)
    return add_up(node, node.credits, Unit.CREDITS, shares, Missing(MissingCode.CREDITS))


@judges(nodes.MemberHours)
def hours_of_members(node: nodes.MemberHours, evidence: Evidence) -> Finding:
    shares = _once_each(_of_members(node.members, evidence), _minutes)
    return add_up(node, node.minutes, Unit.MINUTES, shares, Missing(MissingCode.MEMBER_HOURS))


def _of_members(members: Sequence[str], evidence: Evidence) -> Iterable[Fact]:
    return (fact for kind in SUMMED_KINDS for member in members for fact in evidence.about(kind, member))


def _listed(fact: Fact, modules: Sequence[str] | None) -> bool:
    return modules is None or fact.subject in modules


def _minutes(fact: Fact) -> Amount:
    return fact.minutes or 0


def _amount(fact: Fact) -> Amount:
    return fact.amount or Decimal(0)


def _shares(facts: Iterable[Fact], measure: Callable[[Fact], Amount]) -> list[Share]:
    return [(fact, measure(fact)) for fact in facts if measure(fact) > 0]


def _once_each(facts: Iterable[Fact], measure: Callable[[Fact], Amount]) -> list[Share]:
    """One share for each subject: the largest, and of equals the earliest."""
    best: dict[str, Share] = {}
    for fact, amount in _in_order(_shares(facts, measure)):
        if fact.subject not in best or amount > best[fact.subject][1]:
            best[fact.subject] = (fact, amount)
    return _in_order(best.values())


def _up_to(most: int, shares: Iterable[Share]) -> list[Share]:
    """The earliest shares, cut where they exceed `most` together."""
    kept: list[Share] = []
    left = most
    for fact, amount in shares:
        if left > 0:
            kept.append((fact, min(int(amount), left)))
            left -= int(amount)
    return kept


def _in_order(shares: Iterable[Share]) -> list[Share]:
    return sorted(shares, key=lambda share: (share[0].occurred_on, share[0].id))


def _facts(shares: Iterable[Share]) -> list[Fact]:
    return [fact for fact, _ in shares]


def _total(shares: Iterable[Share]) -> Amount:
    return sum(amount for _, amount in shares)


def _figure(figure: nodes.Whole | None) -> int:
    """A figure that is known; `parse` makes sure that practice inside the total has one."""
    if not isinstance(figure, int):
        raise TypeError("The practice inside the total has no figure.")
    return figure
