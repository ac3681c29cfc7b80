"""Competence, hours and awards as a pure function of facts and a rule set: standard library only."""

from curriculum.rules.evaluate import cite, evaluate, find, walk
from curriculum.rules.explain import Sentence, explain
from curriculum.rules.frozen import finding_from_json, finding_to_json
from curriculum.rules.nodes import Node, RuleSet
from curriculum.rules.parse import canonical_json, digest, dump_rule_set, parse_rule_set
from curriculum.rules.schema import rule_set_schema
from curriculum.rules.types import (
    Basis,
    Candidate,
    Fact,
    FactKind,
    Fault,
    Finding,
    Missing,
    MissingCode,
    Outcome,
    RuleError,
    Stage,
    State,
    Unit,
)

__all__ = [
    "Basis",
    "Candidate",
    "Fact",
    "FactKind",
    "Fault",
    "Finding",
    "Missing",
    "MissingCode",
    "Node",
    "Outcome",
    "RuleError",
    "RuleSet",
    "Sentence",
    "Stage",
    "State",
    "Unit",
    "canonical_json",
    "cite",
    "digest",
    "dump_rule_set",
    "evaluate",
    "explain",
    "find",
    "finding_from_json",
    "finding_to_json",
    "parse_rule_set",
    "rule_set_schema",
    "walk",
]
