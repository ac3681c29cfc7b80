"""Writing a learner's progress."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from curriculum.api import Account, Recorded, record_evidence

from .completion import finish_lessons, missing_assessments
from .models import Lesson

if TYPE_CHECKING:
    from curriculum.models import Participation


class AssessmentStillNeeded(Exception):
    """The lesson is completed by its assessments, not by saying so."""


@transaction.atomic
def complete_lesson(
    *,
    lesson: Lesson,
    participation: "Participation",
    recorded_by: Account | None,
    finished_at: datetime | None = None,
    at: datetime | None = None,
) -> Recorded:
    """Keep that a learner has finished a lesson, with whatever evidence and awards follow.

    `finished_at` is when she finished it, where that was before we learned of it (`at`, now when left out).
    Idempotent. Raises AssessmentStillNeeded while a required assessment of the lesson is not shown.
    """
    person, moment = participation.person, finished_at or at or timezone.now()
    if missing_assessments(lesson, person.pk):
        raise AssessmentStillNeeded(lesson)
    drafts = finish_lessons(person=person, lessons=[lesson], moment=moment, participation=participation)
    if not drafts:
        return Recorded()
    return record_evidence(
        person=person, institution=participation.institution, drafts=drafts, recorded_by=recorded_by, at=at
    )
