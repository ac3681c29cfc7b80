"""Who may walk beside a learner."""

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q, QuerySet

from curriculum.api import current_awards
from curriculum.enums import AchievementKind, Role

if TYPE_CHECKING:
    from curriculum.models import Participation, Person

STAFF = [Role.TRAINER, Role.ADMINISTRATOR, Role.ASSESSOR]


def possible_mentors(participation: "Participation") -> "QuerySet[Person]":
    """Staff of her institution, and people who hold a qualification of it; never the learner herself."""
    people = type(participation.person)._default_manager
    qualified = current_awards().filter(
        person=OuterRef("pk"),
        institution=participation.institution_id,
        achievement__kind=AchievementKind.QUALIFICATION,
    )
    works_here = Q(
        memberships__institution=participation.institution_id,
        memberships__role__in=STAFF,
        memberships__until__isnull=True,
    )
    found = people.filter(works_here | Q(Exists(qualified)), user__isnull=False)
    return found.exclude(pk=participation.person_id).distinct()
