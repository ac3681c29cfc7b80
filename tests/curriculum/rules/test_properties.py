"""What holds for every rule set and every ledger."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from curriculum.rules import (
    Fact,
    FactKind,
    RuleSet,
    cite,
    digest,
    dump_rule_set,
    evaluate,
    explain,
    finding_from_json,
    finding_to_json,
    parse_rule_set,
    walk,
)
from curriculum.rules.questions import nodes_of
from tests.curriculum.rules.strategies import (
    DAYS,
    MONOTONE_RULE_SETS,
    RULE_DOCUMENTS,
    RULE_SETS,
    corrected_ledgers,
    ledgers,
)

many = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(RULE_SETS, corrected_ledgers(), DAYS, st.data())
def test_order_and_repetition_do_not_matter(
    rules: RuleSet, ledger: list[Fact], on: date, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(ledger + ledger[::2]))

    assert evaluate(rules, shuffled, on) == evaluate(rules, ledger, on)


@many
@given(RULE_SETS, corrected_ledgers(), DAYS)
def test_asking_as_at_a_day_is_asking_what_had_happened_by_then(
    rules: RuleSet, ledger: list[Fact], on: date
) -> None:
    by_then = [fact for fact in ledger if fact.occurred_on <= on or fact.withdraws]

    assert evaluate(rules, by_then, on) == evaluate(rules, ledger, on)


def each_requirement(rules: RuleSet) -> list[RuleSet]:
    """The rule set, and each requirement inside it as a rule set of its own."""
    return [replace(rules, root=node) for node in nodes_of(rules.root)]


@many
@given(RULE_SETS, corrected_ledgers(), DAYS)
def test_the_cited_evidence_alone_suffices(rules: RuleSet, ledger: list[Fact], on: date) -> None:
    for requirement in each_requirement(rules):
        finding = evaluate(requirement, ledger, on)
        cited = [fact for fact in ledger if fact.id in cite(finding)]

        assert evaluate(requirement, cited, on).is_met or not finding.is_met


@many
@given(MONOTONE_RULE_SETS, ledgers(), ledgers(prefix="n", largest=5), DAYS)
def test_new_favourable_evidence_never_undoes_what_was_met(
    rules: RuleSet, ledger: list[Fact], more: list[Fact], on: date
) -> None:
    """Experience is left out: joining two periods into one can lose the odd day at the end of a month."""
    for requirement in each_requirement(rules):
        if evaluate(requirement, ledger, on).is_met:
            assert evaluate(requirement, ledger + more, on).is_met


@many
@given(RULE_SETS, ledgers(), DAYS, st.data())
def test_withdrawn_evidence_never_counts(
    rules: RuleSet, ledger: list[Fact], on: date, data: st.DataObject
) -> None:
    assume(ledger)
    struck = data.draw(st.sampled_from(ledger))
    day = on + timedelta(days=data.draw(st.integers(-400, 400)))
    withdrawal = Fact("w:1", FactKind.WITHDRAWAL, day, withdraws=struck.id)

    finding = evaluate(rules, [*ledger, withdrawal], on)

    assert finding == evaluate(rules, [fact for fact in ledger if fact != struck], on)
    assert all(struck.id not in inner.evidence for inner in walk(finding))


@many
@given(RULE_SETS, ledgers(), DAYS)
def test_only_what_is_met_is_cited_and_only_what_is_not_is_missing(
    rules: RuleSet, ledger: list[Fact], on: date
) -> None:
    for inner in walk(evaluate(rules, ledger, on)):
        assert inner.is_met != bool(inner.missing)
        assert bool(cite(inner)) <= inner.is_met


@many
@given(RULE_SETS, ledgers(), DAYS)
def test_a_finding_survives_freezing_and_can_be_said(rules: RuleSet, ledger: list[Fact], on: date) -> None:
    finding = evaluate(rules, ledger, on)

    assert finding_from_json(json.loads(json.dumps(finding_to_json(finding)))) == finding
    assert all("%(" not in sentence.text for sentence in explain(finding, lambda msgid: msgid))


@many
@given(RULE_DOCUMENTS)
def test_a_rule_set_survives_being_written_and_read(document: dict[str, Any]) -> None:
    rules = parse_rule_set(document)

    assert parse_rule_set(json.loads(json.dumps(dump_rule_set(rules)))) == rules


def turned(value: Any) -> Any:
    """The same document with its names in the opposite order."""
    if isinstance(value, dict):
        return {name: turned(value[name]) for name in reversed(value)}
    return [turned(item) for item in value] if isinstance(value, list) else value


@many
@given(RULE_DOCUMENTS)
def test_the_digest_does_not_depend_on_the_order_of_names(document: dict[str, Any]) -> None:
    assert digest(turned(document)) == digest(document)
