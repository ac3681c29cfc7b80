"""Evidence of many persons at once: the same as one by one, at the price of one."""

from datetime import UTC, date, datetime

import pytest

from curriculum.credentials.recording import record_evidence_for_many
from curriculum.people.models import Participation, Person
from curriculum.people.services import enrol
from curriculum.records.models import Evidence
from curriculum.records.services import EvidenceConflict, EvidenceDraft
from curriculum.rules import FactKind

MORNING = datetime(2026, 3, 2, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def levelling(participation: Participation, minutes: int = 1200) -> tuple[Person, EvidenceDraft]:
    draft = EvidenceDraft(
        kind=FactKind.MODULE_COMPLETED,
        subject="levelling",
        minutes=minutes,
        occurred_at=MORNING,
        source_ref=f"test:levelling:{participation.person_id}",
        note="Bien",
    )
    return participation.person, draft


def record(*drafts: tuple[Person, EvidenceDraft], participation: Participation) -> list[int]:
    recorded = record_evidence_for_many(
        drafts=drafts, institution=participation.institution, recorded_by=None, at=MORNING
    )
    return [award.person_id for award in recorded.awards]


def fellow(participation: Participation, name: str) -> Participation:
    return enrol(
        person=Person.objects.create(name=name),
        programme_version=participation.programme_version,
        enrolled_by=None,
        on=date(2026, 3, 2),
    )


def test_each_person_gets_what_she_earned(participation: Participation) -> None:
    bea, carla = fellow(participation, "Bea"), fellow(participation, "Carla")
    awarded = record(levelling(participation), levelling(bea, 600), participation=participation)
    assert awarded == [participation.person_id, bea.person_id]
    assert not carla.person.evidence.exists()
    assert bea.person.evidence.get().minutes == 600
    assert bea.person.evidence.get().note.text == "Bien"


def test_what_is_recorded_already_is_left_and_the_rest_added(participation: Participation) -> None:
    bea = fellow(participation, "Bea")
    record(levelling(participation), participation=participation)
    assert record(levelling(participation), levelling(bea), participation=participation) == [bea.person_id]
    assert Evidence.objects.count() == 2


def test_one_conflict_and_nothing_is_written(participation: Participation) -> None:
    bea = fellow(participation, "Bea")
    record(levelling(participation), participation=participation)
    with pytest.raises(EvidenceConflict):
        record(levelling(participation, 60), levelling(bea), participation=participation)
    assert Evidence.objects.count() == 1


def test_the_queries_do_not_grow_with_the_persons(
    participation: Participation, django_assert_num_queries
) -> None:
    people = [fellow(participation, f"Persona {number}") for number in range(5)]
    record(levelling(people[4]), participation=participation)  # the first one fills what is remembered
    for group in (people[:1], people[1:4]):
        with django_assert_num_queries(16):  # some of them are savepoints
            record(*(levelling(each) for each in group), participation=participation)
