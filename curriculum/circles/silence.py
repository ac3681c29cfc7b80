"""Who has gone silent: two weeks without signing in and without anything recorded (R-INT-4)."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import F, Max, Q, QuerySet

from curriculum.api import Visitor, groups_seen_by

if TYPE_CHECKING:
    from curriculum.models import Participation

SILENT_AFTER = timedelta(days=14)


def learners_seen_by(user: Visitor) -> "QuerySet[Participation]":
    """The open participations of the groups that this account looks after, its own apart."""
    groups = groups_seen_by(user)
    participations: Any = groups.model._meta.get_field("participations").related_model
    return (
        participations._default_manager.filter(group__in=groups.values("pk"), ended_on__isnull=True)
        .exclude(person__user=user.pk)
        .select_related("person__user", "person__contact_choice", "group", "institution")
    )


def silent_learners(user: Visitor, *, now: datetime) -> "QuerySet[Participation]":
    """The longest silent first; `last_entry_at` is when something was last recorded for them here."""
    since = now - SILENT_AFTER
    return (
        learners_seen_by(user)
        .filter(started_on__lt=since.date())
        .annotate(last_entry_at=Max("evidence__recorded_at"))
        .filter(
            Q(last_entry_at__lt=since) | Q(last_entry_at__isnull=True),
            Q(person__user__isnull=True)
            | Q(person__user__last_login__isnull=True)
            | Q(person__user__last_login__lt=since),
        )
        .order_by(F("person__user__last_login").asc(nulls_first=True), "person__name")
    )
