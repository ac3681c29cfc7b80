"""Theory and practice side by side, and what a week asks for (R-MOD-3, R-MOD-8). Pure figures: no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

LEAST_PRACTICE_PERCENT = 5
"""Below this share of practice and class sessions a module that prepares for work is only read about."""


class Parts(Protocol):
    """The hours of a module by part, in minutes."""

    online_minutes: int
    class_minutes: int
    independent_minutes: int
    practice_minutes: int


class BalanceFault(StrEnum):
    NO_PRACTICE = "no_practice"
    NO_THEORY = "no_theory"


@dataclass(frozen=True, slots=True)
class Balance:
    """Minutes of theory (online, independent), of class sessions and of practice."""

    theory: int
    sessions: int
    practice: int

    @property
    def total(self) -> int:
        return self.theory + self.sessions + self.practice

    @property
    def practical_percent(self) -> int | None:
        """The share of class sessions and practice, rounded down; None where no hours are stated."""
        return 100 * (self.sessions + self.practice) // self.total if self.total else None

    @property
    def fault(self) -> BalanceFault | None:
        percent = self.practical_percent
        if percent is None:
            return None
        if percent < LEAST_PRACTICE_PERCENT:
            return BalanceFault.NO_PRACTICE
        return BalanceFault.NO_THEORY if percent == 100 else None


def balance_of(parts: Parts) -> Balance:
    theory = parts.online_minutes + parts.independent_minutes
    return Balance(theory, parts.class_minutes, parts.practice_minutes)


def balance_of_all(modules: Iterable[Parts]) -> Balance:
    each = [balance_of(parts) for parts in modules]
    return Balance(
        sum(one.theory for one in each), sum(one.sessions for one in each), sum(one.practice for one in each)
    )


def minutes_a_week(total: int, weeks: int) -> int:
    """What a week asks for when `total` minutes are spread over so many weeks, rounded up."""
    return -(-total // max(weeks, 1))
