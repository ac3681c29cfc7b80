"""Writing a review down."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from curriculum.standards.accounts import Account

from .models import Point, Review, ReviewedPoint, SubjectKind
from .permissions import can_review
from .subjects import Subject


class MayNotReview(Exception):
    """Only another person of the institution reviews what somebody wrote."""


@transaction.atomic
def record_review(
    *, subject: Subject, findings: Mapping[Point, tuple[bool, str]], reviewed_by: Account
) -> Review:
    """Keep what a named person found on every point, for the subject and for the assessments in it.

    Raises MayNotReview, and ValueError where a point or a note is missing.
    """
    if not can_review(reviewed_by, subject):
        raise MayNotReview(subject)
    if set(findings) != set(Point) or not all(note.strip() for _in_order, note in findings.values()):
        raise ValueError("a review needs a finding and a note on every point")
    review = _keep(subject.kind, subject.key, subject, findings, reviewed_by)
    for key in subject.includes:
        _keep(SubjectKind.ASSESSMENT, key, subject, findings, reviewed_by)
    return review


def _keep(
    kind: SubjectKind,
    key: str,
    subject: Subject,
    findings: Mapping[Point, tuple[bool, str]],
    reviewed_by: Account,
) -> Review:
    review = Review.objects.create(
        institution_id=subject.institution_id,
        kind=kind,
        subject=key,
        reviewed_by=reviewed_by,
        reviewed_at=timezone.now(),
        is_done=all(in_order for in_order, _note in findings.values()),
        words=dict(subject.words),
    )
    ReviewedPoint.objects.bulk_create(
        ReviewedPoint(review=review, point=point, in_order=in_order, note=note.strip())
        for point, (in_order, note) in findings.items()
    )
    return review
