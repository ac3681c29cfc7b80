"""Reading for the quiz pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Exists, F, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from assessments.models import Attempt
from curriculum.api import Visitor, earning_participations
from curriculum.enums import Outcome

from .models import Quiz

if TYPE_CHECKING:
    from curriculum.models import Participation

OFFERED = "institution__assessments"


@dataclass(frozen=True, slots=True)
class Standing:
    """A learner before a quiz: by which participation she may take it, and how often she has."""

    participation: "Participation"
    revision: UUID
    attempts_made: int


def standing_of(user: Visitor, quiz_uuid: UUID) -> Standing | None:
    """Where this account stands before an open quiz, None where nothing gives it a place; one query.

    A quiz of a module asks for a participation with that module, any other quiz for one at its institution.
    """
    last_number = (
        Attempt.objects.filter(person__user=user.pk, assessment__uuid=quiz_uuid)
        .order_by("-number")
        .values("number")[:1]
    )
    participation = (
        earning_participations(user)
        .filter(
            Q(**{f"{OFFERED}__module__isnull": True}) | Q(programme_version__modules=F(f"{OFFERED}__module")),
            **{f"{OFFERED}__uuid": quiz_uuid, f"{OFFERED}__is_active": True},
        )
        .annotate(
            quiz_revision=F(f"{OFFERED}__quiz__revision"),
            attempts_made=Coalesce(Subquery(last_number), 0),
        )
        .exclude(quiz_revision=None)
        .first()
    )
    if participation is None:
        return None
    return Standing(participation, participation.quiz_revision, participation.attempts_made)


def open_quizzes() -> QuerySet[Quiz]:
    """Those that can be answered today."""
    return Quiz.objects.filter(is_active=True)


def attempts_of(user: Visitor) -> QuerySet[Attempt]:
    """This account's own attempts at quizzes, with quiz and person."""
    return Attempt.objects.filter(person__user=user.pk, assessment__quiz__isnull=False).select_related(
        "assessment", "person"
    )


@dataclass(frozen=True, slots=True)
class Glance:
    """What a lesson says of its quiz."""

    questions: int
    tried: bool
    done: bool


def glance_at(quiz_id: int, user: Visitor | None) -> Glance:
    """How many questions a quiz has, and whether this account has tried and passed it; one query."""
    own = Attempt.objects.filter(assessment_id=quiz_id, person__user=user.pk if user else None)
    row = (
        Quiz.objects.filter(pk=quiz_id)
        .annotate(
            question_count=Count("places"),
            tried=Exists(own),
            done=Exists(own.filter(outcome=Outcome.COMPETENT.value)),
        )
        .values_list("question_count", "tried", "done")
        .get()
    )
    return Glance(*row)
