"""Observed tests, as the assessor of the school decided them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from curriculum.api import EvidenceDraft, record_evidence
from curriculum.enums import FactKind, Outcome
from curriculum.people.models import Participation
from curriculum.standards.accounts import Account

from .acts import Act
from .days import Days


@dataclass(frozen=True, slots=True)
class Observed:
    """One decision on a unit, made by watching her or him do it."""

    participation: Participation
    assessor: Account
    unit: str
    outcome: Outcome

    def __call__(self, moment: datetime) -> None:
        person = self.participation.person
        draft = EvidenceDraft(
            kind=FactKind.UNIT_DECISION,
            source_ref=f"observation:{self.unit}:{person.uuid}:{moment:%Y-%m-%d}",
            occurred_at=moment,
            subject=self.unit,
            outcome=self.outcome,
            method="observation",
            participation=self.participation,
        )
        record_evidence(
            person=person,
            institution=self.participation.institution,
            drafts=[draft],
            recorded_by=self.assessor,
            at=moment,
        )


def daily_living_tests(participation: Participation, *, assessor: Account, days: Days) -> Iterator[Act]:
    """Moving a person and helping with medicines, both shown to the assessor on one afternoon."""
    for unit in ("moving-a-person", "medicines-under-instructions"):
        yield Act(days.at(10, 15), Observed(participation, assessor, unit, Outcome.COMPETENT))


def first_aid_tests(participation: Participation, *, assessor: Account, days: Days) -> Iterator[Act]:
    """Resuscitation went well at once; choking was pending the first time and competent a week later."""
    for ago, unit, outcome in (
        (13, "cpr-adult", Outcome.COMPETENT),
        (13, "choking", Outcome.PENDING_FULFILMENT),
        (6, "choking", Outcome.COMPETENT),
    ):
        yield Act(days.at(ago, 16, 30), Observed(participation, assessor, unit, outcome))
