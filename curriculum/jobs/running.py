"""What the function that does a job holds in its hand."""

from typing import IO, Any, Self

from django.core.files import File
from django.db import models, transaction
from django.utils import timezone

from curriculum.jobs.enums import JobState
from curriculum.jobs.models import Job


class JobStopped(Exception):
    """The job was cancelled, or another worker took it over: leave it as it is."""


class RunningJob:
    """One attempt at a job. Every write is refused once the attempt is no longer the current one."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.payload: dict[str, Any] = job.payload

    @classmethod
    @transaction.atomic
    def claim(cls, job_id: str) -> Self | None:
        """Takes a waiting job for this worker; None where it was taken, cancelled or done before."""
        taken = Job.objects.filter(pk=job_id, state=JobState.WAITING).update(
            state=JobState.RUNNING, heartbeat_at=timezone.now(), attempts=models.F("attempts") + 1
        )
        return cls(Job.objects.get(pk=job_id)) if taken else None

    def progress(self, done: int, total: int | None = None) -> None:
        """Says how far it is and that it is alive; raises JobStopped when nobody wants it any more."""
        self._write(done=done, total=self.job.total if total is None else total)

    def keep_file(self, name: str, content: IO[bytes]) -> None:
        """Stores the result in private storage, in the place of an earlier attempt's."""
        self._write()
        earlier = self.job.result.name
        self.job.result.save(name, File(content), save=False)
        self._write(result=self.job.result.name)
        if earlier:
            self.job.result.storage.delete(earlier)

    def finish(self, state: JobState, problem: str = "") -> None:
        self._write(state=state, problem=problem, finished_at=timezone.now())

    def _write(self, **values: Any) -> None:
        current = Job.objects.filter(pk=self.job.pk, state=JobState.RUNNING, attempts=self.job.attempts)
        if not current.update(heartbeat_at=timezone.now(), **values):
            raise JobStopped(str(self.job))
        for name, value in values.items():
            setattr(self.job, name, value)
