"""The one task that every engine runs: do the job with this id."""

import logging

from django.utils import translation

from curriculum.jobs.compat import task
from curriculum.jobs.enums import JobState
from curriculum.jobs.registry import kind_named
from curriculum.jobs.running import JobStopped, RunningJob

logger = logging.getLogger(__name__)


@task()
def run_job(job_id: str) -> None:
    """Does the job unless someone else has it; a job delivered twice is done once."""
    running = RunningJob.claim(job_id)
    if running is None:
        return
    job = running.job
    try:
        with translation.override(job.language):
            kind_named(job.kind).worker(running)
        running.finish(JobState.DONE)
    except JobStopped:
        logger.info("Job %s was stopped.", job)
    except Exception as error:
        logger.exception("Job %s failed.", job)
        _finish_failed(running, type(error).__name__)


def _finish_failed(running: RunningJob, problem: str) -> None:
    """Only the kind of error is kept: its message may hold a person's data."""
    try:
        running.finish(JobState.FAILED, problem)
    except JobStopped:
        logger.info("Job %s was stopped.", running.job)
