"""Scoped querysets: what reaches a person goes through one of these."""

from typing import TYPE_CHECKING

from django.db import models

from curriculum.standards.accounts import Visitor

from .enums import EndReason, Role

if TYPE_CHECKING:
    from .models import Participation, Person  # noqa: F401 — named in the querysets' types


class PersonQuerySet(models.QuerySet["Person"]):
    def administered_by(self, user: Visitor) -> "PersonQuerySet":
        """People of the institutions that this user administers."""
        return self.filter(memberships__institution__in=administered_institution_ids(user)).distinct()


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def open(self) -> "ParticipationQuerySet":
        return self.filter(ended_on__isnull=True)

    def earning(self) -> "ParticipationQuerySet":
        """Those whose evidence still earns awards: open, or ended because everything was done."""
        return self.filter(models.Q(ended_on__isnull=True) | models.Q(end_reason=EndReason.COMPLETED))

    def taught_by(self, user: Visitor) -> "ParticipationQuerySet":
        """Learners of the groups that this user teaches, while she is a trainer of the institution."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            group__trainers__user=user,
            group__trainers__memberships__institution=models.F("institution"),
            group__trainers__memberships__role=Role.TRAINER,
            group__trainers__memberships__until__isnull=True,
        )

    def administered_by(self, user: Visitor) -> "ParticipationQuerySet":
        return self.filter(institution__in=administered_institution_ids(user))


def administered_institution_ids(user: Visitor) -> models.QuerySet:
    """Ids of the institutions where this user is an administrator today, as a subquery."""
    from .models import Membership

    held = Membership.objects.filter(role=Role.ADMINISTRATOR, until__isnull=True)
    mine = held.filter(person__user=user) if user.is_authenticated else held.none()
    return mine.values("institution_id")
