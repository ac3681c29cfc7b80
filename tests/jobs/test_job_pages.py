"""Whoever asked for a job follows it and takes its file; nobody else can."""

from io import BytesIO

import pytest
from django.contrib.auth.models import User

from curriculum.jobs import registry
from curriculum.jobs.enums import JobState
from curriculum.jobs.models import Job
from curriculum.jobs.registry import job_kind
from curriculum.jobs.running import RunningJob
from curriculum.jobs.services import enqueue_job

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa() -> User:
    return User.objects.create_user("rosa")


@pytest.fixture
def job(monkeypatch, rosa) -> Job:
    monkeypatch.setattr(registry, "_kinds", {})
    job_kind("copy", label="Transcripts of a group")(lambda job: None)
    return enqueue_job(kind="copy", requested_by=rosa)


@pytest.fixture
def running(job) -> RunningJob:
    return RunningJob.claim(str(job.pk))


def page(client, job) -> str:
    answer = client.get(f"/en/jobs/{job.pk}/")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_running_job_says_how_far_it_is(client, rosa, running):
    client.force_login(rosa)
    running.progress(3, total=12)
    shown = page(client, running.job)
    assert "Transcripts of a group" in shown
    assert 'value="3" max="12"' in shown


def test_a_finished_job_gives_its_file_as_a_download(client, rosa, running):
    client.force_login(rosa)
    running.keep_file("transcripts.csv", BytesIO(b"<script>"))
    running.finish(JobState.DONE)
    assert f"/en/jobs/{running.job.pk}/file/" in page(client, running.job)
    answer = client.get(f"/en/jobs/{running.job.pk}/file/")
    assert b"".join(answer.streaming_content) == b"<script>"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="transcripts')


def test_the_file_of_a_job_that_did_not_end_well_is_not_given(client, rosa, running):
    client.force_login(rosa)
    running.keep_file("half.csv", BytesIO(b"half"))
    running.finish(JobState.FAILED, "ValueError")
    assert str(running.job.pk) in page(client, running.job)
    assert client.get(f"/en/jobs/{running.job.pk}/file/").status_code == 404


def test_a_job_is_stopped_by_whoever_asked_for_it(client, rosa, job):
    client.force_login(rosa)
    assert client.post(f"/en/jobs/{job.pk}/stop/").url == f"/en/jobs/{job.pk}/"
    job.refresh_from_db()
    assert job.state == JobState.CANCELLED
    assert "You stopped it" in page(client, job)


@pytest.mark.parametrize("place", ["", "file/"])
def test_another_persons_job_is_not_there(client, job, place):
    client.force_login(User.objects.create_user("marta"))
    assert client.get(f"/en/jobs/{job.pk}/{place}").status_code == 404


def test_another_person_cannot_stop_it(client, job):
    client.force_login(User.objects.create_user("marta"))
    assert client.post(f"/en/jobs/{job.pk}/stop/").status_code == 404
    job.refresh_from_db()
    assert job.state == JobState.WAITING


def test_a_visitor_is_asked_to_sign_in(client, job):
    assert client.get(f"/en/jobs/{job.pk}/").url.startswith("/en/accounts/login/")
