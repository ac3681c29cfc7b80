"""Before a test: it is planned, its assessor declares her ties, and it begins with the rubric of that moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from assessments.observations.enums import Situation
from assessments.observations.errors import AlreadyDeclared, AlreadyFinished
from assessments.observations.models import Observation, SkillsTest, TieDeclaration
from assessments.observations.permissions import can_plan, observable_by
from assessments.observations.rubrics import freeze_rubric
from assessments.observations.ties import refuse_conflicts
from curriculum.api import Account, Tie, local_date
from curriculum.enums import DocumentKind

if TYPE_CHECKING:
    from curriculum.models import Participation, Person


@dataclass(frozen=True, slots=True)
class Plan:
    """Who is to be observed at what, by whom, where and when. `uuid` is made where the plan is written."""

    uuid: UUID
    test: SkillsTest
    participation: "Participation"
    assessor: "Person"
    planned_at: datetime
    place: str
    situation: Situation
    appeal_of: Observation | None = None


@transaction.atomic
def plan_observation(*, plan: Plan, planned_by: Account) -> Observation:
    """Plan a test. Planning the same one again changes nothing.

    Raises PermissionDenied for who does not administer the candidate's institution, or a test of another one;
    MayNotAssess where the database knows already that this assessor may not.
    """
    if not can_plan(planned_by, plan.participation):
        raise PermissionDenied
    if plan.test.institution_id != plan.participation.institution_id:
        raise PermissionDenied
    known = Observation.objects.filter(uuid=plan.uuid, institution=plan.participation.institution_id).first()
    if known is not None:
        return known
    observation = Observation(
        uuid=plan.uuid,
        test=plan.test,
        institution=plan.participation.institution,
        participation=plan.participation,
        person=plan.participation.person,
        assessor=plan.assessor,
        appeal_of=plan.appeal_of,
        planned_at=plan.planned_at,
        place=plan.place,
        situation=plan.situation,
        planned_by=planned_by,
    )
    refuse_conflicts(observation, declared=(), on=local_date(plan.planned_at, observation.institution))
    observation.save()
    return observation


@transaction.atomic
def declare_ties(
    *, uuid: UUID, ties: Iterable[Tie], declared_by: Account, at: datetime | None = None
) -> TieDeclaration:
    """Keep what the assessor says of her ties with the candidate; none means "I have no tie with this person".

    It is kept even where it stands in the way. Saying the same again changes nothing. Raises PermissionDenied where
    the test is not hers, AlreadyDeclared for another answer than the first.
    """
    observation = locked_observation(uuid, declared_by)
    said = sorted(tie.value for tie in set(ties))
    declaration, _is_new = TieDeclaration.objects.get_or_create(
        observation=observation,
        defaults={"ties": said, "declared_by": declared_by, "declared_at": at or timezone.now()},
    )
    if declaration.ties != said:
        raise AlreadyDeclared
    return declaration


@transaction.atomic
def begin_observation(
    *, uuid: UUID, identity_seen: DocumentKind, begun_by: Account, at: datetime | None = None
) -> Observation:
    """Begin a test: who she is was seen on a document, and the rubric stays as it is now.

    Beginning again changes nothing. Raises PermissionDenied where the test is not hers, MayNotAssess, NoRubric,
    AlreadyFinished.
    """
    observation = locked_observation(uuid, begun_by)
    if observation.finished_at is not None:
        raise AlreadyFinished
    if observation.started_at is not None:
        return observation
    moment = at or timezone.now()
    refuse_conflicts(
        observation, declared=declared_ties(observation), on=local_date(moment, observation.institution)
    )
    observation.rubric = freeze_rubric(observation.test, moment)
    observation.identity_seen = identity_seen
    observation.started_at = moment
    observation.save(update_fields=["rubric", "identity_seen", "started_at"])
    return observation


def locked_observation(uuid: UUID, account: Account) -> Observation:
    """One of this assessor's tests, locked until the transaction ends. Raises PermissionDenied for any other."""
    hers = observable_by(account).filter(uuid=uuid).values("pk")
    found = (
        Observation.objects.filter(pk__in=hers)
        .select_related("test", "institution", "person", "assessor", "participation", "rubric", "appeal_of")
        .select_for_update(of=("self",), no_key=True)
        .first()
    )
    if found is None:
        raise PermissionDenied
    return found


def declared_ties(observation: Observation) -> tuple[Tie, ...] | None:
    """What the assessor declared; None where she has not yet."""
    declaration = TieDeclaration.objects.filter(observation=observation).first()
    return None if declaration is None else tuple(map(Tie, declaration.ties))
