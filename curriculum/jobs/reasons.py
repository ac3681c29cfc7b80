"""Why a job was stopped, and what to do, in words. Only the kind of error is known: its text could name people."""

from django.utils.translation import gettext as _

from .models import Job

LOST = "WorkerLost"
BROKEN_LINKS = {"OperationalError", "ConnectionError", "TimeoutError", "InterfaceError"}
NO_ROOM = {"OSError", "PermissionError"}


def reason_of(job: Job) -> str:
    """Empty for a job without a problem."""
    if not job.problem:
        return ""
    if job.problem == LOST:
        return _(
            "The worker stopped three times while it did this. Ask whoever looks after the site, then start it again."
        )
    if job.problem in BROKEN_LINKS:
        return _("The database or another service did not answer. Start it again.")
    if job.problem in NO_ROOM:
        return _("A file could not be written. Ask whoever looks after the site to look at the disk.")
    return _(
        "A fault in the program (%(kind)s). Start it again; if it stops again, give the number of this job."
    ) % {"kind": job.problem}
