"""Reading results of any method."""

from collections.abc import Iterable

from curriculum.enums import Outcome

from .models import Attempt


def competent_assessment_ids(person_id: int, assessment_ids: Iterable[int]) -> set[int]:
    """Those of these assessments in which the person was ever judged competent; one query."""
    attempts = Attempt.objects.filter(
        person_id=person_id, assessment_id__in=list(assessment_ids), outcome=Outcome.COMPETENT.value
    )
    return set(attempts.order_by().values_list("assessment_id", flat=True).distinct())
