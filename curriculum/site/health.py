"""What the running site needs round it: its database, its disk, its mail, its certificate, its backups."""

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from django.conf import settings
from django.core.mail import get_connection
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from curriculum.health.enums import State
from curriculum.health.registry import Expiring, Finding, Watched, register_expiring, register_health

SCARCE, VERY_SCARCE = 0.15, 0.05  # of the disk
LATE_BACKUP, MISSING_BACKUP = timedelta(hours=36), timedelta(days=4)


def register() -> None:
    register_health(Watched("database", gettext_lazy("Database"), database_answers, vital=True))
    register_health(Watched("migrations", gettext_lazy("Migrations"), migrations_are_done, vital=True))
    register_health(Watched("disk", gettext_lazy("Disk"), disk_has_room))
    register_health(Watched("mail", gettext_lazy("Mail"), mail_goes_out))
    register_health(Watched("backup", gettext_lazy("Backup"), backup_is_recent))
    register_expiring("certificates", certificates)


def database_answers() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Finding(State.WELL, figures={"engine": connection.vendor})


def migrations_are_done() -> Finding:
    pending = 0 if _all_done else _pending_migrations()
    words = _("The database is older than the program. Run: python manage.py migrate") if pending else ""
    return Finding(State.PROBLEM if pending else State.WELL, words, {"pending": pending})


_all_done: set[str] = set()


def _pending_migrations() -> int:
    """Reading them all takes long; once nothing is pending, only a new program can bring more."""
    executor = MigrationExecutor(connection)
    pending = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if not pending:
        _all_done.add(connection.alias)
    return pending


def disk_has_room() -> Finding:
    """By the fullest of the places that the site writes to."""
    shares = []
    for place in {Path(settings.MEDIA_ROOT), Path(settings.VAR)}:
        if place.exists():
            usage = shutil.disk_usage(place)
            shares.append(usage.free / usage.total)
    free = min(shares, default=1.0)
    figures = {"free_percent": round(free * 100, 1)}
    if free >= SCARCE:
        return Finding(State.WELL, figures=figures)
    words = _("Only %(percent)s %% of the disk is free. Make room, or add a disk.") % {
        "percent": int(free * 100)
    }
    return Finding(State.WARNING if free >= VERY_SCARCE else State.PROBLEM, words, figures)


def mail_goes_out() -> Finding:
    """Signs in at the mail server, and sends nothing."""
    if not settings.EMAIL_HOST:
        words = _("No mail server is set, so nobody is written to. Set EMAIL_HOST.")
        return Finding(State.WARNING, words)
    server = get_connection(fail_silently=False)
    try:
        server.open()
    except OSError as error:  # smtplib's errors are of this kind too
        words = _("The mail server does not let us in: %(problem)s. Check EMAIL_HOST and its password.")
        return Finding(State.PROBLEM, words % {"problem": type(error).__name__})
    finally:
        server.close()
    return Finding(State.WELL)


def backup_is_recent() -> Finding:
    """By the newest archive in CUIDAR_BACKUP_FOLDER; nothing is said where there is no such folder."""
    folder: str = settings.CUIDAR_BACKUP_FOLDER
    if not folder:
        return Finding(State.WARNING, _("No folder of backups is set. Set CUIDAR_BACKUP_FOLDER."))
    written = max((path.stat().st_mtime for path in Path(folder).glob("*.tar")), default=None)
    if written is None:
        return Finding(State.PROBLEM, _("There is no backup yet. Run: python manage.py backup"))
    age = timedelta(seconds=timezone.now().timestamp() - written)
    figures = {"age_hours": round(age.total_seconds() / 3600, 1)}
    if age < LATE_BACKUP:
        return Finding(State.WELL, figures=figures)
    words = _("The last backup is %(hours)s hours old. See why its timer does not run.")
    state = State.WARNING if age < MISSING_BACKUP else State.PROBLEM
    return Finding(state, words % {"hours": int(age.total_seconds() // 3600)}, figures)


def certificates() -> Iterator[Expiring]:
    """The first certificate of each PEM file named in CUIDAR_CERTIFICATES."""
    for name in settings.CUIDAR_CERTIFICATES:
        certificate = x509.load_pem_x509_certificate(Path(name).read_bytes())
        yield Expiring(Path(name).name, certificate.not_valid_after_utc)
