"""Random rule sets and facts over a small world of keys, so that they often meet."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from curriculum.rules import Fact, FactKind, Outcome, RuleSet, Stage, parse_rule_set
from curriculum.rules.nodes import EDUCATION_LADDER
from tests.curriculum.rules.builders import rule

KEYS = st.sampled_from(["a", "b", "c"])
KEY_LISTS = st.lists(KEYS, min_size=1, max_size=3, unique=True)
METHODS = st.sampled_from(["quiz", "observation"])
SETTINGS = st.sampled_from(["home", "residence"])
ACTIVITIES = st.sampled_from(["basic", "advanced"])
LABELS = [f"k{number}" for number in range(4)]
MINUTES = st.integers(1, 40).map(lambda tens: tens * 10)
OPEN_FIGURES = st.sampled_from(
    [
        {"not_stated": True},
        {"disputed": [{"value": 1, "source": "Table 7"}, {"value": 2, "source": "Annex 1", "line": 9}]},
    ]
)
DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))


def node(
    name: str, required: dict[str, Any], optional: dict[str, Any] | None = None
) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries({"node": st.just(name), **required}, optional=optional)


def figure(numbers: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mostly a number, now and then an open figure."""
    return st.one_of(numbers, numbers, numbers, OPEN_FIGURES)


HELD = {"equivalents": KEY_LISTS, "not_older_than_months": figure(st.integers(1, 24))}
MINIMA = st.lists(
    st.fixed_dictionaries({"minutes": st.just(1), "setting": SETTINGS}),
    max_size=2,
    unique_by=lambda minimum: minimum["setting"],
)
MONOTONE_LEAVES = st.one_of(
    node("module_completed", {"module": KEYS}),
    node("unit_competent", {"unit": KEYS}),
    node("unit_competent_by", {"unit": KEYS, "methods": st.lists(METHODS, min_size=1, unique=True)}),
    node("skills_tests", {"tests": st.just(["a", "b", "c"]), "count": figure(st.integers(1, 3))}),
    node(
        "programme_hours",
        {
            "minutes": figure(MINUTES.map(lambda minutes: minutes + 60)),
            "practice": st.sampled_from(["inside", "beside", "not_stated"]),
            "practice_minutes": figure(st.integers(1, 60)),
        },
        {"modules": KEY_LISTS, "class_attendance": st.dictionaries(KEYS, MINUTES, min_size=1)},
    ),
    node("practice_hours", {"minutes": figure(MINUTES)}, {"activity": ACTIVITIES, "minima": MINIMA}),
    node("practice_months", {"months": figure(st.sampled_from([1, 3, "1.5"]))}),
    node("class_minutes", {"minutes": figure(MINUTES)}, {"modules": KEY_LISTS}),
    node("credits", {"credits": figure(st.sampled_from([2, "2.5"])), "members": KEY_LISTS}),
    node("member_hours", {"minutes": figure(MINUTES), "members": KEY_LISTS}),
    node("holds_award", {"award": KEYS}, HELD),
    node("document", {"document": KEYS}, HELD),
    node("statement", {"statement": KEYS}),
    node(
        "age", {"years": figure(st.integers(1, 2)), "boundary": st.sampled_from(["inclusive", "exclusive"])}
    ),
    node("education", {"level": st.sampled_from(EDUCATION_LADDER)}),
    node("no_requirement", {"about": KEY_LISTS}),
)
EXPERIENCE = node(
    "experience",
    {"months": st.integers(1, 6), "continuity": st.sampled_from(["added", "unbroken"])},
    {"within_months": st.integers(6, 24), "kinds": KEY_LISTS},
)


def _around(members: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(members, min_size=1, max_size=3)
    return st.one_of(
        node("all_of", {"of": several}),
        node("any_of", {"of": several}),
        several.flatmap(
            lambda of: node("at_least", {"count": figure(st.integers(1, len(of))), "of": st.just(of)})
        ),
        node("no_double_counting", {"of": several}),
        node("prerequisite", {"first": members, "then": members}),
        node("in_case", {"case": KEYS, "then": members, "otherwise": members}),
    )


@st.composite
def rule_documents(draw: st.DrawFn, leaves: st.SearchStrategy[Any]) -> dict[str, Any]:
    root = draw(st.recursive(leaves, _around, max_leaves=6))
    labels = iter(LABELS)
    return rule(_labelled(draw, root, labels), Stage.ASSESSMENT_CERTIFICATION)


def _labelled(draw: st.DrawFn, value: Any, labels: Any) -> Any:
    """Give some requirements a key, and let some of those be deferred."""
    if isinstance(value, list):
        return [_labelled(draw, item, labels) for item in value]
    if not isinstance(value, dict):
        return value
    inner = {name: _labelled(draw, item, labels) for name, item in value.items()}
    if "node" not in value or not draw(st.booleans()):
        return inner
    label = next(labels, None)
    if label is None:
        return inner
    deferrable = draw(st.sampled_from([{}, {"deferrable_until": "certificate_issue"}]))
    return inner | {"key": label} | deferrable


RULE_DOCUMENTS = rule_documents(st.one_of(MONOTONE_LEAVES, EXPERIENCE))
RULE_SETS: st.SearchStrategy[RuleSet] = RULE_DOCUMENTS.map(parse_rule_set)
MONOTONE_RULE_SETS: st.SearchStrategy[RuleSet] = rule_documents(MONOTONE_LEAVES).map(parse_rule_set)


@st.composite
def facts(draw: st.DrawFn, identity: str) -> Fact:
    kind = draw(st.sampled_from([kind for kind in FactKind if kind is not FactKind.WITHDRAWAL]))
    subjects = {
        FactKind.EDUCATION: st.sampled_from(EDUCATION_LADDER),
        FactKind.WAIVER: st.sampled_from(LABELS),
        FactKind.DEFERRAL: st.sampled_from(LABELS),
    }
    day = draw(DAYS)
    return Fact(
        identity,
        kind,
        day,
        draw(subjects.get(kind, KEYS)),
        valid_until=draw(st.one_of(st.none(), st.none(), st.dates(day, date(2027, 12, 31)))),
        ended_on=draw(st.one_of(st.none(), st.dates(day, date(2027, 12, 31)))),
        minutes=draw(MINUTES),
        amount=draw(st.sampled_from([Decimal("0.5"), Decimal("1.5"), Decimal(2)])),
        outcome=draw(st.sampled_from([Outcome.COMPETENT, Outcome.COMPETENT, Outcome.PENDING_FULFILMENT])),
        method=draw(METHODS),
        setting=draw(SETTINGS),
        activity=draw(ACTIVITIES),
    )


@st.composite
def ledgers(draw: st.DrawFn, prefix: str = "e", largest: int = 14) -> list[Fact]:
    """Facts, none of which withdraws another."""
    return [draw(facts(f"{prefix}:{number}")) for number in range(draw(st.integers(0, largest)))]


@st.composite
def corrected_ledgers(draw: st.DrawFn) -> list[Fact]:
    """Facts, some of which were withdrawn later or earlier."""
    ledger = draw(ledgers())
    struck = draw(st.lists(st.sampled_from(ledger), max_size=3)) if ledger else []
    withdrawals = [
        Fact(f"w:{number}", FactKind.WITHDRAWAL, draw(DAYS), withdraws=fact.id)
        for number, fact in enumerate(struck)
    ]
    return ledger + withdrawals
