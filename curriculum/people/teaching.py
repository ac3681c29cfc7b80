"""Who takes part in which module, and who teaches whom."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from django.db.models import F, Q, QuerySet

from curriculum.standards.accounts import Visitor
from curriculum.standards.memory import Memory
from curriculum.standards.models import ProgrammeModule
from curriculum.standards.queries import placed_modules

from .enums import Role
from .managers import ParticipationQuerySet, administered_institution_ids
from .models import Group, Membership, Participation


@dataclass(frozen=True, slots=True)
class PinnedModule:
    """A module as a participation's version has it: what completing it adds, whether it is an outline."""

    participation: Participation
    taught_minutes: int
    demonstration: bool


@dataclass(frozen=True, slots=True)
class PlaceInModule:
    """What gives somebody a place in a module; `demonstration`: in her version it is only an outline."""

    participation_id: int
    demonstration: bool


def place_in_module(user: Visitor, module_id: int) -> PlaceInModule | None:
    """What gives this user a place in a module: open, or ended because completed; one query."""
    if not user.is_authenticated:
        return None
    own = Participation.objects.earning().filter(person__user=user.pk).order_by("-started_on", "-pk")
    for participation_id, version_id in own.values_list("pk", "programme_version_id"):
        if placed := placed_modules(version_id).get(module_id):
            return PlaceInModule(participation_id, placed.demonstration)
    return None


def is_outline_in(version_id: int, module_id: int | None) -> bool:
    """Whether a version has this module only as a demonstration; no query while it is remembered."""
    placed = placed_modules(version_id).get(module_id) if module_id else None
    return placed is not None and placed.demonstration


_only_outlines: Memory[bool] = Memory("only_outlines")


def is_only_an_outline(module_id: int) -> bool:
    """Whether no version has this module as more than a demonstration; no query while it is remembered."""
    return _only_outlines.recall(str(module_id), lambda: _read_only_an_outline(module_id))


def _read_only_an_outline(module_id: int) -> bool:
    placed = ProgrammeModule.objects.filter(module=module_id).order_by()
    return set(placed.values_list("demonstration", flat=True)) == {True}


def pinned_module(
    *, person_id: int, module_id: int, participation: Participation | None = None
) -> PinnedModule | None:
    """A module in the version that pins the person to it; no query where the given participation does, else one.

    The given participation goes first, then her oldest one with this module. None where no version has it.
    """
    own = Participation.objects.earning().filter(person_id=person_id).order_by("started_on", "pk")
    hers = participation is not None and participation.is_earning and participation.person_id == person_id
    for each in chain([participation] if participation and hers else [], own):
        if placed := placed_modules(each.programme_version_id).get(module_id):
            return PinnedModule(each, placed.taught_minutes, placed.demonstration)
    return None


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
