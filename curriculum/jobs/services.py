"""Asking for background work, stopping it, and picking up what a dead worker left."""

from datetime import timedelta
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone, translation

from curriculum.jobs.enums import JobState
from curriculum.jobs.models import Job
from curriculum.jobs.registry import kind_named
from curriculum.jobs.tasks import run_job
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

HEARTBEAT_LOST_AFTER = timedelta(minutes=5)
MOST_ATTEMPTS = 3
OPEN_STATES = [JobState.WAITING, JobState.RUNNING]
STOPPED_STATES = [JobState.FAILED, JobState.CANCELLED]


@transaction.atomic
def enqueue_job(
    *,
    kind: str,
    payload: dict[str, Any] | None = None,
    institution: Institution | None = None,
    requested_by: Account | None = None,
) -> Job:
    """Writes the job down and hands it to the engine once the caller's transaction has been committed.

    The job speaks the language of the moment. Raises KeyError for a kind that nobody registered.
    """
    kind_named(kind)
    job = Job.objects.create(
        kind=kind,
        payload=payload or {},
        language=translation.get_language() or "",
        institution=institution,
        requested_by=requested_by,
    )
    _hand_over(job)
    return job


@transaction.atomic
def cancel_job(*, job: Job) -> bool:
    """Stops a job that is not over; a running one notices at its next `progress()`. False if it was over."""
    stopped = Job.objects.filter(pk=job.pk, state__in=OPEN_STATES).update(
        state=JobState.CANCELLED, finished_at=timezone.now()
    )
    return bool(stopped)


@transaction.atomic
def retry_job(*, job: Job) -> bool:
    """Hands over again a job that was stopped, from its start; False where it is not stopped.

    The number of attempts goes on: it keeps a worker that was thought dead from writing into the new attempt.
    """
    again = Job.objects.filter(pk=job.pk, state__in=STOPPED_STATES).update(
        state=JobState.WAITING,
        heartbeat_at=timezone.now(),
        finished_at=None,
        done=0,
        total=None,
        problem="",
    )
    if again:
        _hand_over(job)
    return bool(again)


@transaction.atomic
def revive_jobs() -> tuple[int, int]:
    """Hands over again what a dead worker or a lost message left; gives up after three attempts.

    Returns how many jobs were handed over again and how many were given up.
    """
    now = timezone.now()
    silent = Job.objects.filter(state__in=OPEN_STATES, heartbeat_at__lt=now - HEARTBEAT_LOST_AFTER)
    given_up = silent.filter(attempts__gte=MOST_ATTEMPTS).update(
        state=JobState.FAILED, problem="WorkerLost", finished_at=now
    )
    again = list(silent)
    silent.update(state=JobState.WAITING, heartbeat_at=now)
    for job in again:
        _hand_over(job)
    return len(again), given_up


def _hand_over(job: Job) -> None:
    """A job handed over twice is claimed once."""
    transaction.on_commit(partial(run_job.enqueue, str(job.pk)))
