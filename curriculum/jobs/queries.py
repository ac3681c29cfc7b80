from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet

from curriculum.jobs.models import Job


def jobs_requested_by(user: AbstractBaseUser) -> QuerySet[Job]:
    """What this person asked for, newest first; nobody sees another person's jobs or files."""
    return Job.objects.filter(requested_by_id=user.pk)
