from datetime import date

import pytest

from curriculum.rules import FactKind, State
from tests.curriculum.rules.builders import asks_module, fact, judged, module, practice, withdrawal

ROOT = {"node": "practice_hours", "minutes": 60}


def test_a_withdrawal_strikes_out_whenever_either_happened() -> None:
    shift = practice("1", day=date(2026, 3, 1))
    earlier, later = withdrawal(shift, day=date(2026, 1, 1)), withdrawal(shift, day=date(2027, 1, 1))

    assert judged(ROOT, shift).state is State.MET
    assert judged(ROOT, shift, earlier).have == 0
    assert judged(ROOT, shift, later).have == 0


def test_a_replacement_counts_in_place_of_what_it_withdraws() -> None:
    wrong = practice("9", day=date(2026, 3, 1))
    right = practice("0.5", day=date(2026, 3, 1), withdraws=wrong.id)

    assert judged(ROOT, wrong, right).have == 30


def test_withdrawing_is_final() -> None:
    shift = practice("1")
    first = withdrawal(shift)

    assert judged(ROOT, shift, first, withdrawal(first)).have == 0


def test_the_same_fact_counts_once_and_two_facts_never_share_an_id() -> None:
    shift = practice("0.5", id="e:1")

    assert judged(ROOT, shift, shift).have == 30
    with pytest.raises(ValueError, match="e:1"):
        judged(ROOT, shift, practice("1", id="e:1"))


def test_a_fact_counts_from_the_day_it_happened() -> None:
    done = module("a", day=date(2026, 3, 1))

    assert judged(asks_module("a"), done, on=date(2026, 2, 28)).state is State.UNMET
    assert judged(asks_module("a"), done, on=date(2026, 3, 1)).state is State.MET


def test_facts_of_other_kinds_and_subjects_do_not_count() -> None:
    assert judged(asks_module("a"), module("b"), fact(FactKind.AWARD, "a")).state is State.UNMET
