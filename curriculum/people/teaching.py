"""Who takes part in which module, and who teaches whom."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet

from curriculum.standards.accounts import Visitor
from curriculum.standards.models import ProgrammeModule

from .enums import Role
from .managers import ParticipationQuerySet, administered_institution_ids
from .models import Group, Membership, Participation


@dataclass(frozen=True, slots=True)
class PinnedModule:
    """A module as a participation's version has it: what completing it adds, whether it is an outline."""

    participation: Participation
    taught_minutes: int
    demonstration: bool


def place_in_module(user: Visitor, module_id: int) -> PinnedModule | None:
    """What gives this user a place in a module: open, or ended because completed. With person; one query."""
    if not user.is_authenticated:
        return None
    pins = _pins(module_id).filter(person__user=user).select_related("person", "institution")
    pin = pins.order_by("-started_on", "-pk").first()
    return _pinned(pin) if pin else None


def pinned_module(
    *, person_id: int, module_id: int, participation: Participation | None = None
) -> PinnedModule | None:
    """A module in the version that pins the person to it; one query.

    The given participation goes first, then her oldest one with this module. None where no version has it.
    """
    pins = list(_pins(module_id).filter(person_id=person_id).order_by("started_on", "pk"))
    if not pins:
        return None
    return _pinned(next((pin for pin in pins if pin == participation), pins[0]))


def _pins(module_id: int) -> ParticipationQuerySet:
    """The earning participations whose version has this module, with what the version says of it."""
    placed = "programme_version__programme_modules__"
    return (
        Participation.objects.earning()
        .filter(**{f"{placed}module_id": module_id})
        .annotate(
            taught=F(f"{placed}online_minutes")
            + F(f"{placed}class_minutes")
            + F(f"{placed}independent_minutes"),
            outline=F(f"{placed}demonstration"),
        )
    )


def _pinned(pin: Any) -> PinnedModule:
    return PinnedModule(pin, pin.taught, pin.outline)


def modules_of_versions(version_ids: Iterable[int]) -> QuerySet[ProgrammeModule]:
    """The modules of these versions with their hours, in order; one query."""
    return (
        ProgrammeModule.objects.filter(programme_version_id__in=list(version_ids))
        .select_related("module")
        .order_by("programme_version_id", "order", "pk")
    )


def roles_by_institution(user: Visitor) -> dict[int, set[Role]]:
    """The roles that a user holds today, by id of institution; one query."""
    roles: dict[int, set[Role]] = defaultdict(set)
    if user.is_authenticated:
        held = Membership.objects.filter(person__user=user, until__isnull=True)
        for institution_id, role in held.values_list("institution_id", "role"):
            roles[institution_id].add(Role(role))
    return roles


def groups_seen_by(user: Visitor) -> QuerySet[Group]:
    """The groups for which `can_see_group` says yes: those she teaches, those she administers."""
    if not user.is_authenticated:
        return Group.objects.none()
    taught = Group.trainers.through.objects.filter(
        person__user=user,
        person__memberships__institution=F("group__institution"),
        person__memberships__role=Role.TRAINER,
        person__memberships__until__isnull=True,
    ).values("group_id")
    return Group.objects.filter(
        Q(pk__in=taught) | Q(institution__in=administered_institution_ids(user))
    ).select_related("institution", "programme_version__programme")


def learners_of(group: Group) -> ParticipationQuerySet:
    """The open participations of a group, with their persons; one query."""
    return (
        Participation.objects.open()
        .filter(group=group)
        .select_related("person")
        .order_by("person__name", "pk")
    )
