"""What can be applied for: courses that take people, and their groups with an open intake."""

from django.db.models import Q, QuerySet
from django.utils import timezone

from curriculum.people.models import Group
from curriculum.standards.enums import Status
from curriculum.standards.models import ProgrammeVersion


def open_groups(programme_version: ProgrammeVersion) -> QuerySet[Group]:
    """Groups of a version for which people may still ask; one query."""
    today = timezone.localdate()
    rows = Group.objects.filter(programme_version=programme_version, intake__open_until__gte=today)
    return rows.select_related("intake").order_by("starts_on", "name")


def versions_taking_people() -> QuerySet[ProgrammeVersion]:
    """Versions in force with a group that takes applications; one query."""
    today = timezone.localdate()
    taking = Q(groups__intake__open_until__gte=today, status=Status.IN_FORCE)
    return ProgrammeVersion.objects.filter(taking).select_related("programme__institution").distinct()
