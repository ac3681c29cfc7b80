"""Who may log a shift and who may decide on one. Views, services and lists ask here and nowhere else.

A different person signs, by every road: the decider supervises the shift's host on that day, still has the role
of a supervisor in its institution, stands behind no record of the learner, and has not keyed the shift from paper. An
administrator confirms a sheet on paper, and stands in with the evidence a learner brings.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.utils import timezone

from curriculum.api import Visitor, administered, groups_seen_by, people_behind, people_like, person_of
from curriculum.enums import Role

from .enums import Capacity
from .models import Agreement, HostSupervisor, Placement, Shift
from .models.host import HostSupervisorQuerySet
from .models.shift import ShiftQuerySet

if TYPE_CHECKING:
    from curriculum.models import Participation, Person

    from .drafts import ShiftDraft

SIGNER = "signer_id"
CAPACITY = "signer_capacity"


def can_log(user: Visitor, participation: "Participation") -> bool:
    """The learner herself; no query when the person is at hand."""
    return user.is_authenticated and participation.person.user_id == user.pk


def can_key(user: Visitor, participation: "Participation") -> bool:
    """An administrator of the institution, who is not the learner by any record or account; one query at most."""
    if participation.institution_id not in administered(user):
        return False
    return not people_behind(user).filter(pk=participation.person_id).exists()


def can_keep(user: Visitor, draft: "ShiftDraft") -> bool:
    """Her own shift, or one that an administrator keys from her sheet."""
    may = can_key if draft.from_paper else can_log
    return may(user, draft.participation)


def can_withdraw(user: Visitor, shift: Shift) -> bool:
    """The learner herself, whatever the state: `withdraw_shift` refuses what has been decided."""
    return user.is_authenticated and shift.person.user_id == user.pk


def can_decide(user: Visitor, shift: Shift, *, at: datetime | None = None) -> bool:
    """Whether the user may approve or return this waiting shift; one query."""
    return decidable_by(user, at=at).filter(pk=shift.pk).exists()


def decidable_by(user: Visitor, *, at: datetime | None = None) -> ShiftQuerySet:
    """The waiting shifts on which this user may decide."""
    return signable_by(user, at=at).waiting()


def placed_with(user: Visitor, *, at: datetime | None = None) -> "QuerySet[Placement]":
    """The learners' places of today at the hosts where this user supervises, without those who wait for one."""
    if not user.is_authenticated:
        return Placement.objects.none()
    day = timezone.localdate(at)
    supervises = HostSupervisor.objects.on(day).filter(
        person__user=user.pk,
        host=OuterRef("agreement__host"),
        person__memberships__institution=OuterRef("agreement__host__institution"),
        person__memberships__role=Role.SUPERVISOR,
        person__memberships__until__isnull=True,
    )
    running = Placement.objects.filter(
        agreement__in=Agreement.objects.in_force(day),
        ended_on__isnull=True,
        shift__isnull=False,
        participation__ended_on__isnull=True,
    )
    return running.filter(Exists(supervises))


def followed_by(user: Visitor) -> ShiftQuerySet:
    """The shifts of the groups that a trainer teaches, and all those of an administrator's institutions."""
    groups = Q(participation__group__in=groups_seen_by(user).values("pk"))
    return Shift.objects.filter(groups | Q(institution__in=administered(user)))


def signable_by(user: Visitor, *, at: datetime | None = None) -> ShiftQuerySet:
    """The shifts, waiting or decided, that lie with this user; each knows the id of her person as SIGNER."""
    if not user.is_authenticated:
        return Shift.objects.none()
    signable = _signable(HostSupervisor.objects.filter(person__user=user.pk), people_behind(user), at)
    return signable.exclude(_keyed_by(user.pk))


def signable_for(person: "Person", *, at: datetime | None = None) -> ShiftQuerySet:
    """The same for somebody who signs by a link, a PIN or on paper, with an account or without."""
    signable = _signable(HostSupervisor.objects.filter(person=person), people_like(person), at)
    return signable.exclude(_keyed_by(person.user_id))


def confirmable_by(
    user: Visitor, *, signer: "Person | None" = None, at: datetime | None = None
) -> ShiftQuerySet:
    """The shifts that an administrator can confirm from a sheet: as `signer` signed it, else in her own name.

    Never her own, by whatever record or account; a signer must still be entitled to sign.
    """
    if not user.is_authenticated:
        return Shift.objects.none()
    herself = people_behind(user).filter(pk=OuterRef("person"))
    here = administered(user)
    if signer is not None:
        signed = signable_for(signer, at=at).filter(~Exists(herself), institution__in=here)
        return signed.exclude(_keyed_by(user.pk))
    administrator = person_of(user)
    if administrator is None:
        return Shift.objects.none()
    own_name = {SIGNER: Value(administrator.pk), CAPACITY: Value(Capacity.ADMINISTRATOR.value)}
    own = Shift.objects.annotate(**own_name).filter(~Exists(herself), institution__in=here)
    return own.exclude(_keyed_by(user.pk))


def _keyed_by(account_id: int | None) -> Q:
    """What somebody keyed from paper: another person signs it."""
    return Q(from_paper=True, logged_by=account_id)


def _signable(
    hers: HostSupervisorQuerySet, same_human: "QuerySet[Person]", at: datetime | None
) -> ShiftQuerySet:
    day = timezone.localdate(at)
    supervises = (
        hers.on(day)
        .entitled_on(day)
        .filter(
            host=OuterRef("host"),
            person__memberships__institution=OuterRef("institution"),
            person__memberships__role=Role.SUPERVISOR,
            person__memberships__until__isnull=True,
        )
    )
    herself = same_human.filter(pk=OuterRef("person"))
    signer, capacity = (Subquery(supervises.values(name)[:1]) for name in ("person_id", "capacity"))
    signable = Shift.objects.annotate(**{SIGNER: signer, CAPACITY: capacity})
    return signable.filter(~Exists(herself), **{f"{SIGNER}__isnull": False})
