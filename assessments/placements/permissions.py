"""Who may log a shift and who may decide on one. Views, services and lists ask here and nowhere else.

A different person signs, by every road: the decider supervises the shift's host on that day, still has the role
of a supervisor in its institution, and stands behind no record of the learner. Administrators have no road of their
own.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from curriculum.api import Visitor, people_behind
from curriculum.enums import Role

from .models import HostSupervisor, Shift
from .models.shift import ShiftQuerySet

if TYPE_CHECKING:
    from curriculum.models import Participation

SIGNER = "signer_id"


def can_log(user: Visitor, participation: "Participation") -> bool:
    """The learner herself; no query when the person is at hand."""
    return user.is_authenticated and participation.person.user_id == user.pk


def can_withdraw(user: Visitor, shift: Shift) -> bool:
    """The learner herself, whatever the state: `withdraw_shift` refuses what has been decided."""
    return user.is_authenticated and shift.person.user_id == user.pk


def can_decide(user: Visitor, shift: Shift, *, at: datetime | None = None) -> bool:
    """Whether the user may approve or return this waiting shift; one query."""
    return decidable_by(user, at=at).filter(pk=shift.pk).exists()


def decidable_by(user: Visitor, *, at: datetime | None = None) -> ShiftQuerySet:
    """The waiting shifts on which this user may decide."""
    return signable_by(user, at=at).waiting()


def signable_by(user: Visitor, *, at: datetime | None = None) -> ShiftQuerySet:
    """The shifts, waiting or decided, that lie with this user; each knows the id of her person as SIGNER."""
    if not user.is_authenticated:
        return Shift.objects.none()
    supervises = HostSupervisor.objects.on(timezone.localdate(at)).filter(
        person__user=user.pk,
        host=OuterRef("host"),
        person__memberships__institution=OuterRef("institution"),
        person__memberships__role=Role.SUPERVISOR,
        person__memberships__until__isnull=True,
    )
    herself = people_behind(user).filter(pk=OuterRef("person"))
    signer = Subquery(supervises.values("person_id")[:1])
    return Shift.objects.annotate(**{SIGNER: signer}).filter(~Exists(herself), **{f"{SIGNER}__isnull": False})
