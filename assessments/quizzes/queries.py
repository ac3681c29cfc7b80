"""Reading for the quiz pages."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from assessments.models import Attempt
from curriculum.api import Memory, Visitor, earning_participations, locked_by_query
from curriculum.enums import Outcome

from .models import Quiz, QuizQuestion

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
    return _standing(_participations_with(quiz_uuid, user).first())


def standing_of_locked(user: Visitor, quiz_uuid: UUID) -> Standing | None:
    """As `standing_of`, and locks her until the caller's transaction ends, as `lock_person` does; one query."""
    own = _participations_with(quiz_uuid, user).select_for_update(of=("person",), no_key=True)
    standing = _standing(own.first())
    if standing is not None:
        locked_by_query([standing.participation.person])
    return standing


def _participations_with(quiz_uuid: UUID, user: Visitor) -> "QuerySet[Participation]":
    """What gives this account a place before a quiz, the newest first, with how it stands there."""
    last_number = (
        Attempt.objects.filter(person__user=user.pk, assessment__uuid=quiz_uuid)
        .order_by("-number")
        .values("number")[:1]
    )
    return (
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
    )


def _standing(participation: Any) -> Standing | None:
    if participation is None:
        return None
    return Standing(participation, participation.quiz_revision, participation.attempts_made)


def open_quizzes() -> QuerySet[Quiz]:
    """Those that can be answered today."""
    return Quiz.objects.filter(is_active=True)


def attempts_of(user: Visitor) -> QuerySet[Attempt]:
    """This account's own attempts at quizzes, with quiz and person."""
    return Attempt.objects.filter(person__user=user.pk, assessment__quiz__isnull=False).select_related(
        "assessment", "person", "participation"
    )


@dataclass(frozen=True, slots=True)
class Glance:
    """What a lesson says of its quiz."""

    questions: int
    tried: bool
    done: bool


_question_count: Memory[int] = Memory("quizzes.question_count")


def glance_at(quiz_id: int, user: Visitor | None) -> Glance:
    """How many questions a quiz has, and whether this account has tried and passed it; one query."""
    questions = _question_count.recall(str(quiz_id), QuizQuestion.objects.filter(quiz=quiz_id).count)
    own = Attempt.objects.filter(assessment=quiz_id, person__user=user.pk if user else None)
    outcomes = set(own.order_by().values_list("outcome", flat=True).distinct())
    return Glance(questions, tried=bool(outcomes), done=Outcome.COMPETENT.value in outcomes)
