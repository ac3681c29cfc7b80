"""How templates of the administrator's side write what they know about people."""

from django import template
from django.utils.translation import gettext as _

from curriculum.credentials.requirements import REQUIREMENT_TITLES
from curriculum.people.listing import activity_text
from curriculum.people.models import Person

register = template.Library()


@register.filter
def last_activity(person: Person | None) -> str:
    """The day of the last activity of a person from `people_of`."""
    return activity_text(person) if person else ""


@register.filter
def requirement(subject: str) -> str:
    """What a fact about a person is about, by the title that requirements use."""
    return str(REQUIREMENT_TITLES.get(subject, subject)) or _("not stated")
