from datetime import UTC, datetime, timedelta

import pytest
from django.test import override_settings

from curriculum.credentials.models import Award
from curriculum.credentials.queries import progress_towards
from curriculum.credentials.recording import record_evidence
from curriculum.credentials.words import sentences
from curriculum.people.models import Participation
from curriculum.records.services import EvidenceDraft
from curriculum.rules import FactKind, Outcome, find

MORNING = datetime(2026, 3, 2, 12, tzinfo=UTC)
MODULES = {
    "levelling": 1200,
    "integral-care": 1560,
    "role-of-carers": 1560,
    "leisure": 1500,
    "rights-and-duties": 1500,
    "occupational-project": 1800,
}
OBSERVED = ("moving-a-person", "medicines-under-instructions")
pytestmark = pytest.mark.django_db


def module_draft(key: str, minutes: int) -> EvidenceDraft:
    return EvidenceDraft(
        kind=FactKind.MODULE_COMPLETED,
        subject=key,
        minutes=minutes,
        occurred_at=MORNING,
        source_ref=f"test:module:{key}",
        demonstration=key == "occupational-project",
    )


def observed_draft(unit: str) -> EvidenceDraft:
    return EvidenceDraft(
        kind=FactKind.UNIT_DECISION,
        subject=unit,
        method="observation",
        outcome=Outcome.COMPETENT,
        occurred_at=MORNING,
        source_ref=f"test:observed:{unit}",
    )


def practice_draft(name: str, minutes: int) -> EvidenceDraft:
    return EvidenceDraft(
        kind=FactKind.PRACTICE,
        minutes=minutes,
        setting="home",
        activity="basic",
        occurred_at=MORNING,
        source_ref=f"test:shift:{name}",
    )


def record(participation: Participation, *drafts: EvidenceDraft, at: datetime = MORNING) -> list[str]:
    recorded = record_evidence(
        person=participation.person,
        institution=participation.institution,
        drafts=drafts,
        recorded_by=None,
        at=at,
    )
    return [award.achievement.key for award in recorded.awards]


@override_settings(CUIDAR_ALLOW_DEMONSTRATION=True)
def test_the_twelfth_approved_hour_awards_the_qualification_once(participation: Participation) -> None:
    """S-01: 152 of 152 hours and 11.5 of 12 hours of practice; then the waiting half hour is approved."""
    record(participation, *(module_draft(key, minutes) for key, minutes in MODULES.items()))
    record(participation, *(observed_draft(unit) for unit in OBSERVED))
    record(participation, practice_draft("a", 240), practice_draft("b", 240), practice_draft("c", 210))
    qualification = progress_towards(participation, on=MORNING.date())[-1]
    hours, practice = (
        find(qualification.finding, "programme-hours"),
        find(qualification.finding, "practice-hours"),
    )
    assert (hours.have, hours.need, practice.have, practice.need) == (9120, 9120, 690, 720)
    assert not qualification.is_earned

    later = MORNING + timedelta(days=3)
    assert record(participation, practice_draft("d", 30), at=later) == ["uy-dependency-care-qualification"]
    award = Award.objects.get(achievement__key="uy-dependency-care-qualification")
    assert award.awarded_on == later.date()
    assert award.citations.count() == 12
    assert record(participation, practice_draft("e", 60), at=later) == []
    practice = find(progress_towards(participation, on=later.date())[-1].finding, "practice-hours")
    assert practice.have == 780


@override_settings(CUIDAR_ALLOW_DEMONSTRATION=True)
@pytest.mark.parametrize("unseen", OBSERVED)
def test_modules_and_hours_are_not_enough_without_both_observed_tests(
    participation: Participation, unseen: str
) -> None:
    seen = [observed_draft(unit) for unit in OBSERVED if unit != unseen]
    record(participation, *(module_draft(key, minutes) for key, minutes in MODULES.items()), *seen)
    assert record(participation, practice_draft("a", 720)) == []
    qualification = progress_towards(participation, on=MORNING.date())[-1]
    (sentence,) = sentences(qualification.finding, programme_version_id=participation.programme_version_id)
    assert (sentence.missing.subject, sentence.missing.method) == (unseen, "observation")
    assert record(participation, observed_draft(unseen)) == ["uy-dependency-care-qualification"]


def test_levelling_alone_gives_its_micro_credential_and_a_share_of_the_hours(
    participation: Participation,
) -> None:
    """S-02: 20 of 152 hours, the micro-credential, no qualification."""
    assert record(participation, module_draft("levelling", 1200)) == ["uy-levelling"]
    qualification = progress_towards(participation, on=MORNING.date())[-1]
    hours = find(qualification.finding, "programme-hours")
    assert (hours.have, hours.need) == (1200, 9120)
    assert not qualification.is_earned


@override_settings(CUIDAR_ALLOW_DEMONSTRATION=False)
def test_outside_a_demonstration_an_outline_earns_nothing(participation: Participation) -> None:
    record(participation, *(module_draft(key, minutes) for key, minutes in MODULES.items()))
    record(participation, *(observed_draft(unit) for unit in OBSERVED))
    assert "uy-dependency-care-qualification" not in record(participation, practice_draft("a", 720))


def test_the_same_act_recorded_twice_changes_nothing(participation: Participation) -> None:
    record(participation, module_draft("levelling", 1200))
    assert record(participation, module_draft("levelling", 1200)) == []
    assert participation.evidence.count() == 0
    assert participation.person.evidence.count() == 1
    assert Award.objects.count() == 1


def test_an_award_survives_the_withdrawal_of_its_evidence(participation: Participation) -> None:
    """What was earned stays earned: only a named person revokes."""
    record(participation, module_draft("levelling", 1200))
    entry = participation.person.evidence.get()
    record(
        participation,
        EvidenceDraft(
            kind=FactKind.WITHDRAWAL, withdraws=entry, occurred_at=MORNING, source_ref="test:withdrawal"
        ),
    )
    assert Award.objects.count() == 1
    step = progress_towards(participation, on=MORNING.date())[0]
    assert step.is_earned
    assert not step.finding.is_met
