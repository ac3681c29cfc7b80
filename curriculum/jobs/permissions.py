"""Who may look after a job. Its file is for the person who asked for it alone (`jobs_requested_by`)."""

from curriculum.people.permissions import can_administer
from curriculum.standards.accounts import Visitor

from .models import Job


def can_look_after_job(user: Visitor, job: Job) -> bool:
    """Start again and stop: whoever asked for it, and the administrators of its institution."""
    if not user.is_authenticated:
        return False
    if job.requested_by_id == user.pk:
        return True
    return job.institution is not None and can_administer(user, job.institution)
