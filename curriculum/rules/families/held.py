"""What a person holds: awards, documents, statements; valid on the day and, where asked, recent enough."""

from collections.abc import Iterable
from dataclasses import replace

from curriculum.rules import nodes
from curriculum.rules.calendar import add_months
from curriculum.rules.evidence import Evidence
from curriculum.rules.judging import is_open, judges, met, undetermined, unmet
from curriculum.rules.types import Fact, FactKind, Finding, Missing, MissingCode, Outcome, State


@judges(nodes.HoldsAward)
def holds_award(node: nodes.HoldsAward, evidence: Evidence) -> Finding:
    subjects = (node.award, *node.equivalents)
    missing = Missing(MissingCode.AWARD, node.award, also=node.equivalents)
    return _held(node, FactKind.AWARD, subjects, missing, evidence)


@judges(nodes.Document)
def document(node: nodes.Document, evidence: Evidence) -> Finding:
    subjects = (node.document, *node.equivalents)
    missing = Missing(MissingCode.DOCUMENT, node.document, also=node.equivalents)
    finding = _held(node, FactKind.DOCUMENT, subjects, missing, evidence)
    if finding.state is State.UNMET and _was_held(subjects, evidence):
        return replace(finding, missing=(replace(missing, code=MissingCode.DOCUMENT_EXPIRED),))
    return finding


def _was_held(subjects: Iterable[str], evidence: Evidence) -> bool:
    """Whether there is one that has expired, or is older than the rule takes."""
    return any(
        evidence.has_lapsed(FactKind.DOCUMENT, subject)
        or any(_favourable(evidence.about(FactKind.DOCUMENT, subject)))
        for subject in subjects
    )


@judges(nodes.Statement)
def statement(node: nodes.Statement, evidence: Evidence) -> Finding:
    for fact in _favourable(evidence.about(FactKind.STATEMENT, node.statement)):
        return met(node, [fact])
    return unmet(node, [Missing(MissingCode.STATEMENT, node.statement)])


def _held(
    node: nodes.HoldsAward | nodes.Document,
    kind: FactKind,
    subjects: Iterable[str],
    missing: Missing,
    evidence: Evidence,
) -> Finding:
    age = node.not_older_than_months
    held = [fact for subject in subjects for fact in _favourable(evidence.about(kind, subject))]
    if is_open(age):
        return undetermined(node, age, held)
    if isinstance(age, int):
        held = [fact for fact in held if add_months(fact.occurred_on, age) >= evidence.on]
    if held:
        return met(node, [min(held, key=lambda fact: (fact.occurred_on, fact.id))])
    return unmet(node, [missing])


def _favourable(facts: Iterable[Fact]) -> Iterable[Fact]:
    """Facts without an outcome, and those whose outcome is favourable (R-ADM-10)."""
    return (fact for fact in facts if fact.outcome in (None, Outcome.COMPETENT))
