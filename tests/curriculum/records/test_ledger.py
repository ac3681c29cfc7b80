from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from curriculum.people.models import Participation
from curriculum.records import guards
from curriculum.records.checks import ledger_is_guarded, ledger_is_guarded_in_production
from curriculum.records.models import Evidence
from curriculum.records.services import EvidenceConflict, EvidenceDraft, append_evidence
from curriculum.rules import FactKind

MORNING = datetime(2026, 3, 2, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def entry(participation: Participation) -> Evidence:
    return append(participation, minutes=240)[0]


def append(participation: Participation, minutes: int) -> list[Evidence]:
    return append_evidence(
        person=participation.person,
        institution=participation.institution,
        drafts=[
            EvidenceDraft(
                kind=FactKind.PRACTICE,
                minutes=minutes,
                occurred_at=MORNING,
                source_ref="shift:1",
                note="Bien",
            )
        ],
        recorded_by=None,
    )


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE curriculum_evidence SET minutes = 9999",
        "DELETE FROM curriculum_evidence",
        "TRUNCATE curriculum_evidence CASCADE",
        "INSERT OR REPLACE INTO curriculum_evidence SELECT * FROM curriculum_evidence",
    ],
)
def test_the_database_itself_refuses_to_change_the_ledger(entry: Evidence, statement: str) -> None:
    foreign = "TRUNCATE" if connection.vendor == "sqlite" else "INSERT OR REPLACE"
    if statement.startswith(foreign):
        pytest.skip(f"{connection.vendor} has no such statement")
    with pytest.raises(DatabaseError), transaction.atomic():
        run(statement)
    assert Evidence.objects.get().minutes == 240


def run(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_missing_trigger_is_seen_and_keeps_nobody_from_putting_it_back(entry: Evidence) -> None:
    assert ledger_is_guarded(databases=["default"]) == []
    name = "curriculum_evidence_no_update"
    on = ' ON "curriculum_evidence"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f'DROP TRIGGER "{name}"{on}')
    found = ledger_is_guarded(databases=["default"])
    assert [(problem.id, problem.is_serious()) for problem in found] == [("curriculum.W001", False)]
    assert name in found[0].msg
    refused = ledger_is_guarded_in_production(databases=["default"])
    assert [(problem.id, problem.is_serious()) for problem in refused] == [("curriculum.E001", True)]
    guards.install(connection)
    assert ledger_is_guarded(databases=["default"]) == []


def test_the_same_source_with_other_contents_is_refused_and_nothing_is_written(
    entry: Evidence, participation: Participation
) -> None:
    assert append(participation, minutes=240) == []
    with pytest.raises(EvidenceConflict):
        append(participation, minutes=300)
    assert Evidence.objects.count() == 1


def test_words_stand_beside_the_ledger_and_can_be_erased(entry: Evidence) -> None:
    assert entry.note.text == "Bien"
    entry.note.delete()
    assert Evidence.objects.filter(pk=entry.pk).exists()
