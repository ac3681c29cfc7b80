"""Who is asking, and what she takes part in."""

from collections.abc import Iterable

from curriculum.standards.accounts import Visitor
from curriculum.standards.memory import Memory
from curriculum.standards.queries import known_institution, known_version

from .managers import ParticipationQuerySet
from .models import Group, Participation, Person


def person_of(user: Visitor) -> Person | None:
    """The person behind an account, or None; one query."""
    if not user.is_authenticated:
        return None
    return Person.objects.filter(user=user).first()


def own_participations(user: Visitor) -> list[Participation]:
    """What the person behind an account takes part in now, with the person herself; one query.

    Institution, programme and group are the remembered ones: they are the same for everybody.
    """
    if not user.is_authenticated:
        return []
    own = Participation.objects.open().filter(person__user=user.pk).select_related("person")
    participations = list(own.order_by("started_on", "pk"))
    for each in participations:
        each.institution = known_institution(each.institution_id)
        each.programme_version = known_version(each.programme_version_id)
        each.group = _known_group(each.group_id) if each.group_id else None
    return participations


_groups: Memory[Group] = Memory("groups")


def _known_group(group_id: int) -> Group:
    return _groups.recall(str(group_id), lambda: Group.objects.get(pk=group_id))


def open_participations(person: Person) -> ParticipationQuerySet:
    """What she takes part in now, the oldest first, with programme and institution; one query."""
    return (
        Participation.objects.open()
        .filter(person=person)
        .select_related("institution", "programme_version__programme", "group")
        .order_by("started_on", "pk")
    )


def earning_in(institution_ids: Iterable[int]) -> ParticipationQuerySet:
    """Whoever takes part in these institutions or has completed, with person and institution; one query."""
    here = Participation.objects.earning().filter(institution__in=institution_ids)
    return here.select_related("person", "institution")


def participations_of(person_ids: Iterable[int]) -> ParticipationQuerySet:
    """What these persons take part in or have completed, the oldest first; one query."""
    return Participation.objects.earning().filter(person__in=list(person_ids)).order_by("started_on", "pk")


def earning_participations(user: Visitor) -> ParticipationQuerySet:
    """What this account takes part in or has completed, the newest first, with person and institution."""
    if not user.is_authenticated:
        return Participation.objects.none()
    return (
        Participation.objects.earning()
        .filter(person__user=user)
        .select_related("person", "institution")
        .order_by("-started_on", "-pk")
    )
