"""During a test and after it: each touch is kept, finishing decides, and the candidate signs that she read it."""

from dataclasses import asdict
from datetime import datetime, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from assessments.api import record_result
from assessments.models import Attempt
from assessments.observations.errors import (
    AlreadyFinished,
    CriteriaWait,
    MarkConflict,
    NotBegun,
    UnknownCriterion,
)
from assessments.observations.models import (
    CandidateSignature,
    CriterionMark,
    CriterionNote,
    Observation,
    RubricVersion,
)
from assessments.observations.permissions import readable_by
from assessments.observations.rubrics import rubric_of
from assessments.observations.ties import refuse_conflicts
from curriculum.api import (
    Account,
    Mark,
    UnitOutcome,
    judge_test,
    local_date,
    lock_person,
    refuse_identifiers,
    whole_outcome,
)

from .preparing import declared_ties, locked_observation


@transaction.atomic
def mark_criterion(
    *,
    uuid: UUID,
    criterion: str,
    mark: Mark,
    client_ref: UUID,
    marked_by: Account,
    note: str | None = None,
    at: datetime | None = None,
) -> CriterionMark:
    """Keep one touch, and the note beside it where one is given. The last touch of a criterion counts.

    `client_ref` is made where the mark is made: sending it again changes nothing, not even a note. Raises
    PermissionDenied where the test is not hers, NotBegun, AlreadyFinished, UnknownCriterion, MarkConflict for the
    same reference with other contents, IdentifierFound for a note that names somebody.
    """
    observation = locked_observation(uuid, marked_by)
    known = CriterionMark.objects.filter(uuid=client_ref).first()
    if known is not None:
        if (known.observation_id, known.criterion, known.mark) != (observation.pk, criterion, mark.value):
            raise MarkConflict
        return known
    if criterion not in {each["key"] for each in _running(observation).content["criteria"]}:
        raise UnknownCriterion(criterion)
    if note is not None:
        _write_note(observation, criterion, note.strip())
    return CriterionMark.objects.create(
        uuid=client_ref,
        observation=observation,
        criterion=criterion,
        mark=mark.value,
        marked_by=marked_by,
        marked_at=at or timezone.now(),
    )


@transaction.atomic
def finish_observation(*, uuid: UUID, finished_by: Account, at: datetime | None = None) -> Observation:
    """Sign a test: its outcome, the evidence of its units and whatever that earns, in one transaction (R-ASM-1).

    Finishing again changes nothing. Raises PermissionDenied where the test is not hers, NotBegun, CriteriaWait while
    a criterion has no answer, MayNotAssess for what has come between the two since it began.
    """
    observation = locked_observation(uuid, finished_by)
    if observation.finished_at is not None:
        return observation
    version = _running(observation)
    moment = at or timezone.now()
    today = local_date(moment, observation.institution)
    refuse_conflicts(observation, declared=declared_ties(observation), on=today)
    marks = last_marks(observation)
    units = judge_test(rubric_of(version), marks)
    if unseen := [key for unit in units for key in unit.unseen]:
        raise CriteriaWait(unseen)
    observation.outcome = whole_outcome(units).value
    observation.attempt = _attempt(observation, version, marks, units, moment)
    observation.finished_at, observation.finished_by = moment, finished_by
    observation.appeal_until = today + timedelta(days=observation.test.appeal_days)
    record_result(attempt=observation.attempt, recorded_by=finished_by, at=at)
    observation.save(
        update_fields=["outcome", "attempt", "finished_at", "finished_by", "appeal_until"],
    )
    return observation


@transaction.atomic
def sign_outcome(*, uuid: UUID, signed_by: Account, at: datetime | None = None) -> CandidateSignature:
    """The candidate signs that she has read the outcome; once. Raises PermissionDenied where it is not hers."""
    observation = readable_by(signed_by).filter(uuid=uuid).first()
    if observation is None:
        raise PermissionDenied
    signature, _is_new = CandidateSignature.objects.get_or_create(
        observation=observation, defaults={"signed_by": signed_by, "signed_at": at or timezone.now()}
    )
    return signature


def last_marks(observation: Observation) -> dict[str, Mark]:
    """What counts now, by key of criterion; one query."""
    touches = observation.marks.order_by("pk").values_list("criterion", "mark")
    return {criterion: Mark(mark) for criterion, mark in touches}


def _running(observation: Observation) -> RubricVersion:
    """The rubric of a test that has begun and is not finished."""
    if observation.finished_at is not None:
        raise AlreadyFinished
    if observation.rubric is None:
        raise NotBegun
    return observation.rubric


def _write_note(observation: Observation, criterion: str, text: str) -> None:
    refuse_identifiers(text)
    if text:
        CriterionNote.objects.update_or_create(
            observation=observation, criterion=criterion, defaults={"text": text}
        )
    else:
        CriterionNote.objects.filter(observation=observation, criterion=criterion).delete()


def _attempt(
    observation: Observation,
    version: RubricVersion,
    marks: dict[str, Mark],
    units: tuple[UnitOutcome, ...],
    moment: datetime,
) -> Attempt:
    """The attempt as it will be recorded; her attempts are counted while she is locked."""
    lock_person(observation.person_id)
    made = Attempt.objects.filter(person=observation.person_id, assessment=observation.test_id)
    return Attempt(
        assessment=observation.test.assessment_ptr,
        institution=observation.institution,
        person=observation.person,
        participation=observation.participation,
        number=(made.aggregate(last=Max("number"))["last"] or 0) + 1,
        started_at=observation.started_at or moment,
        submitted_at=moment,
        outcome=observation.outcome,
        score=sum(unit.shown for unit in units),
        max_score=sum(unit.of for unit in units),
        details={
            "rubric": version.digest,
            "marks": {key: mark.value for key, mark in marks.items()},
            "units": [asdict(unit) for unit in units],
        },
        source_ref=observation.source_ref,
    )
