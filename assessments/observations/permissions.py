"""Who may run an observed test and who may read its outcome. Services, and whatever shows them, ask here.

The assessor whom the plan names, while she has that role in the institution, and never about a record that may be
her own. The candidate reads and signs what is finished.
"""

from typing import TYPE_CHECKING

from django.db.models import Exists, F, OuterRef, QuerySet

from curriculum.api import Visitor, administered, people_behind
from curriculum.enums import Role

from .models import Observation

if TYPE_CHECKING:
    from curriculum.models import Participation


def can_plan(user: Visitor, participation: "Participation") -> bool:
    """The administrators of the candidate's institution."""
    return user.is_authenticated and participation.institution_id in administered(user)


def observable_by(user: Visitor) -> QuerySet[Observation]:
    """The tests that this account runs as their assessor, at whatever stage they are."""
    if not user.is_authenticated:
        return Observation.objects.none()
    herself = people_behind(user).filter(pk=OuterRef("person"))
    return Observation.objects.filter(
        ~Exists(herself),
        assessor__user=user.pk,
        assessor__memberships__institution=F("institution"),
        assessor__memberships__role=Role.ASSESSOR,
        assessor__memberships__until__isnull=True,
    )


def readable_by(user: Visitor) -> QuerySet[Observation]:
    """A candidate's own finished tests."""
    if not user.is_authenticated:
        return Observation.objects.none()
    return Observation.objects.filter(person__user=user.pk, finished_at__isnull=False)
