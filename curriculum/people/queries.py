"""Who is asking, and what she takes part in."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from .managers import ParticipationQuerySet
from .models import Participation, Person


def person_of(user: AbstractBaseUser | AnonymousUser) -> Person | None:
    """The person behind an account, or None; one query."""
    if not user.is_authenticated:
        return None
    return Person.objects.filter(user=user).first()


def open_participations(person: Person) -> ParticipationQuerySet:
    """What she takes part in now, the oldest first, with programme and institution; one query."""
    return (
        Participation.objects.open()
        .filter(person=person)
        .select_related("institution", "programme_version__programme", "group")
        .order_by("started_on", "pk")
    )
