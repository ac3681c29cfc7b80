"""Background work is done once, says how far it is, and survives the death of its worker."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.management import call_command
from django.utils import timezone, translation

from curriculum.jobs import registry
from curriculum.jobs.enums import JobState
from curriculum.jobs.heartbeat import KIND
from curriculum.jobs.models import Job
from curriculum.jobs.registry import job_kind
from curriculum.jobs.running import JobStopped, RunningJob
from curriculum.jobs.services import cancel_job, enqueue_job, revive_jobs
from curriculum.jobs.tasks import run_job

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kinds_of_this_test(monkeypatch):
    """Beside the sign of life that every sweep asks for."""
    monkeypatch.setattr(registry, "_kinds", {KIND: registry.kind_named(KIND)})


def enqueue(capture, **values) -> Job:
    """Asks for the job and lets the transaction end, so that the engine of the tests does it."""
    with capture(execute=True):
        job = enqueue_job(**values)
    job.refresh_from_db()
    return job


def silence(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(heartbeat_at=timezone.now() - timedelta(minutes=6))


def test_a_job_runs_after_the_commit_and_keeps_its_file(django_capture_on_commit_callbacks):
    @job_kind("copy", label="copy")
    def copy(job: RunningJob) -> None:
        job.progress(0, total=2)
        job.keep_file("copy.txt", BytesIO(job.payload["text"].encode()))
        job.progress(2)

    job = enqueue(django_capture_on_commit_callbacks, kind="copy", payload={"text": "hola"})

    assert (job.state, job.attempts, job.percent) == (JobState.DONE, 1, 100)
    assert job.result.read() == b"hola"
    assert job.finished_at is not None


def test_nothing_runs_before_the_commit(django_capture_on_commit_callbacks):
    job_kind("idle", label="idle")(lambda job: None)
    with django_capture_on_commit_callbacks(execute=False):
        job = enqueue_job(kind="idle")
    assert Job.objects.get(pk=job.pk).state == JobState.WAITING


def test_a_job_delivered_twice_is_done_once(django_capture_on_commit_callbacks):
    runs = []
    job_kind("count", label="count")(lambda job: runs.append(job.job.pk))
    job = enqueue(django_capture_on_commit_callbacks, kind="count")
    run_job.enqueue(str(job.pk))
    assert runs == [job.pk]


def test_a_job_speaks_the_language_of_its_request(django_capture_on_commit_callbacks):
    spoken = []
    job_kind("speak", label="speak")(lambda job: spoken.append(translation.get_language()))
    with translation.override("pt"):
        enqueue(django_capture_on_commit_callbacks, kind="speak")
    assert spoken == ["pt"]


def test_a_failure_keeps_the_kind_of_error_and_not_its_words(django_capture_on_commit_callbacks, caplog):
    @job_kind("break", label="break")
    def stumble(job: RunningJob) -> None:
        raise ValueError("document 1.234.567-8 of a real person")

    job = enqueue(django_capture_on_commit_callbacks, kind="break")
    assert (job.state, job.problem) == (JobState.FAILED, "ValueError")


def test_an_unknown_kind_is_refused_before_anything_is_written():
    with pytest.raises(KeyError, match="No job of kind 'nonsense'"):
        enqueue_job(kind="nonsense")
    assert not Job.objects.exists()


def test_two_functions_cannot_do_the_same_kind():
    job_kind("once", label="once")(lambda job: None)
    with pytest.raises(ValueError, match="'once'"):
        job_kind("once", label="once")(lambda job: None)


def test_a_cancelled_job_stops_at_its_next_progress_and_stays_cancelled(django_capture_on_commit_callbacks):
    reached = []

    @job_kind("long", label="long")
    def long(job: RunningJob) -> None:
        job.progress(1, total=10)
        cancel_job(job=job.job)
        job.progress(2)
        reached.append("the end")

    job = enqueue(django_capture_on_commit_callbacks, kind="long")
    assert (job.state, job.done, reached) == (JobState.CANCELLED, 1, [])
    assert cancel_job(job=job) is False


def test_the_sweep_does_again_what_a_dead_worker_left(django_capture_on_commit_callbacks):
    runs = []
    job_kind("slow", label="slow")(lambda job: runs.append(job.job.attempts))
    job = enqueue_job(kind="slow")
    dead = RunningJob.claim(str(job.pk))
    silence(job)

    with django_capture_on_commit_callbacks(execute=True):
        call_command("run_jobs_sweep")

    job.refresh_from_db()
    assert (job.state, runs) == (JobState.DONE, [2])
    with pytest.raises(JobStopped):
        dead.progress(5, total=5)


def test_the_sweep_leaves_alone_a_worker_that_is_alive():
    job_kind("alive", label="alive")(lambda job: None)
    job = enqueue_job(kind="alive")
    RunningJob.claim(str(job.pk))
    assert revive_jobs() == (0, 0)


def test_the_sweep_hands_over_a_job_whose_message_was_lost(django_capture_on_commit_callbacks):
    job_kind("lost", label="lost")(lambda job: None)
    with django_capture_on_commit_callbacks(execute=False):
        job = enqueue_job(kind="lost")
    silence(job)
    with django_capture_on_commit_callbacks(execute=True):
        assert revive_jobs() == (1, 0)
    job.refresh_from_db()
    assert job.state == JobState.DONE


def test_after_three_attempts_the_sweep_gives_up(django_capture_on_commit_callbacks):
    job_kind("deadly", label="deadly")(lambda job: None)
    job = enqueue_job(kind="deadly")
    for attempt in range(3):
        Job.objects.filter(pk=job.pk).update(state=JobState.WAITING)
        assert RunningJob.claim(str(job.pk)).job.attempts == attempt + 1
    silence(job)
    assert revive_jobs() == (0, 1)
    job.refresh_from_db()
    assert (job.state, job.problem) == (JobState.FAILED, "WorkerLost")


def test_a_second_attempt_takes_the_place_of_the_first_file():
    job_kind("file", label="file")(lambda job: None)
    job = enqueue_job(kind="file")
    running = RunningJob.claim(str(job.pk))
    running.keep_file("a.txt", BytesIO(b"first"))
    first = running.job.result.name
    running.keep_file("a.txt", BytesIO(b"second"))
    storage = running.job.result.storage
    assert not storage.exists(first)
    assert Job.objects.get(pk=job.pk).result.read() == b"second"
