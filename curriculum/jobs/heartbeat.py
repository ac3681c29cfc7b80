"""A job that does nothing: that it is done shows that somebody works."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .enums import JobState
from .models import Job
from .registry import job_kind
from .running import RunningJob
from .services import OPEN_STATES, enqueue_job

KIND = "heartbeat"
KEPT = timedelta(days=1)


@job_kind(KIND, label=_("Sign of life"))
def beat(job: RunningJob) -> None:
    """Its finish is all."""


@transaction.atomic
def ask_for_a_sign_of_life() -> None:
    """One at a time; yesterday's are forgotten."""
    signs = Job.objects.filter(kind=KIND)
    signs.exclude(state__in=OPEN_STATES).filter(requested_at__lt=timezone.now() - KEPT).delete()
    if not signs.filter(state__in=OPEN_STATES).exists():
        enqueue_job(kind=KIND)


def last_sign_of_life() -> Job | None:
    return Job.objects.filter(kind=KIND, state=JobState.DONE).order_by("-finished_at").first()
