"""One example of each requirement as `docs/rules.md` shows it, and documents with one fault each."""

import json
import re
from pathlib import Path
from typing import Any

from tests.curriculum.rules.builders import all_of, asks_module

DOCUMENTATION = Path(__file__).parents[3] / "docs" / "rules.md"


def documented_nodes() -> dict[str, Any]:
    """Every ```json block of the documentation that shows a requirement, by the requirement's name."""
    blocks = re.findall(r"```json\n(.*?)```", DOCUMENTATION.read_text(encoding="utf-8"), re.DOTALL)
    shown = [json.loads(block) for block in blocks]
    return {block["node"]: block for block in shown if "node" in block}


EXAMPLES = documented_nodes()

OPEN_WITH_ONE_SOURCE = {"disputed": [{"value": 1, "source": "Table 7"}]}

FAULTS: list[tuple[Any, str]] = [
    ("module_completed", "$.root"),
    ({"module": "a"}, "$.root"),
    ({"node": "module_done", "module": "a"}, "$.root.node"),
    ({"node": "module_completed"}, "$.root"),
    ({"node": "module_completed", "module": 3}, "$.root.module"),
    ({"node": "module_completed", "module": "two words"}, "$.root.module"),
    ({"node": "module_completed", "module": "a", "hours": 3}, "$.root.hours"),
    ({"node": "module_completed", "module": "a", "deferrable_until": "licence"}, "$.root"),
    (
        {"node": "module_completed", "module": "a", "key": "k", "deferrable_until": "soon"},
        "$.root.deferrable_until",
    ),
    ({"node": "all_of", "of": []}, "$.root.of"),
    ({"node": "all_of", "of": asks_module("a")}, "$.root.of"),
    (all_of(asks_module("a"), {"node": "any_of"}), "$.root.of[1]"),
    ({"node": "prerequisite", "first": asks_module("a"), "then": []}, "$.root.then"),
    ({"node": "unit_competent_by", "unit": "u", "methods": []}, "$.root.methods"),
    ({"node": "unit_competent_by", "unit": "u", "methods": ["quiz", "quiz"]}, "$.root.methods"),
    ({"node": "practice_hours", "minutes": 0}, "$.root.minutes"),
    ({"node": "practice_hours", "minutes": True}, "$.root.minutes"),
    ({"node": "practice_hours", "minutes": 1.5}, "$.root.minutes"),
    ({"node": "practice_hours", "minutes": "720"}, "$.root.minutes"),
    ({"node": "practice_hours", "minutes": OPEN_WITH_ONE_SOURCE}, "$.root.minutes"),
    ({"node": "practice_hours", "minutes": {"not_stated": False}}, "$.root.minutes"),
    ({"node": "practice_hours", "minutes": 60, "minima": [{"minutes": 30}]}, "$.root.minima[0]"),
    ({"node": "practice_hours", "minutes": 60, "minima": {"minutes": 30}}, "$.root.minima"),
    ({"node": "programme_hours", "minutes": 60, "practice": "within"}, "$.root.practice"),
    ({"node": "programme_hours", "minutes": 60, "practice": "inside"}, "$.root"),
    ({"node": "credits", "credits": 1.5, "members": ["a"]}, "$.root.credits"),
    ({"node": "credits", "credits": "0", "members": ["a"]}, "$.root.credits"),
    ({"node": "credits", "credits": "1,5", "members": ["a"]}, "$.root.credits"),
    ({"node": "practice_months", "months": 1201}, "$.root.months"),
    ({"node": "age", "years": 18, "boundary": "about"}, "$.root.boundary"),
    ({"node": "no_requirement", "about": []}, "$.root.about"),
]
"""A fault that the JSON Schema refuses as well."""

SAME_TWICE = [
    {"value": 2, "source": "Table 7"},
    {"value": 2, "source": "Annex 1"},
]
FAULTS_OF_THE_WHOLE: list[tuple[Any, str]] = [
    (all_of(asks_module("a", key="k"), asks_module("b", key="k")), "$.root.of[1].key"),
    ({"node": "at_least", "count": 2, "of": [asks_module("a")]}, "$.root.count"),
    ({"node": "skills_tests", "count": 3, "tests": ["a", "b"]}, "$.root.count"),
    ({"node": "practice_hours", "minutes": {"disputed": SAME_TWICE}}, "$.root.minutes"),
    (
        {"node": "programme_hours", "minutes": 60, "practice": "inside", "practice_minutes": 90},
        "$.root.practice_minutes",
    ),
    (
        {"node": "practice_hours", "minutes": 60, "minima": [{"minutes": 90, "setting": "home"}]},
        "$.root.minima[0].minutes",
    ),
    (
        {"node": "practice_hours", "minutes": 60, "minima": [{"minutes": 9, "setting": "home"}] * 2},
        "$.root.minima[1]",
    ),
    (
        {
            "node": "practice_hours",
            "minutes": 60,
            "setting": "residence",
            "minima": [{"minutes": 9, "setting": "home"}],
        },
        "$.root.minima[0]",
    ),
    ({"node": "education", "level": "phd"}, "$.root.level"),
    (
        {"node": "experience", "months": 36, "continuity": "added", "within_months": 24},
        "$.root.months",
    ),
]
"""A fault between fields, which JSON Schema cannot say."""
