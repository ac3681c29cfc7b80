"""The outcome of an observed test: what an assessor saw, criterion by criterion, set against a rubric (R-ASM-1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from curriculum.rules.types import Outcome


class Mark(StrEnum):
    """What an assessor answers to one criterion."""

    SHOWN = "shown"
    NOT_SHOWN = "not_shown"
    NOT_SEEN = "not_seen"
    """Not seen yet: nothing is decided about it."""


class RubricFaultCode(StrEnum):
    """What keeps a rubric from being used."""

    NO_CRITERIA = "no_criteria"
    KEY_TWICE = "key_twice"
    WEIGHT_TOO_SMALL = "weight_too_small"
    SHARE_IMPOSSIBLE = "share_impossible"


class RubricFault(ValueError):
    """A rubric that cannot judge anybody; `key` names the criterion at fault, empty where it is the whole."""

    def __init__(self, code: RubricFaultCode, key: str = "") -> None:
        self.code, self.key = code, key
        super().__init__(f"{code.value} {key}".strip())


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing to show. `unit` is the key of the unit of competency that it speaks of; empty: the whole test."""

    key: str
    unit: str = ""
    weight: int = 1
    is_critical: bool = False
    """Not shown, its unit is pending fulfilment whatever the rest."""


@dataclass(frozen=True, slots=True)
class Rubric:
    """Criteria in the order of the test. Raises RubricFault where they can judge nobody.

    `enough_percent` is the share of the weight of a unit's criteria that must be shown, in whole percent.
    """

    criteria: tuple[Criterion, ...]
    enough_percent: int = 100

    def __post_init__(self) -> None:
        if not self.criteria:
            raise RubricFault(RubricFaultCode.NO_CRITERIA)
        if not 1 <= self.enough_percent <= 100:
            raise RubricFault(RubricFaultCode.SHARE_IMPOSSIBLE)
        seen: set[str] = set()
        for criterion in self.criteria:
            if criterion.key in seen:
                raise RubricFault(RubricFaultCode.KEY_TWICE, criterion.key)
            if criterion.weight < 1:
                raise RubricFault(RubricFaultCode.WEIGHT_TOO_SMALL, criterion.key)
            seen.add(criterion.key)

    @property
    def units(self) -> tuple[str, ...]:
        """The units it decides on, in the order in which the test meets them."""
        return tuple(dict.fromkeys(criterion.unit for criterion in self.criteria))

    def about(self, unit: str) -> tuple[Criterion, ...]:
        return tuple(criterion for criterion in self.criteria if criterion.unit == unit)


@dataclass(frozen=True, slots=True)
class UnitOutcome:
    """What a test says of one unit. `shown` and `of` are sums of weights."""

    unit: str
    outcome: Outcome
    shown: int
    of: int
    lacking: tuple[str, ...] = ()
    """Keys of the criteria not shown, the critical ones first; also those that a competent person still lacks."""
    critical_lacking: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()
    """Keys of the criteria without an answer. While there is one, nothing is decided."""


def judge_test(rubric: Rubric, marks: Mapping[str, Mark]) -> tuple[UnitOutcome, ...]:
    """Unit by unit, what the marks (by key of criterion) add up to; a criterion without a mark was not seen.

    A unit is decided once each of its criteria was shown or not shown. Raises ValueError for a mark on a criterion
    that the rubric does not have.
    """
    strange = sorted(set(marks) - {criterion.key for criterion in rubric.criteria})
    if strange:
        raise ValueError(f"The rubric has no criterion {strange[0]!r}.")
    return tuple(_judge_unit(rubric, unit, marks) for unit in rubric.units)


def whole_outcome(units: tuple[UnitOutcome, ...]) -> Outcome:
    """The outcome of the whole test: competent only where every unit is (R-ASM-7)."""
    outcomes = {unit.outcome for unit in units}
    if not outcomes or Outcome.NOT_YET_ASSESSED in outcomes:
        return Outcome.NOT_YET_ASSESSED
    return Outcome.PENDING_FULFILMENT if Outcome.PENDING_FULFILMENT in outcomes else Outcome.COMPETENT


def _judge_unit(rubric: Rubric, unit: str, marks: Mapping[str, Mark]) -> UnitOutcome:
    criteria = rubric.about(unit)
    given = {criterion: marks.get(criterion.key, Mark.NOT_SEEN) for criterion in criteria}
    shown = sum(criterion.weight for criterion, mark in given.items() if mark is Mark.SHOWN)
    of = sum(criterion.weight for criterion in criteria)
    critical = tuple(c.key for c, mark in given.items() if mark is Mark.NOT_SHOWN and c.is_critical)
    others = tuple(c.key for c, mark in given.items() if mark is Mark.NOT_SHOWN and not c.is_critical)
    unseen = tuple(c.key for c, mark in given.items() if mark is Mark.NOT_SEEN)
    if unseen:
        outcome = Outcome.NOT_YET_ASSESSED
    elif critical or shown * 100 < of * rubric.enough_percent:
        outcome = Outcome.PENDING_FULFILMENT
    else:
        outcome = Outcome.COMPETENT
    return UnitOutcome(unit, outcome, shown, of, critical + others, critical, unseen)
