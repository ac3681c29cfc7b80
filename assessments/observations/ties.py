"""What the database knows of an assessor and a candidate, put before the rules that say who may assess whom."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from curriculum.api import (
    Conflict,
    ConflictPolicy,
    ConflictStanding,
    HeldAward,
    Tie,
    conflicts,
    current_awards,
    lines_of,
    people_like,
)

from .errors import MayNotAssess

if TYPE_CHECKING:
    from curriculum.models import Person

    from .models import Observation


def refuse_conflicts(observation: "Observation", declared: Iterable[Tie] | None, on: date) -> None:
    """Raises MayNotAssess with every reason for which this assessor may not run this test on a day."""
    if found := conflicts_of(observation, declared, on):
        raise MayNotAssess(found)


def conflicts_of(
    observation: "Observation", declared: Iterable[Tie] | None, on: date
) -> tuple[Conflict, ...]:
    """Every reason; `declared` is None until the assessor has said which ties she has."""
    test, candidate = observation.test, observation.person
    assessor_people = _records_of(observation.assessor)
    lines = lines_of(candidate)
    first = observation.appeal_of
    standing = ConflictStanding(
        assessor_people=assessor_people,
        candidate_people=_records_of(candidate),
        declared=None if declared is None else frozenset(declared),
        supervises_placement=bool(lines.get("supervisors", frozenset()) & assessor_people),
        trains_candidate=bool(lines.get("trainers", frozenset()) & assessor_people),
        own_awards=tuple(_own_awards(observation, assessor_people)),
        decided_first=_records_of(first.assessor) if first else frozenset(),
    )
    policy = ConflictPolicy(test.trainer_may_assess, asks_own_award=test.assessor_award_id is not None)
    return conflicts(standing, policy, on)


def _records_of(person: "Person") -> frozenset[int]:
    """Her record and whatever other one may be hers too."""
    return frozenset(people_like(person).values_list("pk", flat=True))


def _own_awards(observation: "Observation", people: frozenset[int]) -> Iterable[HeldAward]:
    award = observation.test.assessor_award_id
    if award is None:
        return
    held = current_awards().filter(person__in=people, achievement=award)
    for granted_on, valid_until in held.values_list("awarded_on", "expires_on"):
        yield HeldAward(granted_on, valid_until)
