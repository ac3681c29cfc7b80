"""A programme at a glance for its trainers: hours and their balance, the load of a week, what is untranslated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from curriculum.api import (
    Balance,
    Visitor,
    balance_of,
    balance_of_all,
    groups_seen_by,
    minutes_a_week,
    modules_of_versions,
    offer_of,
)

from .models import ProgrammePage

if TYPE_CHECKING:
    from curriculum.models import Group, ProgrammeModule

DAYS_A_WEEK = 7
MOST_MINUTES_A_WEEK = 20 * 60
"""More hours of study leave no room for work and care (R-MOD-8)."""


@dataclass(frozen=True, slots=True)
class ModuleBalance:
    placed: "ProgrammeModule"
    balance: Balance


@dataclass(frozen=True, slots=True)
class GroupLoad:
    """How many weeks a group has, and what a week asks of its learners; None without a last day."""

    group: "Group"
    weeks: int | None
    minutes: int | None

    @property
    def is_too_much(self) -> bool:
        return self.minutes is not None and self.minutes > MOST_MINUTES_A_WEEK


@dataclass(frozen=True, slots=True)
class Glance:
    modules: Sequence[ModuleBalance]
    whole: Balance
    groups: Sequence[GroupLoad]


def glance_at(page: ProgrammePage, user: Visitor) -> Glance | None:
    """None where the programme has no published version yet."""
    offer = offer_of(page.programme_id)
    if offer is None:
        return None
    placed = list(modules_of_versions([offer.version.pk]))
    core = [each for each in placed if not each.complementary]
    whole = balance_of_all(core)
    groups = groups_seen_by(user).filter(programme_version=offer.version)
    return Glance(
        modules=[ModuleBalance(each, balance_of(each)) for each in placed],
        whole=whole,
        groups=[_load(group, whole.total) for group in groups],
    )


def _load(group: "Group", total: int) -> GroupLoad:
    weeks = _weeks(group.starts_on, group.ends_on)
    return GroupLoad(group, weeks, minutes_a_week(total, weeks) if weeks else None)


def _weeks(first: date, last: date | None) -> int | None:
    return -(-((last - first).days + 1) // DAYS_A_WEEK) if last else None
