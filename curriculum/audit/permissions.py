"""Who may audit, and who appoints auditors."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from curriculum.credentials.models import Award
from curriculum.people.models import Membership
from curriculum.people.scope import administered
from curriculum.standards.accounts import Account, Visitor
from curriculum.standards.models import Institution

from .models import AuditMandate


def in_force_on(user_id: int, day: date) -> QuerySet[AuditMandate]:
    """An account's mandates on a day."""
    return AuditMandate.objects.filter(auditor=user_id, since__lte=day, until__gte=day, ended_at__isnull=True)


def mandates_in_force(user: Visitor) -> QuerySet[AuditMandate]:
    """This account's mandates of today."""
    if not user.is_authenticated:
        return AuditMandate.objects.none()
    return in_force_on(user.pk, timezone.localdate()).select_related("institution")


def audited_by(user: Visitor) -> QuerySet[Institution]:
    """The institutions that this account may look over today."""
    return Institution.objects.filter(pk__in=mandates_in_force(user).values("institution"))


def dossiers_open_to(user: Visitor) -> QuerySet[Award]:
    """The awards whose dossier this account may open: as auditor or as administrator of their institution."""
    return Award.objects.filter(Q(institution__in=audited_by(user)) | Q(institution__in=administered(user)))


def works_in(account: Account, institution: Institution) -> bool:
    """Whether somebody has a role there today: who does the work does not audit it."""
    return Membership.objects.filter(
        person__user=account.pk, institution=institution, until__isnull=True
    ).exists()
