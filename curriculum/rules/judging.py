"""What all requirements share: how a finding is made, and what a waiver and a deferral do to it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias

from curriculum.rules.evidence import Evidence
from curriculum.rules.grammar import NAMES
from curriculum.rules.nodes import Disputed, Exact, Node, NotStated, PracticeMinimum, Requirement
from curriculum.rules.types import Basis, Fact, FactKind, Finding, Missing, MissingCode, State, Unit

Amount: TypeAlias = int | Decimal
Share: TypeAlias = tuple[Fact, Amount]
"""A fact and how much of it counts."""

Judge: TypeAlias = Callable[[Any, Evidence], Finding]

JUDGES: dict[type[Requirement], Judge] = {}
"""How each requirement is judged; the files of `judges` fill it."""


def judges(made: type[Requirement]) -> Callable[[Judge], Judge]:
    """Register a function as the judge of one kind of requirement."""

    def register(function: Judge) -> Judge:
        JUDGES[made] = function
        return function

    return register


def judge(node: Node, evidence: Evidence) -> Finding:
    """What the evidence says of one requirement, after waivers and deferrals."""
    finding = JUDGES[type(node)](node, evidence)
    if finding.state is State.MET or not node.key:
        return finding
    for waiver in evidence.about(FactKind.WAIVER, node.key):
        return replace(met(node, [waiver], finding.have, finding.need, finding.unit), basis=Basis.WAIVER)
    if node.deferrable_until is not None:
        for deferral in evidence.about(FactKind.DEFERRAL, node.key):
            return _deferred(node, finding, deferral)
    return finding


def _deferred(node: Node, finding: Finding, deferral: Fact) -> Finding:
    owed_by = str(node.deferrable_until)
    owed = tuple(replace(missing, owed_by=owed_by) for missing in finding.missing)
    lifted = met(node, [deferral], finding.have, finding.need, finding.unit)
    return replace(lifted, basis=Basis.DEFERRAL, owed=owed)


def label(node: Requirement | PracticeMinimum) -> tuple[str, str]:
    """Name and key of a requirement."""
    return ("practice_minimum" if isinstance(node, PracticeMinimum) else NAMES[type(node)]), node.key


def met(
    node: Requirement | PracticeMinimum,
    facts: Sequence[Fact],
    have: Amount | None = None,
    need: Amount | None = None,
    unit: Unit = Unit.NONE,
    dated: date | None = None,
) -> Finding:
    """Met by these facts; dated with the latest of them unless a day is given."""
    name, key = label(node)
    return Finding(
        name,
        State.MET,
        key,
        have,
        need,
        unit,
        tuple(fact.id for fact in facts),
        dated=dated or max((fact.occurred_on for fact in facts), default=None),
    )


def unmet(
    node: Requirement | PracticeMinimum,
    missing: Iterable[Missing],
    facts: Iterable[Fact] = (),
    have: Amount | None = None,
    need: Amount | None = None,
    unit: Unit = Unit.NONE,
) -> Finding:
    """Not met; the facts are those that count towards it."""
    name, key = label(node)
    return Finding(name, State.UNMET, key, have, need, unit, tuple(fact.id for fact in facts), tuple(missing))


def is_open(figure: Exact | None) -> bool:
    """Whether a figure still waits for a named person's choice (R-CAT-12, R-CAT-13)."""
    return isinstance(figure, Disputed | NotStated)


def undetermined(
    node: Requirement | PracticeMinimum,
    figure: Exact | None,
    facts: Iterable[Fact] = (),
    have: Amount | None = None,
    unit: Unit = Unit.NONE,
) -> Finding:
    """Nothing can be said while the figure is open."""
    name, key = label(node)
    candidates = figure.candidates if isinstance(figure, Disputed) else ()
    code = MissingCode.FIGURE_DISPUTED if candidates else MissingCode.FIGURE_NOT_STATED
    missing = (Missing(code, subject=key or name, unit=unit, candidates=candidates),)
    ids = tuple(fact.id for fact in facts)
    return Finding(name, State.UNDETERMINED, key, have, None, unit, ids, missing)


def add_up(
    node: Requirement | PracticeMinimum, need: Exact, unit: Unit, shares: Sequence[Share], missing: Missing
) -> Finding:
    """Whether the shares reach the need.

    Met, it cites the earliest that suffice; unmet, `missing` gets its amount and unit.
    """
    have = sum(amount for _, amount in shares)
    if isinstance(need, Disputed | NotStated):
        return undetermined(node, need, [fact for fact, _ in shares], have, unit)
    if have >= need:
        return met(node, _earliest_that_reach(need, shares), have, need, unit)
    lacking = replace(missing, amount=need - have, unit=unit)
    return unmet(node, [lacking], [fact for fact, _ in shares], have, need, unit)


def _earliest_that_reach(need: Amount, shares: Sequence[Share]) -> list[Fact]:
    enough: list[Fact] = []
    reached: Amount = 0
    for fact, amount in shares:
        if reached >= need:
            break
        enough.append(fact)
        reached += amount
    return enough


def merged_evidence(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Every cited id once."""
    return tuple(dict.fromkeys(fact for finding in findings for fact in finding.evidence))


def latest(findings: Iterable[Finding]) -> date | None:
    """The day of the latest fact that the findings rest on."""
    return max((finding.dated for finding in findings if finding.dated is not None), default=None)


def worst_state(findings: Sequence[Finding]) -> State:
    """Unmet if any is unmet, else undetermined if any is, else met."""
    states = {finding.state for finding in findings}
    if State.UNMET in states:
        return State.UNMET
    return State.UNDETERMINED if State.UNDETERMINED in states else State.MET
