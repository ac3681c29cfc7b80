"""Who may assess whom: every tie that stands in the way, as codes; the words for them live elsewhere (R-ASM-8)."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Conflict(StrEnum):
    """Why a person may not assess another; stored with refusals, never renamed."""

    ONESELF = "oneself"
    KIN = "kin"
    SAME_HOUSEHOLD = "same_household"
    LINE_MANAGER = "line_manager"
    PLACEMENT_SUPERVISOR = "placement_supervisor"
    TRAINER = "trainer"
    OWN_AWARD_LACKING = "own_award_lacking"
    OWN_AWARD_NOT_VALID = "own_award_not_valid"
    OWN_DECISION = "own_decision"
    TIES_NOT_DECLARED = "ties_not_declared"


class Tie(StrEnum):
    """What an assessor knows of herself and a candidate, and nobody else can know."""

    KIN = "kin"
    SAME_HOUSEHOLD = "same_household"
    LINE_MANAGER = "line_manager"


@dataclass(frozen=True, slots=True)
class HeldAward:
    """An award of the assessor in the standard that she assesses; both days count. None: it never expires."""

    granted_on: date
    valid_until: date | None = None
    revoked_on: date | None = None

    def is_valid(self, on: date) -> bool:
        revoked = self.revoked_on is not None and self.revoked_on <= on
        return self.granted_on <= on and not revoked and (self.valid_until is None or on <= self.valid_until)


@dataclass(frozen=True, slots=True)
class Policy:
    """What a programme asks of its assessors beyond what is asked everywhere."""

    trainer_may_assess: bool = True
    asks_own_award: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of an assessor and a candidate on the day of a test.

    `candidate_people` and `assessor_people` are ids of all records behind each of the two: the same human may have
    more than one. `decided_first` are ids of whoever took the decision that is appealed against; empty where this is
    no appeal. `declared` is None until the assessor has said which ties she has.
    """

    assessor_people: frozenset[int]
    candidate_people: frozenset[int]
    declared: frozenset[Tie] | None = None
    supervises_placement: bool = False
    trains_candidate: bool = False
    own_awards: tuple[HeldAward, ...] = ()
    decided_first: frozenset[int] = field(default_factory=frozenset)


def conflicts(standing: Standing, policy: Policy, on: date) -> tuple[Conflict, ...]:
    """Every reason for which the assessor may not assess the candidate on a day, in a fixed order; none: she may."""
    found = {
        *_what_is_known(standing, policy),
        *_what_is_declared(standing),
        *_own_award(standing, policy, on),
    }
    return tuple(conflict for conflict in Conflict if conflict in found)


def _what_is_known(standing: Standing, policy: Policy) -> set[Conflict]:
    known = {
        Conflict.ONESELF: bool(standing.assessor_people & standing.candidate_people),
        Conflict.PLACEMENT_SUPERVISOR: standing.supervises_placement,
        Conflict.TRAINER: standing.trains_candidate and not policy.trainer_may_assess,
        Conflict.OWN_DECISION: bool(standing.assessor_people & standing.decided_first),
    }
    return {conflict for conflict, holds in known.items() if holds}


def _what_is_declared(standing: Standing) -> set[Conflict]:
    if standing.declared is None:
        return {Conflict.TIES_NOT_DECLARED}
    return {Conflict(tie.value) for tie in standing.declared}


def _own_award(standing: Standing, policy: Policy, on: date) -> set[Conflict]:
    if not policy.asks_own_award or any(award.is_valid(on) for award in standing.own_awards):
        return set()
    held = any(award.granted_on <= on for award in standing.own_awards)
    return {Conflict.OWN_AWARD_NOT_VALID if held else Conflict.OWN_AWARD_LACKING}
