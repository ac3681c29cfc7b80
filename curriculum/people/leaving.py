"""Leaving a course and coming back: asked kindly, recorded as it was, and what was earned stays (R-INT-4)."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from curriculum.standards.accounts import Account, Visitor
from curriculum.standards.clock import local_date

from .enums import EndReason
from .locks import lock_person
from .models import Participation
from .permissions import can_leave
from .services import end_participation, enrol

OFFERED = [reason for reason in EndReason if reason is not EndReason.COMPLETED]
"""The reasons a person may give, care duties first; she need not give one."""


@transaction.atomic
def leave_course(
    *, participation: Participation, reason: EndReason, left_by: Account, at: datetime | None = None
) -> Participation:
    """The person herself stops a course today. Leaving twice leaves once, with the first reason.

    Raises PermissionDenied for anybody else; the office ends participations by `end_participation`.
    """
    if not can_leave(left_by, participation):
        raise PermissionDenied
    lock_person(participation.person_id)
    participation.refresh_from_db(fields=["ended_on", "end_reason"])
    if not participation.is_open:
        return participation
    moment = at or timezone.now()
    return end_participation(
        participation=participation,
        on=max(local_date(moment, participation.institution), participation.started_on),
        reason=reason,
        ended_by=left_by,
        at=moment,
    )


@transaction.atomic
def come_back(*, participation: Participation, by: Account, at: datetime | None = None) -> Participation:
    """Take a course up again where it was left, in the same version and group. Twice is once.

    Raises PermissionDenied for anybody but the person, NotOpenForEnrolment where nobody may start on the version
    any more: then the school finds her a place in the one of today.
    """
    if not can_leave(by, participation) or participation.end_reason == EndReason.COMPLETED:
        raise PermissionDenied
    return enrol(
        person=participation.person,
        programme_version=participation.programme_version,
        enrolled_by=by,
        on=local_date(at or timezone.now(), participation.institution),
        group=participation.group,
    )


def courses_left_by(user: Visitor) -> QuerySet[Participation]:
    """What the person behind this account has left, not completed, the latest first; one query."""
    if not user.is_authenticated:
        return Participation.objects.none()
    return (
        Participation.objects.filter(person__user=user, ended_on__isnull=False)
        .exclude(end_reason=EndReason.COMPLETED)
        .select_related("person", "institution", "programme_version__programme", "group")
        .order_by("-ended_on", "-pk")
    )
