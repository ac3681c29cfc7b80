"""kill -9 of the worker in the middle of an import and of an export, again and again: nothing lost or doubled."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone

from curriculum.jobs.enums import JobState
from curriculum.jobs.models import Job
from curriculum.models import Group, IdentityDocument, Participation, PeopleFile, Person
from tests.backup.sites import a_site, environment
from tests.modules.school import STARTED, make_school

from .sweeping import A_BATCH, BATCHES

PATIENCE = 120  # seconds
PEOPLE = BATCHES * A_BATCH


@pytest.fixture
def folder(django_db_setup: None, django_db_blocker: Any, tmp_path: Path) -> Iterator[Path]:
    with django_db_blocker.unblock(), a_site(tmp_path / "site") as folder:
        yield folder


def begin_sweeping(folder: Path) -> subprocess.Popen[bytes]:
    """As a timer would, once the worker has been silent for long enough."""
    Job.objects.exclude(state=JobState.DONE).update(heartbeat_at=timezone.now() - timedelta(minutes=6))
    return subprocess.Popen(
        [sys.executable, "-m", "tests.jobs.sweeping"], cwd=settings.ROOT, env=environment(folder)
    )


def kill_in_the_middle(process: subprocess.Popen[bytes], job: Job, after: int) -> None:
    until = time.monotonic() + PATIENCE
    attempt = job.attempts + 1
    while time.monotonic() < until and process.poll() is None:
        job.refresh_from_db()
        if job.attempts == attempt and job.done >= after:
            break
        time.sleep(0.05)
    process.kill()
    process.wait()
    job.refresh_from_db()
    assert job.state == JobState.RUNNING, "it was over before it could be killed"


def test_an_import_and_an_export_survive_their_workers(folder):
    school = make_school("escuela")
    Group.objects.create(
        institution=school.institution,
        programme_version=school.version,
        key="grupo",
        name="Grupo",
        starts_on=STARTED,
    )
    job = Job.objects.create(kind="killed.import", language="es", institution=school.institution)
    for after in (2, 5):
        kill_in_the_middle(begin_sweeping(folder), job, after)
    assert begin_sweeping(folder).wait() == 0
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.DONE, 3)
    assert [model.objects.count() for model in (Person, IdentityDocument, Participation)] == [PEOPLE] * 3
    assert PeopleFile.objects.count() == BATCHES

    taken = Job.objects.create(kind="killed.export", language="es", institution=school.institution)
    kill_in_the_middle(begin_sweeping(folder), taken, 4)
    assert not taken.has_file
    assert begin_sweeping(folder).wait() == 0
    taken.refresh_from_db()
    assert taken.has_file
    names = taken.result.read().decode().split("\n")[:-1]
    assert len(names) == len(set(names)) == PEOPLE
    assert len(list((folder / "private").rglob("people*.txt"))) == 1
