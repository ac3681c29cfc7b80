"""What a rule set asks about, so that only the facts it needs are fetched."""

from collections.abc import Iterator

from curriculum.rules.nodes import (
    Age,
    AllOf,
    AnyOf,
    AtLeast,
    Document,
    Education,
    Experience,
    HoldsAward,
    InCase,
    Node,
    NoDoubleCounting,
    Prerequisite,
    RuleSet,
    Statement,
)

ABOUT_THE_PERSON = (Age, Education, Document, Statement, Experience, InCase)


def asks_about_person(rule_set: RuleSet) -> bool:
    """Whether any requirement asks for a fact about the person: age, schooling, documents, experience."""
    return any(isinstance(node, ABOUT_THE_PERSON) for node in nodes_of(rule_set.root))


def awards_asked(rule_set: RuleSet) -> set[str]:
    """The keys of all awards that some requirement would take, equivalents among them."""
    asked = [node for node in nodes_of(rule_set.root) if isinstance(node, HoldsAward)]
    return {key for node in asked for key in (node.award, *node.equivalents)}


def nodes_of(node: Node) -> Iterator[Node]:
    """The requirement and all those inside it, outermost first."""
    yield node
    if isinstance(node, AllOf | AnyOf | AtLeast | NoDoubleCounting):
        for member in node.of:
            yield from nodes_of(member)
    elif isinstance(node, Prerequisite):
        yield from nodes_of(node.first)
        yield from nodes_of(node.then)
    elif isinstance(node, InCase):
        yield from nodes_of(node.then)
        yield from nodes_of(node.otherwise)
