from typing import Any

import pytest
from jsonschema import Draft202012Validator

from curriculum.rules import rule_set_schema
from curriculum.rules.shapes import REQUIREMENTS
from tests.curriculum.rules.builders import rule
from tests.curriculum.rules.examples import EXAMPLES, FAULTS

VALIDATOR = Draft202012Validator(rule_set_schema())


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(rule_set_schema())


def test_every_requirement_is_documented_with_an_example() -> None:
    assert set(EXAMPLES) == set(REQUIREMENTS)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_schema_accepts_what_the_parser_accepts(name: str) -> None:
    VALIDATOR.validate(rule(EXAMPLES[name]))


@pytest.mark.parametrize(("node", "path"), FAULTS)
def test_the_schema_refuses_what_the_parser_refuses(node: Any, path: str) -> None:
    assert not VALIDATOR.is_valid(rule(node)), path


@pytest.mark.parametrize(
    "document",
    [{}, {"schema": "cuidar/rules/1"}, rule({"node": "no_requirement", "about": ["x"]}) | {"stage": "x"}],
)
def test_the_schema_refuses_a_wrong_header(document: Any) -> None:
    assert not VALIDATOR.is_valid(document)
