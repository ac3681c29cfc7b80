"""The one question: what of a rule set is met on a day, by which facts, and what is missing."""

from collections.abc import Iterable, Iterator
from datetime import date

from curriculum.rules import families
from curriculum.rules.evidence import Evidence
from curriculum.rules.judging import judge
from curriculum.rules.nodes import RuleSet
from curriculum.rules.types import Fact, Finding

__all__ = ["cite", "evaluate", "families", "find", "walk"]


def evaluate(rule_set: RuleSet, facts: Iterable[Fact], on: date) -> Finding:
    """Judge a rule set on a day, node by node.

    Order and repetition of the facts do not matter. Raises ValueError if two different facts share an id.
    """
    return judge(rule_set.root, Evidence.counting_on(on, facts))


def cite(finding: Finding) -> tuple[str, ...]:
    """Ids of facts that alone suffice for a met finding, waivers and deferrals among them; else none."""
    return finding.evidence if finding.is_met else ()


def walk(finding: Finding) -> Iterator[Finding]:
    """The finding and all inside it, from the top."""
    yield finding
    for child in finding.children:
        yield from walk(child)


def find(finding: Finding, key: str) -> Finding | None:
    """The finding of the requirement with this key."""
    return next((inner for inner in walk(finding) if inner.key == key), None)
