"""Who may assess whom: each reason by itself, all of them together, and none that is not asked for (R-ASM-8)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.rules.conflicts import Conflict, HeldAward, Policy, Standing, Tie, conflicts

TODAY = date(2026, 3, 31)
FREE = Standing(frozenset({1}), frozenset({2}), declared=frozenset())
ASKS_AWARD = Policy(asks_own_award=True)


def test_two_people_without_a_tie_are_free() -> None:
    assert conflicts(FREE, Policy(), TODAY) == ()


@pytest.mark.parametrize(
    ("standing", "policy", "expected"),
    [
        (replace(FREE, assessor_people=frozenset({1, 2})), Policy(), Conflict.ONESELF),
        (replace(FREE, declared=frozenset({Tie.KIN})), Policy(), Conflict.KIN),
        (replace(FREE, declared=frozenset({Tie.SAME_HOUSEHOLD})), Policy(), Conflict.SAME_HOUSEHOLD),
        (replace(FREE, declared=frozenset({Tie.LINE_MANAGER})), Policy(), Conflict.LINE_MANAGER),
        (replace(FREE, supervises_placement=True), Policy(), Conflict.PLACEMENT_SUPERVISOR),
        (replace(FREE, trains_candidate=True), Policy(trainer_may_assess=False), Conflict.TRAINER),
        (replace(FREE, decided_first=frozenset({1, 7})), Policy(), Conflict.OWN_DECISION),
        (replace(FREE, declared=None), Policy(), Conflict.TIES_NOT_DECLARED),
        (FREE, ASKS_AWARD, Conflict.OWN_AWARD_LACKING),
    ],
)
def test_each_tie_stands_in_the_way(standing: Standing, policy: Policy, expected: Conflict) -> None:
    assert conflicts(standing, policy, TODAY) == (expected,)


def test_the_trainer_may_assess_where_the_programme_lets_her() -> None:
    assert conflicts(replace(FREE, trains_candidate=True), Policy(), TODAY) == ()


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 1, 9), (Conflict.OWN_AWARD_LACKING,)),
        (date(2024, 1, 10), ()),
        (date(2026, 1, 10), ()),
        (date(2026, 1, 11), (Conflict.OWN_AWARD_NOT_VALID,)),
    ],
)
def test_her_own_award_counts_from_its_day_to_its_last_day(on: date, expected: tuple[Conflict, ...]) -> None:
    held = HeldAward(date(2024, 1, 10), valid_until=date(2026, 1, 10))

    assert conflicts(replace(FREE, own_awards=(held,)), ASKS_AWARD, on) == expected


def test_a_revoked_award_counts_no_more_from_that_day() -> None:
    revoked = HeldAward(date(2024, 1, 10), revoked_on=TODAY)

    assert conflicts(replace(FREE, own_awards=(revoked,)), ASKS_AWARD, TODAY) == (
        Conflict.OWN_AWARD_NOT_VALID,
    )


def test_one_valid_award_beside_an_expired_one_is_enough() -> None:
    expired = HeldAward(date(2020, 1, 1), valid_until=date(2022, 1, 1))
    renewed = HeldAward(date(2025, 1, 1))

    assert conflicts(replace(FREE, own_awards=(expired, renewed)), ASKS_AWARD, TODAY) == ()


def test_all_reasons_are_said_at_once_and_in_order() -> None:
    everything = Standing(
        assessor_people=frozenset({1}),
        candidate_people=frozenset({1}),
        declared=frozenset(Tie),
        supervises_placement=True,
        trains_candidate=True,
        decided_first=frozenset({1}),
    )
    found = conflicts(everything, Policy(trainer_may_assess=False, asks_own_award=True), TODAY)

    assert set(Conflict) - set(found) == {Conflict.OWN_AWARD_NOT_VALID, Conflict.TIES_NOT_DECLARED}
    assert list(found) == [conflict for conflict in Conflict if conflict in found]


PEOPLE = st.frozensets(st.integers(1, 4), min_size=1)
DAYS = st.dates(date(2020, 1, 1), date(2028, 1, 1))
AWARDS = st.builds(HeldAward, DAYS, st.none() | DAYS, st.none() | DAYS)
STANDINGS = st.builds(
    Standing,
    PEOPLE,
    PEOPLE,
    declared=st.none() | st.frozensets(st.sampled_from(Tie)),
    supervises_placement=st.booleans(),
    trains_candidate=st.booleans(),
    own_awards=st.lists(AWARDS, max_size=3).map(tuple),
    decided_first=st.frozensets(st.integers(1, 4)),
)
POLICIES = st.builds(Policy, st.booleans(), st.booleans())


@given(STANDINGS, POLICIES, DAYS)
def test_nobody_ever_assesses_herself_or_decides_her_own_decision_again(
    standing: Standing, policy: Policy, on: date
) -> None:
    found = conflicts(standing, policy, on)

    assert (Conflict.ONESELF in found) == bool(standing.assessor_people & standing.candidate_people)
    assert (Conflict.OWN_DECISION in found) == bool(standing.assessor_people & standing.decided_first)


@given(STANDINGS, POLICIES, DAYS, st.sampled_from(Tie))
def test_to_declare_one_more_tie_never_frees_anybody(
    standing: Standing, policy: Policy, on: date, tie: Tie
) -> None:
    before = set(conflicts(standing, policy, on)) - {Conflict.TIES_NOT_DECLARED}
    more = replace(standing, declared=(standing.declared or frozenset()) | {tie})

    assert before | {Conflict(tie.value)} == set(conflicts(more, policy, on))


@given(STANDINGS, POLICIES, DAYS)
def test_a_stricter_programme_never_frees_anybody(standing: Standing, policy: Policy, on: date) -> None:
    strict = Policy(trainer_may_assess=False, asks_own_award=True)

    assert set(conflicts(standing, policy, on)) <= set(conflicts(standing, strict, on))
