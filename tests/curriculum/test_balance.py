"""Theory and practice side by side (R-MOD-3), and what a week asks for (R-MOD-8)."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.standards.balance import Balance, BalanceFault, balance_of_all, minutes_a_week

MINUTES = st.integers(min_value=0, max_value=100_000)


@dataclass
class Hours:
    online_minutes: int
    class_minutes: int
    independent_minutes: int
    practice_minutes: int


HOURS = st.builds(Hours, MINUTES, MINUTES, MINUTES, MINUTES)


@given(modules=st.lists(HOURS, max_size=8))
def test_no_minute_is_lost_or_counted_twice(modules: list[Hours]) -> None:
    total = sum(sum(vars(each).values()) for each in modules)
    assert balance_of_all(modules).total == total


@given(total=MINUTES, weeks=st.integers(min_value=1, max_value=60))
def test_the_weeks_hold_everything(total: int, weeks: int) -> None:
    load = minutes_a_week(total, weeks)
    assert load * weeks >= total > (load - 1) * weeks - (total == 0)


@pytest.mark.parametrize(
    ("balance", "percent", "fault"),
    [
        (Balance(0, 0, 0), None, None),
        (Balance(100, 0, 0), 0, BalanceFault.NO_PRACTICE),
        (Balance(100, 5, 0), 4, BalanceFault.NO_PRACTICE),
        (Balance(60, 90, 600), 92, None),
        (Balance(0, 30, 30), 100, BalanceFault.NO_THEORY),
    ],
)
def test_what_is_out_of_balance_says_so(
    balance: Balance, percent: int | None, fault: BalanceFault | None
) -> None:
    assert (balance.practical_percent, balance.fault) == (percent, fault)
