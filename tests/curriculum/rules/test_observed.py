"""The outcome of an observed test: S-07, S-11 (four tests, not three), and what always holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.rules.observed import (
    Criterion,
    Mark,
    Rubric,
    RubricFault,
    RubricFaultCode,
    judge_test,
    whole_outcome,
)
from curriculum.rules.types import Outcome

SAFE = Criterion("safe", "first-aid", weight=3, is_critical=True)
CALL = Criterion("call", "first-aid", weight=3, is_critical=True)
CALM = Criterion("calm", "first-aid", weight=2)
NOTES = Criterion("notes", "first-aid", weight=2)
FIRST_AID = Rubric((SAFE, CALL, CALM, NOTES), enough_percent=80)


def shown(*keys: str, rubric: Rubric = FIRST_AID) -> dict[str, Mark]:
    return {c.key: Mark.SHOWN if c.key in keys else Mark.NOT_SHOWN for c in rubric.criteria}


def test_enough_of_the_weight_with_every_critical_one_is_competent_and_says_what_lacks() -> None:
    (unit,) = judge_test(FIRST_AID, shown("safe", "call", "calm"))

    assert (unit.outcome, unit.shown, unit.of, unit.lacking) == (Outcome.COMPETENT, 8, 10, ("notes",))


def test_too_little_of_the_weight_is_pending() -> None:
    (unit,) = judge_test(FIRST_AID, shown("safe", "call"))

    assert (unit.outcome, unit.lacking) == (Outcome.PENDING_FULFILMENT, ("calm", "notes"))


def test_a_critical_one_not_shown_is_pending_whatever_the_rest() -> None:
    rubric = Rubric((Criterion("many", weight=99), Criterion("one", is_critical=True)), enough_percent=50)
    (unit,) = judge_test(rubric, {"many": Mark.SHOWN, "one": Mark.NOT_SHOWN})

    assert (unit.outcome, unit.critical_lacking) == (Outcome.PENDING_FULFILMENT, ("one",))


def test_nothing_is_decided_while_one_was_not_seen_even_when_a_critical_one_lacks() -> None:
    marks = shown("call", "calm") | {"notes": Mark.NOT_SEEN}
    (unit,) = judge_test(FIRST_AID, marks)

    assert (unit.outcome, unit.unseen) == (Outcome.NOT_YET_ASSESSED, ("notes",))


def test_each_unit_is_decided_by_itself_and_the_whole_only_when_all_are_competent() -> None:
    units = tuple(f"test-{number}" for number in range(1, 5))
    rubric = Rubric(tuple(Criterion(f"c-{unit}", unit) for unit in units))
    paula = judge_test(rubric, shown("c-test-1", "c-test-2", "c-test-3", rubric=rubric))

    assert [unit.outcome for unit in paula] == [Outcome.COMPETENT] * 3 + [Outcome.PENDING_FULFILMENT]
    assert whole_outcome(paula) is Outcome.PENDING_FULFILMENT
    assert whole_outcome(paula[:3]) is Outcome.COMPETENT
    assert whole_outcome(()) is Outcome.NOT_YET_ASSESSED


@pytest.mark.parametrize(
    ("criteria", "percent", "code"),
    [
        ((), 100, RubricFaultCode.NO_CRITERIA),
        ((SAFE, SAFE), 100, RubricFaultCode.KEY_TWICE),
        ((Criterion("light", weight=0),), 100, RubricFaultCode.WEIGHT_TOO_SMALL),
        ((SAFE,), 0, RubricFaultCode.SHARE_IMPOSSIBLE),
        ((SAFE,), 101, RubricFaultCode.SHARE_IMPOSSIBLE),
    ],
)
def test_a_rubric_that_can_judge_nobody_is_refused(
    criteria: tuple[Criterion, ...], percent: int, code: RubricFaultCode
) -> None:
    with pytest.raises(RubricFault) as refused:
        Rubric(criteria, percent)

    assert refused.value.code is code


def test_a_mark_on_a_criterion_of_another_rubric_is_refused() -> None:
    with pytest.raises(ValueError, match="stray"):
        judge_test(FIRST_AID, {"stray": Mark.SHOWN})


CRITERIA = st.builds(
    Criterion,
    key=st.uuids().map(str),
    unit=st.sampled_from(["a", "b", ""]),
    weight=st.integers(1, 9),
    is_critical=st.booleans(),
)
RUBRICS = st.builds(
    Rubric,
    criteria=st.lists(CRITERIA, min_size=1, max_size=8, unique_by=lambda c: c.key).map(tuple),
    enough_percent=st.integers(1, 100),
)


@given(RUBRICS, st.data())
def test_a_decision_always_says_why(rubric: Rubric, data: st.DataObject) -> None:
    marks = {c.key: data.draw(st.sampled_from(Mark)) for c in rubric.criteria if data.draw(st.booleans())}

    for unit in judge_test(rubric, marks):
        assert bool(unit.unseen) == (unit.outcome is Outcome.NOT_YET_ASSESSED)
        if unit.outcome is Outcome.PENDING_FULFILMENT:
            assert unit.lacking
        if unit.outcome is Outcome.COMPETENT:
            assert not unit.critical_lacking
            assert unit.shown * 100 >= unit.of * rubric.enough_percent


@given(RUBRICS, st.data())
def test_to_show_one_more_never_takes_competence_away(rubric: Rubric, data: st.DataObject) -> None:
    marks = {c.key: data.draw(st.sampled_from([Mark.SHOWN, Mark.NOT_SHOWN])) for c in rubric.criteria}
    more = marks | {data.draw(st.sampled_from(rubric.criteria)).key: Mark.SHOWN}

    for before, after in zip(judge_test(rubric, marks), judge_test(rubric, more), strict=True):
        assert after.shown >= before.shown
        assert before.outcome is not Outcome.COMPETENT or after.outcome is Outcome.COMPETENT


@given(RUBRICS)
def test_all_shown_is_competent_and_none_shown_is_pending(rubric: Rubric) -> None:
    every = judge_test(rubric, {c.key: Mark.SHOWN for c in rubric.criteria})
    none = judge_test(rubric, {c.key: Mark.NOT_SHOWN for c in rubric.criteria})

    assert whole_outcome(every) is Outcome.COMPETENT
    assert {unit.outcome for unit in none} == {Outcome.PENDING_FULFILMENT}
