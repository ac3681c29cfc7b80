"""Administrators look after the jobs of their institution, and of no other."""

from uuid import UUID

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from curriculum.enums import Role
from curriculum.jobs import registry
from curriculum.jobs.enums import JobState
from curriculum.jobs.models import Job
from curriculum.jobs.registry import job_kind
from curriculum.jobs.services import retry_job
from curriculum.models import Institution
from tests.modules.school import exactly, make_school, make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kinds_of_this_test(monkeypatch):
    monkeypatch.setattr(registry, "_kinds", {})
    job_kind("copy", label="Copia de prueba")(lambda job: None)


@pytest.fixture
def institution() -> Institution:
    return make_school("escuela").institution


@pytest.fixture
def stopped(institution) -> Job:
    return Job.objects.create(
        kind="copy",
        language="es",
        institution=institution,
        state=JobState.FAILED,
        problem="WorkerLost",
        attempts=3,
        done=1,
        total=4,
    )


def signed_in(name: str, institution: Institution, role: Role = Role.ADMINISTRATOR) -> Client:
    from curriculum.people.staff import give_staff_access

    user: User = make_staff(name, institution, role)
    if role in (Role.ADMINISTRATOR, Role.TRAINER):
        give_staff_access(user.person, role)
    client = Client()
    client.force_login(user)
    return client


def address(name: str, pk: UUID) -> str:
    return reverse(f"jobs:{name}", args=[pk])


def test_the_page_says_how_far_and_why(institution, stopped):
    page = signed_in("marta", institution).get(address("job", stopped.pk))
    assert page.status_code == 200
    assert "25 %" in page.text
    assert "Copia de prueba" in page.text
    assert reverse("jobs:retry", args=[stopped.pk]) in page.text


def test_one_press_starts_it_again(institution, stopped, django_capture_on_commit_callbacks):
    client = signed_in("marta", institution)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address("retry", stopped.pk))
    stopped.refresh_from_db()
    assert (stopped.state, stopped.attempts, stopped.problem) == (JobState.DONE, 4, "")
    client.post(address("retry", stopped.pk))  # pressed twice
    stopped.refresh_from_db()
    assert stopped.state == JobState.DONE


def test_one_press_stops_it(institution, stopped):
    Job.objects.update(state=JobState.RUNNING)
    client = signed_in("marta", institution)
    client.post(address("stop", stopped.pk))
    stopped.refresh_from_db()
    assert stopped.state == JobState.CANCELLED


def test_only_what_is_stopped_is_started_again(stopped):
    Job.objects.update(state=JobState.RUNNING)
    assert not retry_job(job=stopped)


@pytest.mark.parametrize("act", ["job", "retry", "stop"])
def test_another_institution_s_job_does_not_exist(stopped, act):
    client = signed_in("otra", make_school("otra").institution)
    method = client.get if act == "job" else client.post
    assert method(address(act, stopped.pk), follow=True).status_code == 404
    stopped.refresh_from_db()
    assert stopped.state == JobState.FAILED


@pytest.mark.parametrize("act", ["job", "retry", "stop"])
def test_a_trainer_looks_after_none(institution, stopped, act):
    client = signed_in("teresa", institution, Role.TRAINER)
    method = client.get if act == "job" else client.post
    assert method(address(act, stopped.pk)).status_code in (302, 403)
    stopped.refresh_from_db()
    assert stopped.state == JobState.FAILED


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_and_for_three(institution, stopped, rows):
    for _more in range(rows - 1):
        Job.objects.create(kind="copy", language="es", institution=institution)
    client = signed_in("marta", institution)
    client.get(reverse("jobs:index"))
    with exactly(12):
        client.get(reverse("jobs:index"))
