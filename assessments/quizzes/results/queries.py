"""Whose answers: the attempts of a group's learners."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Count, QuerySet

from assessments.models import Attempt
from assessments.quizzes.models import Quiz
from curriculum.api import learners_of

if TYPE_CHECKING:
    from curriculum.models import Group


def _attempts(group: "Group") -> QuerySet[Attempt]:
    learners = learners_of(group).order_by().values("person_id")
    return Attempt.objects.filter(
        person_id__in=learners, institution_id=group.institution_id, submitted_at__isnull=False
    )


def answered_quizzes(group: "Group") -> list[Quiz]:
    """The quizzes that somebody in the group has handed in, by module; `learners` says how many; one query."""
    tried = _attempts(group).order_by().values("assessment_id").annotate(n=Count("person_id", distinct=True))
    counts = dict(tried.values_list("assessment_id", "n"))
    quizzes = list(Quiz.objects.filter(pk__in=counts).select_related("module").order_by("module", "key"))
    for quiz in quizzes:
        quiz.learners = counts[quiz.pk]
    return quizzes


def answers_to(group: "Group", quiz_uuid: UUID) -> list[tuple[int, dict[str, Any]]]:
    """The group's attempts at a quiz as (number, details), the oldest first; one query."""
    made = _attempts(group).filter(assessment__uuid=quiz_uuid).order_by("submitted_at", "pk")
    return list(made.values_list("number", "details"))
