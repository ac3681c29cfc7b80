"""Who is asking, and what she takes part in."""

from curriculum.standards.accounts import Visitor

from .managers import ParticipationQuerySet
from .models import Participation, Person


def person_of(user: Visitor) -> Person | None:
    """The person behind an account, or None; one query."""
    if not user.is_authenticated:
        return None
    return Person.objects.filter(user=user).first()


def own_participations(user: Visitor) -> list[Participation]:
    """What the person behind an account takes part in now, with the person herself; one query."""
    if not user.is_authenticated:
        return []
    return list(
        Participation.objects.open()
        .filter(person__user=user)
        .select_related("person", "institution", "programme_version__programme", "group")
        .order_by("started_on", "pk")
    )


def open_participations(person: Person) -> ParticipationQuerySet:
    """What she takes part in now, the oldest first, with programme and institution; one query."""
    return (
        Participation.objects.open()
        .filter(person=person)
        .select_related("institution", "programme_version__programme", "group")
        .order_by("started_on", "pk")
    )


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
