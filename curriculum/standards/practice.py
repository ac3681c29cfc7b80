"""What practice consists of."""

from django.db.models import QuerySet

from .models import Activity


def activities_of_version(programme_version_id: int) -> QuerySet[Activity]:
    """The activities in which learners of a programme version practise, in the order of its standard; one query."""
    return Activity.objects.filter(standard_version__programme_versions=programme_version_id).order_by(
        "order", "pk"
    )
