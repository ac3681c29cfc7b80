"""Reading who has looked."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from curriculum.people.models import Person

from .models import Look
from .registry import label_of_look

SHOWN = 20


@dataclass(frozen=True, slots=True)
class LookLine:
    """One line of "who has looked", as the learner reads it."""

    name: str
    page: str | Promise
    address: str
    at: datetime


def looks_at(person: Person) -> list[LookLine]:
    """The latest looks at a person's pages, the newest first; one query."""
    looks = Look.objects.filter(person=person).select_related("viewer__person")[:SHOWN]
    return [LookLine(_name(look), label_of_look(look.page), look.address, look.looked_at) for look in looks]


def _name(look: Look) -> str:
    person = getattr(look.viewer, "person", None)
    return person.name if person else look.viewer.get_full_name() or look.viewer.get_username()
