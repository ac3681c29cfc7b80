from datetime import date

import pytest

from curriculum.rules import FactKind, State
from tests.curriculum.rules.builders import COMPETENT, PENDING, award, document, fact, judged

FIRST_AID = {"node": "holds_award", "award": "first-aid"}


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2024, 1, 9), State.UNMET),
        (date(2024, 1, 10), State.MET),
        (date(2026, 1, 10), State.MET),
        (date(2026, 1, 11), State.UNMET),
    ],
)
def test_an_award_counts_from_its_day_to_its_last_day(on: date, state: State) -> None:
    held = award("first-aid", day=date(2024, 1, 10), valid_until=date(2026, 1, 10))

    assert judged(FIRST_AID, held, on=on).state is state


def test_an_equivalent_does_as_well_and_is_named_when_missing() -> None:
    root = FIRST_AID | {"equivalents": ["cpr"]}

    assert judged(root, award("cpr")).state is State.MET
    assert judged(root).missing[0].also == ("cpr",)


@pytest.mark.parametrize(("on", "state"), [(date(2026, 2, 28), State.MET), (date(2026, 3, 1), State.UNMET)])
def test_an_award_not_older_than_so_many_months(on: date, state: State) -> None:
    held = award("first-aid", day=date(2025, 8, 31))

    assert judged(FIRST_AID | {"not_older_than_months": 6}, held, on=on).state is state


def test_a_renewed_document_counts_while_the_old_one_does_not() -> None:
    root = {"node": "document", "document": "health-card"}
    expired = document("health-card", day=date(2024, 1, 1), valid_until=date(2025, 1, 1))
    renewed = document("health-card", day=date(2026, 1, 1), valid_until=date(2027, 1, 1))

    assert judged(root, expired).state is State.UNMET
    assert judged(root, expired, renewed).evidence == (renewed.id,)


def test_only_a_favourable_result_counts() -> None:
    root = {"node": "document", "document": "psychological-test"}

    assert judged(root, document("psychological-test", outcome=PENDING)).state is State.UNMET
    assert judged(root, document("psychological-test", outcome=COMPETENT)).state is State.MET


def test_a_statement_must_be_made_and_silence_is_not_one() -> None:
    root = {"node": "statement", "statement": "not-related-to-beneficiary"}

    assert judged(root).state is State.UNMET
    assert judged(root, fact(FactKind.STATEMENT, "not-related-to-beneficiary")).state is State.MET
