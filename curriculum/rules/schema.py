"""The JSON Schema of rule sets, for editors and other programs.

It is made of the same declarations as the parser. What it cannot say (a count larger than its list, a key
used twice) only `parse_rule_set` refuses.
"""

from curriculum.rules.fields import Json
from curriculum.rules.grammar import object_schema
from curriculum.rules.nodes import SCHEMA
from curriculum.rules.shapes import REQUIREMENTS
from curriculum.rules.types import Stage


def rule_set_schema() -> dict[str, Json]:
    """A JSON Schema document (draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "type": "object",
        "properties": {
            "schema": {"const": SCHEMA},
            "stage": {"enum": [stage.value for stage in Stage]},
            "root": {"$ref": "#/$defs/node"},
        },
        "required": ["schema", "stage", "root"],
        "additionalProperties": False,
        "$defs": {"node": _node_schema()} | {name: _kind_schema(name) for name in REQUIREMENTS},
    }


def _node_schema() -> dict[str, Json]:
    """A choice by name, so that a validator's message speaks of the kind that was meant."""
    kinds = [
        {"if": {"properties": {"node": {"const": name}}}, "then": {"$ref": f"#/$defs/{name}"}}
        for name in REQUIREMENTS
    ]
    return {
        "type": "object",
        "properties": {"node": {"enum": list(REQUIREMENTS)}},
        "required": ["node"],
        "allOf": kinds,
    }


def _kind_schema(name: str) -> dict[str, Json]:
    return object_schema(REQUIREMENTS[name], node={"const": name})
