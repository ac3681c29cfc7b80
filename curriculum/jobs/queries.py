from django.db.models import QuerySet

from curriculum.jobs.models import Job
from curriculum.standards.accounts import Visitor


def jobs_requested_by(user: Visitor) -> QuerySet[Job]:
    """What this person asked for, newest first; nobody sees another person's jobs or files."""
    return Job.objects.filter(requested_by_id=user.pk) if user.pk else Job.objects.none()
