"""What the report says when something is wrong, and what it keeps from strangers."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client
from django.utils import timezone

from curriculum.health import registry
from curriculum.health.enums import State
from curriculum.health.registry import Finding, Watched, register_health
from curriculum.health.report import full_report, vital_report
from curriculum.jobs.enums import JobState
from curriculum.jobs.models import Job

pytestmark = pytest.mark.django_db


def found(name: str) -> Finding:
    return next(line.finding for line in full_report().lines if line.watched.name == name)


def test_everything_that_was_asked_for_is_watched():
    names = {line.watched.name for line in full_report().lines}
    assert names == {
        *("database", "migrations", "guards", "disk", "mail", "backup"),
        *("worker", "jobs", "expiring"),
    }
    assert {line.watched.name for line in vital_report().lines} == {"database", "migrations", "guards"}


def test_a_stranger_reads_one_word(client: Client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"state": "well"})
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("header", ["", "Bearer ", "Bearer wrong", "right"])
def test_a_wrong_token_reads_no_more(client: Client, settings, header):
    settings.CUIDAR_HEALTH_TOKEN = "" if header == "Bearer " else "the right one"
    assert client.get("/healthz", headers={"Authorization": header}).json() == {"state": "well"}


def test_whoever_has_the_token_reads_all(client: Client, settings):
    settings.CUIDAR_HEALTH_TOKEN = "long and random"
    told = client.get("/healthz", headers={"Authorization": "Bearer long and random"}).json()
    assert told["checks"]["database"]["engine"] == connection.vendor
    assert told["checks"]["worker"]["state"] == "problem"


def test_a_missing_guard_stops_the_traffic(client: Client):
    with connection.cursor() as cursor:
        on = ' ON "curriculum_evidence"' if connection.vendor == "postgresql" else ""
        cursor.execute(f'DROP TRIGGER "curriculum_evidence_no_update"{on}')
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (503, {"state": "problem"})
    assert found("guards").figures == {"missing": 1}


def test_a_check_that_breaks_is_a_problem_and_not_a_broken_report(monkeypatch):
    monkeypatch.setattr(registry, "_watched", {})

    def broken() -> Finding:
        raise RuntimeError("document 1.234.567-8")

    register_health(Watched("broken", "Broken", broken))
    line = full_report().lines[0]
    assert (line.finding.state, "1.234" in line.finding.words) == (State.PROBLEM, False)


def test_the_worker_gives_signs_of_life(django_capture_on_commit_callbacks):
    assert found("worker").state == State.PROBLEM
    with django_capture_on_commit_callbacks(execute=True):
        call_command("run_jobs_sweep", stdout=StringIO())
    assert found("worker").state == State.WELL
    Job.objects.update(finished_at=timezone.now() - timedelta(minutes=21))
    assert found("worker").state == State.PROBLEM


def test_signs_of_life_do_not_pile_up():
    for _again in range(3):
        call_command("run_jobs_sweep", stdout=StringIO())
    assert Job.objects.filter(kind="heartbeat").count() == 1


@pytest.mark.parametrize(("minutes", "state"), [(5, "well"), (16, "warning"), (61, "problem")])
def test_work_that_waits_is_named(minutes, state):
    job = Job.objects.create(kind="any", language="es")
    Job.objects.filter(pk=job.pk).update(requested_at=timezone.now() - timedelta(minutes=minutes))
    assert found("jobs").state == state


def test_work_that_was_stopped_is_counted():
    Job.objects.create(kind="any", language="es", state=JobState.FAILED, finished_at=timezone.now())
    assert found("jobs").figures["stopped_since_yesterday"] == 1
    assert found("jobs").state == State.WARNING


@pytest.mark.parametrize(("days", "state"), [(60, "well"), (20, "warning"), (2, "problem"), (-1, "problem")])
def test_certificates_are_watched(settings, tmp_path, days, state):
    path = tmp_path / "site.pem"
    path.write_bytes(certificate(days))
    settings.CUIDAR_CERTIFICATES = [str(path)]
    finding = found("expiring")
    assert finding.state == state
    assert finding.figures["name"] == "site.pem"


def certificate(days: int) -> bytes:
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([])
    until = timezone.now() + timedelta(days=days, minutes=5)
    built = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "school.example")]))
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(until - timedelta(days=90))
        .not_valid_after(until)
    )
    return built.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def test_backups_are_watched(settings, tmp_path):
    assert found("backup").state == State.WARNING
    settings.CUIDAR_BACKUP_FOLDER = str(tmp_path)
    assert found("backup").state == State.PROBLEM
    (tmp_path / "cuidar.tar").touch()
    assert found("backup").state == State.WELL


def test_a_mail_server_that_is_not_there_is_a_problem(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert found("mail").state == State.PROBLEM


def test_the_command_speaks_to_people_and_to_machines(capsys):
    with pytest.raises(CommandError):
        call_command("check_health", language="en")
    said = capsys.readouterr().out
    assert "A problem       Worker: The worker has never given a sign of life." in said
    with pytest.raises(CommandError):
        call_command("check_health", json=True)
    assert json.loads(capsys.readouterr().out)["checks"]["guards"] == {
        "state": "well",
        "words": "",
        "missing": 0,
    }
