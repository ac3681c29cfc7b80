"""Who plans sessions, takes attendance and reads it. Views and acts ask here and nowhere else."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from curriculum.api import Visitor, earning_participations, groups_seen_by

from .models import ClassSession

if TYPE_CHECKING:
    from curriculum.models import Group


def groups_taught_by(user: Visitor) -> "QuerySet[Group]":
    """The groups that she teaches or administers: there she plans sessions and takes attendance."""
    return groups_seen_by(user)


def sessions_taken_by(user: Visitor) -> QuerySet[ClassSession]:
    """Sessions whose list she may take. Her own row is never hers to fill in (`attending.take_attendance`)."""
    own = ClassSession.objects.filter(group__in=groups_taught_by(user).values("pk"))
    return own.select_related("group__institution", "module")


def sessions_attended_by(user: Visitor) -> QuerySet[ClassSession]:
    """Sessions of the groups in which she learns herself."""
    if not user.is_authenticated:
        return ClassSession.objects.none()
    groups = earning_participations(user).filter(group__isnull=False).order_by().values("group")
    return ClassSession.objects.filter(group__in=groups).select_related("group__institution", "module")
