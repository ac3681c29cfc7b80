from typing import Any

import pytest

from curriculum.rules import FactKind, MissingCode, State
from tests.curriculum.rules.builders import (
    TODAY,
    award,
    born,
    document,
    fact,
    judged,
    module,
    practice,
    skills_test,
    worked,
)

DISPUTED = {
    "disputed": [
        {"value": 2, "source": "Table 7", "line": 1095},
        {"value": 1, "source": "Annex 1"},
    ]
}
ENOUGH = (
    *(module(key, 500) for key in "ab"),
    practice("500"),
    award("a", minutes=9000, amount=9),
    document("a"),
    skills_test("t"),
    born(TODAY.replace(year=1980)),
    worked(TODAY.replace(year=2000), None),
    fact(FactKind.PRACTICE_MONTHS, amount=9),
    fact(FactKind.CLASS_ATTENDANCE, "a", minutes=9000),
)
NODES: list[dict[str, Any]] = [
    {"node": "at_least", "count": None, "of": [{"node": "module_completed", "module": key} for key in "ab"]},
    {"node": "skills_tests", "tests": ["t"], "count": None},
    {"node": "programme_hours", "minutes": None, "practice": "beside"},
    {"node": "programme_hours", "minutes": 60, "practice": "inside", "practice_minutes": None},
    {"node": "practice_hours", "minutes": None},
    {"node": "practice_hours", "minutes": 60, "minima": [{"minutes": None, "setting": ""}]},
    {"node": "practice_months", "months": None},
    {"node": "class_minutes", "minutes": None},
    {"node": "credits", "credits": None, "members": ["a"]},
    {"node": "member_hours", "minutes": None, "members": ["a"]},
    {"node": "holds_award", "award": "a", "not_older_than_months": None},
    {"node": "age", "years": None, "boundary": "inclusive"},
    {"node": "document", "document": "a", "not_older_than_months": None},
    {"node": "experience", "months": None, "continuity": "added"},
    {"node": "experience", "months": 1, "continuity": "added", "within_months": None},
]


def filled(node: Any, figure: Any) -> Any:
    if isinstance(node, dict):
        return {name: filled(value, figure) if name != "setting" else "home" for name, value in node.items()}
    if isinstance(node, list):
        return [filled(item, figure) for item in node]
    return figure if node is None else node


@pytest.mark.parametrize("node", NODES)
def test_a_disputed_figure_is_undetermined_whatever_was_done(node: dict[str, Any]) -> None:
    finding = judged(filled(node, DISPUTED), *ENOUGH, practice("500", setting="home"))

    assert finding.state is State.UNDETERMINED
    (missing,) = finding.missing
    assert missing.code is MissingCode.FIGURE_DISPUTED
    assert [(item.value, item.source, item.line) for item in missing.candidates] == [
        (2, "Table 7", 1095),
        (1, "Annex 1", None),
    ]


@pytest.mark.parametrize("node", NODES)
def test_a_figure_that_is_not_stated_is_undetermined(node: dict[str, Any]) -> None:
    finding = judged(filled(node, {"not_stated": True}), *ENOUGH, practice("500", setting="home"))

    assert finding.state is State.UNDETERMINED
    assert [missing.code for missing in finding.missing] == [MissingCode.FIGURE_NOT_STATED]
