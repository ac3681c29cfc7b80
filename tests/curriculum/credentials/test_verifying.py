from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import override_settings

from curriculum.credentials.models import Award, Citation
from curriculum.credentials.services import revoke_award
from curriculum.credentials.verifying import DifferenceKind, verify_awards
from curriculum.people.models import Participation, Person
from curriculum.people.services import enrol
from curriculum.records.models import Evidence
from curriculum.records.services import EvidenceDraft
from curriculum.rules import FactKind
from curriculum.standards.models import RuleSet

from .test_settling import MODULES, MORNING, OBSERVED, module_draft, observed_draft, practice_draft, record

pytestmark = pytest.mark.django_db


def kinds() -> list[DifferenceKind]:
    return [difference.kind for difference in verify_awards()]


def tamper(sql: str, *values: object) -> None:
    """What no road of the system can do: somebody with the database's own keys changes a row."""
    table = sql.split('"')[1]
    place = f'ON "{table}"' if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for act in ("update", "delete"):
            cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_no_{act}" {place}')
        cursor.execute(sql, values)


@pytest.fixture
def graduate(participation: Participation) -> Participation:
    record(participation, *(module_draft(key, minutes) for key, minutes in MODULES.items()))
    record(participation, *(observed_draft(unit) for unit in OBSERVED))
    record(participation, practice_draft("a", 720), at=MORNING + timedelta(days=1))
    assert Award.objects.count() == 2
    return participation


def test_awards_that_follow_from_the_ledger_are_verified(graduate: Participation) -> None:
    assert kinds() == []
    out = StringIO()
    call_command("verify_awards", stdout=out)
    assert "2 awards verified" in out.getvalue()


def test_later_evidence_changes_nothing(graduate: Participation) -> None:
    record(graduate, practice_draft("b", 600), at=MORNING + timedelta(days=9))
    assert kinds() == []


def test_withdrawn_evidence_is_reported_until_somebody_has_decided(
    graduate: Participation, administrator: object
) -> None:
    entry = Evidence.objects.get(subject="levelling")
    record(
        graduate,
        EvidenceDraft(
            kind=FactKind.WITHDRAWAL, withdraws=entry, occurred_at=MORNING, source_ref="test:withdrawal"
        ),
        at=MORNING + timedelta(days=5),
    )
    assert kinds() == [DifferenceKind.CITATION_WITHDRAWN] * 2
    with pytest.raises(CommandError, match="2 differences") as failed:
        call_command("verify_awards", stdout=StringIO())
    assert failed.value.returncode == 1
    for award in Award.objects.all():
        revoke_award(award=award, reason="withdrawn by the assessor", revoked_by=administrator)
    assert kinds() == []


def test_an_award_from_entries_recorded_after_it_is_reported(graduate: Participation) -> None:
    tamper(
        'UPDATE "curriculum_evidence" SET recorded_at = %s WHERE subject = %s',
        MORNING + timedelta(days=30),
        "levelling",
    )
    assert kinds().count(DifferenceKind.NOT_MET) == 2


def test_a_missing_citation_is_reported_and_does_not_suffice(graduate: Participation) -> None:
    levelling = Award.objects.get(achievement__key="uy-levelling")
    tamper('DELETE FROM "curriculum_citation" WHERE award_id = %s', levelling.pk)
    assert set(kinds()) == {DifferenceKind.CITATION_MISSING, DifferenceKind.NOT_SUFFICIENT}


def test_a_citation_of_another_person_is_reported(graduate: Participation) -> None:
    other = enrol(
        person=Person.objects.create(name="Otra"),
        programme_version=graduate.programme_version,
        enrolled_by=None,
        on=MORNING.date(),
    )
    record(
        other,
        EvidenceDraft(
            kind=FactKind.PRACTICE, minutes=60, setting="home", occurred_at=MORNING, source_ref="test:other"
        ),
    )
    foreign = Evidence.objects.get(person=other.person)
    Citation.objects.create(award=Award.objects.get(achievement__key="uy-levelling"), evidence=foreign)
    assert kinds() == [DifferenceKind.CITATION_MISSING]


def test_a_rule_that_says_something_else_is_reported(graduate: Participation) -> None:
    rule = RuleSet.objects.get(achievement__key="uy-levelling")
    changed = (
        '{"schema": "cuidar/rules/1", "stage": "award", "root": {"node": "module_completed", "module": "x"}}'
    )
    tamper('UPDATE "curriculum_ruleset" SET document = %s WHERE id = %s', changed, rule.pk)
    assert kinds() == [DifferenceKind.RULE_CHANGED]


def test_what_a_demonstration_granted_does_not_hold_outside_it(graduate: Participation) -> None:
    with override_settings(CUIDAR_ALLOW_DEMONSTRATION=False):
        assert DifferenceKind.NOT_MET in kinds()


def test_nothing_is_changed(graduate: Participation) -> None:
    before = list(Award.objects.order_by("pk").values())
    tamper('DELETE FROM "curriculum_citation" WHERE award_id = %s', Award.objects.first().pk)
    kinds()
    assert list(Award.objects.order_by("pk").values()) == before


def test_queries_do_not_grow_with_awards(graduate: Participation, django_assert_num_queries) -> None:
    with django_assert_num_queries(6):
        assert kinds() == []
    for number in range(2):
        other = enrol(
            person=Person.objects.create(name=f"Persona {number}"),
            programme_version=graduate.programme_version,
            enrolled_by=None,
            on=MORNING.date(),
        )
        draft = EvidenceDraft(
            kind=FactKind.MODULE_COMPLETED,
            subject="levelling",
            minutes=1200,
            occurred_at=MORNING,
            source_ref=f"test:{number}",
        )
        assert record(other, draft) == ["uy-levelling"]
    with django_assert_num_queries(6):
        assert kinds() == []
