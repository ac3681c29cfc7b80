"""Writing down what a trainer heard."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from assessments.api import Assessment, Attempt, record_result
from curriculum.api import Recorded, has_role
from curriculum.enums import Outcome, Role

if TYPE_CHECKING:
    from curriculum.api import Account
    from curriculum.models import Participation


@transaction.atomic
def record_conversation(
    *,
    assessment: Assessment,
    participation: "Participation",
    outcome: Outcome,
    heard_by: "Account",
) -> Recorded:
    """Stores the conversation; evidence and awards follow in the same transaction.

    Raises PermissionDenied for anybody but a trainer of the institution, and for her own conversation.
    """
    learner = participation.person
    if learner.user_id == heard_by.pk or not has_role(heard_by, Role.TRAINER, assessment.institution):
        raise PermissionDenied
    earlier = Attempt.objects.filter(person=learner, assessment=assessment).count()
    now = timezone.now()
    attempt = Attempt(
        assessment=assessment,
        institution=assessment.institution,
        person=learner,
        participation=participation,
        number=earlier + 1,
        started_at=now,
        submitted_at=now,
        outcome=outcome,
        source_ref=f"conversation:{assessment.uuid}:{learner.uuid}:{earlier + 1}",
    )
    return record_result(attempt=attempt, recorded_by=heard_by)
