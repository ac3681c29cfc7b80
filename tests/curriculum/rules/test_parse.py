from typing import Any

import pytest

from curriculum.rules import RuleError, Stage, digest, dump_rule_set, parse_rule_set
from tests.curriculum.rules.builders import all_of, asks_module, rule
from tests.curriculum.rules.examples import EXAMPLES, FAULTS, FAULTS_OF_THE_WHOLE


def faults_of(document: Any) -> list[str]:
    with pytest.raises(RuleError) as refused:
        parse_rule_set(document)
    return [fault.path for fault in refused.value.faults]


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_rule_set_survives_being_written_and_read(name: str) -> None:
    document = rule(EXAMPLES[name])

    assert dump_rule_set(parse_rule_set(document)) == document


@pytest.mark.parametrize(("node", "path"), [*FAULTS, *FAULTS_OF_THE_WHOLE])
def test_a_fault_is_named_with_its_place(node: Any, path: str) -> None:
    assert faults_of(rule(node)) == [path]


def test_all_faults_are_told_at_once() -> None:
    root = all_of(
        asks_module(""), {"node": "modul_completed"}, {"node": "age", "years": 0, "boundary": "more"}
    )

    assert faults_of({"schema": "cuidar/rules/2", "stage": "later", "root": root, "note": "x"}) == [
        "$.note",
        "$.schema",
        "$.stage",
        "$.root.of[0].module",
        "$.root.of[1].node",
        "$.root.of[2].years",
        "$.root.of[2].boundary",
    ]


def test_a_misspelt_kind_is_answered_with_the_right_one() -> None:
    with pytest.raises(RuleError) as refused:
        parse_rule_set(rule({"node": "modul_completed", "module": "a"}))

    assert refused.value.path == "$.root.node"
    assert "“module_completed”" in refused.value.message


@pytest.mark.parametrize("document", [None, [], "all_of", {}])
def test_what_is_no_rule_set_is_refused(document: Any) -> None:
    assert set(faults_of(document)) == {"$"}


def test_endless_nesting_is_refused() -> None:
    root: dict[str, Any] = asks_module("a")
    for _ in range(200):
        root = all_of(root)

    (path,) = faults_of(rule(root))
    assert path.startswith("$.root.of[0]")


def test_a_requirement_cannot_be_deferred_to_the_stage_it_belongs_to() -> None:
    root = asks_module("a", key="a", deferrable_until="certificate_issue")

    assert faults_of(rule(root, Stage.CERTIFICATE_ISSUE)) == ["$.root.deferrable_until"]


def test_the_digest_does_not_depend_on_the_order_of_names() -> None:
    document = rule({"node": "age", "years": 18, "boundary": "inclusive"})
    turned = {name: document[name] for name in reversed(document)}
    turned["root"] = {name: document["root"][name] for name in reversed(document["root"])}

    assert digest(turned) == digest(document)
    assert digest(document) == "sha256:6fec4c555dd783a41bfb3c2a46d72978e5b30c9f310a489105e80929522fe548"


def test_the_digest_depends_on_the_order_of_members_and_on_every_figure() -> None:
    documents = [
        rule(all_of(asks_module("a"), asks_module("b"))),
        rule(all_of(asks_module("b"), asks_module("a"))),
        rule(all_of(asks_module("a"))),
    ]

    assert len({digest(document) for document in documents}) == 3
