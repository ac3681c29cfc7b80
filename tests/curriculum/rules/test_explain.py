from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from curriculum.rules import Fact, FactKind, MissingCode, Stage, explain
from curriculum.rules.sentences import SENTENCES
from curriculum.rules.voice import exact_hours, grammatical_number
from tests.curriculum.rules.builders import (
    PENDING,
    all_of,
    asks_document,
    asks_module,
    decision,
    fact,
    judged,
    practice,
)

NAMES = {
    "levelling": "Levelling",
    "home": "private home",
    "basic": "basic activities",
    "work": "work experience",
}


def english(one: str) -> str:
    return one


def told(root: dict[str, Any], *facts: Fact, **more: Any) -> list[str]:
    return [str(sentence) for sentence in explain(judged(root, *facts, **more), english, names=NAMES)]


@pytest.mark.parametrize(
    ("done", "sentence"),
    [
        (690, "0.5 practice hours are still missing."),
        (660, "1 practice hour is still missing."),
        (630, "1.5 practice hours are still missing."),
        (0, "12 practice hours are still missing."),
        (700, "Still missing: 20 minutes of practice."),
        (719, "Still missing: 1 minute of practice."),
        (520, "Still missing: 3 hours and 20 minutes of practice."),
    ],
)
def test_missing_practice_is_said_exactly(done: int, sentence: str) -> None:
    shifts = [fact(FactKind.PRACTICE, minutes=done)] if done else []

    assert told({"node": "practice_hours", "minutes": 720}, *shifts) == [sentence]


def test_parts_of_practice_are_named() -> None:
    root = {
        "node": "practice_hours",
        "minutes": 60,
        "minima": [{"setting": "home", "activity": "basic", "minutes": 30}],
    }

    assert told(root, practice("1")) == [
        "0.5 practice hours are still missing (private home, basic activities)."
    ]


def test_complete_is_said_in_one_sentence() -> None:
    assert told({"node": "practice_hours", "minutes": 60}, practice("1")) == [
        "Everything that is needed here is complete."
    ]


def test_pending_and_not_yet_assessed_are_told_apart() -> None:
    root = all_of({"node": "unit_competent", "unit": "a"}, {"node": "unit_competent", "unit": "b"})

    assert told(root, decision("a", PENDING)) == [
        "The unit “a” is pending fulfilment. Only this part is assessed again.",
        "The unit “b” is not assessed yet.",
    ]


def test_a_choice_lists_its_options() -> None:
    root = {"node": "any_of", "of": [asks_module("levelling"), asks_document("literacy-test")]}

    assert told(root) == [
        "1 of these is needed: (1) The module “Levelling” is not completed yet. "
        "(2) This document is missing: literacy-test."
    ]


def test_disputed_figures_are_shown_with_their_places() -> None:
    disputed = {
        "disputed": [
            {"value": 9960, "source": "Annex 1", "line": 1435},
            {"value": 10080, "source": "Table 7", "line": 1095},
        ]
    }

    assert told({"node": "programme_hours", "minutes": disputed, "practice": "beside"}) == [
        "Programme hours: the sources give different figures: 166 hours (Annex 1, line 1435); "
        "168 hours (Table 7, line 1095). A person in charge of the programme has to choose one first."
    ]


def test_what_is_owed_waived_and_not_asked_is_said() -> None:
    root = all_of(
        asks_document("primary", key="primary", deferrable_until="certificate_issue"),
        asks_document("roster", key="roster"),
        {"node": "no_requirement", "about": ["work"]},
    )
    day = date(2026, 1, 1)
    dispensations = fact(FactKind.DEFERRAL, "primary", day), fact(FactKind.WAIVER, "roster", day)

    assert told(root, *dispensations, stage=Stage.ASSESSMENT_CERTIFICATION) == [
        "To be handed in later (issue of the certificate): This document is missing: primary.",
        "Not asked in this case: roster.",
        "Nothing is asked about: work experience.",
    ]


def test_the_readers_language_plural_and_numbers_are_used() -> None:
    spanish = {"%(hours)s practice hours are still missing.": "Faltan %(hours)s horas de práctica."}

    sentences = explain(
        judged({"node": "practice_hours", "minutes": 30}),
        lambda msgid: spanish.get(msgid, msgid),
        lambda one, many, number: spanish[many],
        number=lambda amount: str(amount).replace(".", ","),
    )

    assert [sentence.text for sentence in sentences] == ["Faltan 0,5 horas de práctica."]
    assert sentences[0].code == "practice_hours"


def test_every_kind_of_missing_thing_has_a_sentence() -> None:
    assert set(SENTENCES) == set(MissingCode)


@pytest.mark.parametrize(
    ("minutes", "hours"),
    [(30, "0.5"), (720, "12"), (600, "10"), (15, "0.25"), (3, "0.05"), (20, None), (1, None)],
)
def test_hours_with_two_decimals_or_none(minutes: int, hours: str | None) -> None:
    assert exact_hours(minutes) == (None if hours is None else Decimal(hours))
    assert str(exact_hours(minutes)) == str(hours)


@pytest.mark.parametrize(("amount", "form"), [("0.5", 0), ("1", 1), ("1.5", 2), ("2", 2), ("12.5", 12)])
def test_the_plural_follows_the_amount(amount: str, form: int) -> None:
    assert grammatical_number(Decimal(amount)) == form
