from collections.abc import Collection

from django.db.models import QuerySet

from curriculum.jobs.models import Job
from curriculum.standards.accounts import Visitor


def jobs_requested_by(user: Visitor) -> QuerySet[Job]:
    """What this person asked for, newest first; nobody sees another person's jobs or files."""
    return Job.objects.filter(requested_by_id=user.pk) if user.pk else Job.objects.none()


def jobs_of(institution_ids: Collection[int]) -> QuerySet[Job]:
    """What was asked for in these institutions, newest first, with who asked."""
    return Job.objects.filter(institution__in=institution_ids).select_related("requested_by")
