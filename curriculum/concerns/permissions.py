"""Who reads a concern: those it was told to, while they are confidants there. No role opens it, and no superuser."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from curriculum.api import Visitor

from .models import Concern, Confidant

if TYPE_CHECKING:
    from curriculum.models import Institution


def confidants_of(institution: "Institution") -> QuerySet[Confidant]:
    """Those named on the door today; each needs an account to read."""
    today = timezone.localdate()
    running = Confidant.objects.filter(institution=institution, since__lte=today).exclude(until__lt=today)
    return running.filter(person__user__isnull=False).select_related("person")


def listens(user: Visitor) -> bool:
    """Whether this account is a confidant anywhere today; one query."""
    if not user.is_authenticated:
        return False
    today = timezone.localdate()
    mine = Confidant.objects.filter(person__user=user.pk, since__lte=today)
    return mine.exclude(until__lt=today).exists()


def readable_by(user: Visitor) -> QuerySet[Concern]:
    """The concerns that were told to this account and that it may still read."""
    if not user.is_authenticated:
        return Concern.objects.none()
    today = timezone.localdate()
    listening = Confidant.objects.filter(person__user=user.pk, since__lte=today).exclude(until__lt=today)
    return Concern.objects.filter(
        readers__person__user=user.pk,
        institution__in=listening.values("institution"),
    ).select_related("institution")
