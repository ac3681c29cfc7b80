"""Assessments as subjects of a review."""

from collections.abc import Iterable
from uuid import UUID

from curriculum.api import Subject, SubjectKind, register_subjects

from .methods import change_address
from .models import Assessment


def register() -> None:
    register_subjects(SubjectKind.ASSESSMENT, find=_one, list_for=_all)


def _subject(assessment: Assessment) -> Subject:
    return Subject(
        kind=SubjectKind.ASSESSMENT,
        key=str(assessment.uuid),
        title=assessment.title,
        institution_id=assessment.institution_id,
        address=change_address(assessment),
    )


def _one(key: str) -> Subject | None:
    try:
        return next(map(_subject, Assessment.objects.filter(uuid=UUID(key))), None)
    except ValueError:
        return None


def _all(institution_ids: Iterable[int]) -> list[Subject]:
    return [_subject(each) for each in Assessment.objects.filter(institution__in=institution_ids)]
