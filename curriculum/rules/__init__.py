"""Competence, hours and awards as a pure function of facts and a rule set: standard library only."""

from curriculum.rules.nodes import Node, RuleSet
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
    "Stage",
    "State",
    "Unit",
]
