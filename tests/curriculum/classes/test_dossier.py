"""The dossier of an award tells who was in class, corrections too, and nothing that came after it."""

from types import SimpleNamespace

import pytest
from django.utils import timezone

from curriculum.classes.dossier import attendance
from curriculum.classes.enums import Absence
from curriculum.classes.models import ClassSession
from curriculum.classes.services import Mark, take_attendance
from curriculum.people.models import Participation, Person

pytestmark = pytest.mark.django_db


def award_of(learner: Participation) -> SimpleNamespace:
    """As much of an award as a dossier asks for."""
    return SimpleNamespace(
        person_id=learner.person_id, institution_id=learner.institution_id, granted_at=timezone.now()
    )


def test_corrections_stand_beside_what_they_replace(
    session: ClassSession, ana: Participation, bea: Participation, trainer: Person
) -> None:
    take_attendance(session=session, marks=[Mark(ana.uuid), Mark(bea.uuid)], taken_by=trainer.user)
    before = award_of(ana)
    told = {"session": session, "marks": [Mark(ana.uuid, Absence.WORK)], "taken_by": trainer.user}
    take_attendance(**told, reason="Two lists")
    rows = attendance(award_of(ana)).as_data()  # type: ignore[arg-type]
    assert [(row["minutes"], bool(row["corrected"]), row["taken_by"]) for row in rows] == [
        (120, True, "tomas"),
        (0, False, "tomas"),
    ]
    assert len(attendance(before).rows) == 1  # type: ignore[arg-type]
