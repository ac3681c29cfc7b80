"""Requirements made of others: all of, any of, at least n of, a prerequisite, one in place of another."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from curriculum.rules import nodes
from curriculum.rules.evidence import Evidence
from curriculum.rules.judging import (
    judge,
    judges,
    label,
    latest,
    merged_evidence,
    undetermined,
    worst_state,
)
from curriculum.rules.types import Basis, Finding, Missing, MissingCode, State, Unit


@judges(nodes.AllOf)
def all_of(node: nodes.AllOf, evidence: Evidence) -> Finding:
    return together(node, [judge(member, evidence) for member in node.of])


@judges(nodes.Prerequisite)
def prerequisite(node: nodes.Prerequisite, evidence: Evidence) -> Finding:
    first, then = judge(node.first, evidence), judge(node.then, evidence)
    named = (then if first.is_met else first).missing
    return together(node, [first, then], named)


@judges(nodes.AnyOf)
def any_of(node: nodes.AnyOf, evidence: Evidence) -> Finding:
    return _some(node, 1, [judge(member, evidence) for member in node.of])


@judges(nodes.AtLeast)
def at_least(node: nodes.AtLeast, evidence: Evidence) -> Finding:
    members = [judge(member, evidence) for member in node.of]
    if isinstance(node.count, int):
        return _some(node, node.count, members)
    return undetermined(node, node.count, have=_count(members, State.MET), unit=Unit.REQUIREMENTS)


@judges(nodes.InCase)
def in_case(node: nodes.InCase, evidence: Evidence) -> Finding:
    """What the case asks once it is stated, else the other; either of them met is enough."""
    arisen = judge(nodes.Statement(statement=node.case), evidence)
    special = together(node, [arisen, judge(node.then, evidence)])
    otherwise = judge(node.otherwise, evidence)
    ways = sorted((way for way in (special, otherwise) if way.is_met), key=_preference)
    taken = ways[0] if ways else special if arisen.is_met else otherwise
    if taken is special and not otherwise.is_met:
        otherwise = replace(otherwise, basis=Basis.WAIVER)
    name, key = label(node)
    return Finding(
        name,
        taken.state if ways else _open_state((special, otherwise)),
        key,
        len(ways[:1]),
        1,
        Unit.REQUIREMENTS,
        merged_evidence(ways[:1] or (special, otherwise)),
        taken.missing,
        taken.owed,
        (*special.children, otherwise),
        dated=taken.dated,
    )


def _open_state(members: Sequence[Finding]) -> State:
    """Of alternatives of which none is met: undetermined while one of them may still turn out to be."""
    return State.UNDETERMINED if _count(members, State.UNDETERMINED) else State.UNMET


def together(
    node: nodes.Requirement, members: Sequence[Finding], missing: tuple[Missing, ...] | None = None
) -> Finding:
    """All members: unmet if any is unmet, else undetermined if any is, else met."""
    name, key = label(node)
    if missing is None:
        missing = tuple(item for member in members for item in member.missing)
    return Finding(
        name,
        worst_state(members),
        key,
        _count(members, State.MET),
        len(members),
        Unit.REQUIREMENTS,
        merged_evidence(members),
        missing,
        tuple(item for member in members for item in member.owed),
        tuple(members),
        dated=latest(members),
    )


def _some(node: nodes.Requirement, count: int, members: Sequence[Finding]) -> Finding:
    """At least `count` members; met, it rests on those with nothing owed, the earliest first."""
    name, key = label(node)
    satisfied = sorted((member for member in members if member.is_met), key=_preference)
    possible = len(satisfied) + _count(members, State.UNDETERMINED)
    chosen = satisfied[:count]
    state = State.MET if len(chosen) == count else State.UNDETERMINED if possible >= count else State.UNMET
    return Finding(
        name,
        state,
        key,
        len(satisfied),
        count,
        Unit.REQUIREMENTS,
        merged_evidence(chosen if state is State.MET else members),
        still_to_choose(count - len(chosen), [member.missing for member in members if not member.is_met]),
        tuple(item for member in chosen for item in member.owed),
        tuple(members),
        dated=latest(chosen),
    )


def still_to_choose(count: int, options: Sequence[tuple[Missing, ...]]) -> tuple[Missing, ...]:
    """What is missing when `count` of the options are: all of them, or a choice."""
    if count <= 0:
        return ()
    if count >= len(options):
        return tuple(item for option in options for item in option)
    return (Missing(MissingCode.CHOICE, amount=count, unit=Unit.REQUIREMENTS, options=tuple(options)),)


def _preference(member: Finding) -> tuple[bool, date]:
    return bool(member.owed), member.dated or date.min


def _count(members: Sequence[Finding], state: State) -> int:
    return sum(member.state is state for member in members)
