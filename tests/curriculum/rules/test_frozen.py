import json
from decimal import Decimal

import pytest

from curriculum.rules import FactKind, finding_from_json, finding_to_json
from tests.curriculum.rules.builders import all_of, asks_module, fact, judged, module


def test_a_frozen_finding_keeps_exact_decimals() -> None:
    finding = judged(
        {"node": "practice_months", "months": "2.50"}, fact(FactKind.PRACTICE_MONTHS, amount=Decimal("1.1"))
    )

    frozen = json.loads(json.dumps(finding_to_json(finding)))

    assert (frozen["have"], frozen["missing"][0]["amount"]) == ("1.1", "1.40")
    assert finding_from_json(frozen) == finding


def test_a_frozen_finding_is_short_and_plain() -> None:
    done = module("a", id="e:1")

    assert finding_to_json(judged(all_of(asks_module("a", key="k")), done)) == {
        "node": "all_of",
        "state": "met",
        "have": 1,
        "need": 1,
        "unit": "requirements",
        "evidence": ["e:1"],
        "dated": "2026-01-10",
        "children": [
            {
                "node": "module_completed",
                "state": "met",
                "key": "k",
                "evidence": ["e:1"],
                "dated": "2026-01-10",
            }
        ],
    }


def test_what_is_no_finding_is_refused() -> None:
    with pytest.raises(KeyError):
        finding_from_json({"state": "met"})
    with pytest.raises(ValueError, match="almost"):
        finding_from_json({"node": "all_of", "state": "almost"})
