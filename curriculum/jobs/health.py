"""Does anybody work, and does work wait too long?"""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.health.enums import State
from curriculum.health.registry import Finding

from .enums import JobState
from .heartbeat import last_sign_of_life
from .models import Job

SILENT_AFTER = timedelta(minutes=20)  # the sweep asks every five minutes
LATE_AFTER = timedelta(minutes=15)
STUCK_AFTER = timedelta(hours=1)
LOOKED_BACK = timedelta(days=1)


def worker_works() -> Finding:
    last = last_sign_of_life()
    if last is None or last.finished_at is None:
        words = _("The worker has never given a sign of life. Start it, and the timer of run_jobs_sweep.")
        return Finding(State.PROBLEM, words, {"last_sign_at": None})
    figures = {"last_sign_at": last.finished_at.isoformat()}
    if timezone.now() - last.finished_at < SILENT_AFTER:
        return Finding(State.WELL, figures=figures)
    words = _("The worker is silent. Start it again, and see that the timer of run_jobs_sweep runs.")
    return Finding(State.PROBLEM, words, figures)


def work_is_done_in_time() -> Finding:
    """By the job that waits longest, and by those that stopped since yesterday."""
    oldest = Job.objects.filter(state=JobState.WAITING).order_by("requested_at").first()
    stopped = Job.objects.filter(state=JobState.FAILED, finished_at__gt=timezone.now() - LOOKED_BACK).count()
    waited = timezone.now() - oldest.requested_at if oldest else timedelta()
    figures = {"oldest_waiting_seconds": int(waited.total_seconds()), "stopped_since_yesterday": stopped}
    if waited > LATE_AFTER:
        words = _("Work has been waiting for %(minutes)s minutes. See whether the worker runs.")
        state = State.PROBLEM if waited > STUCK_AFTER else State.WARNING
        return Finding(state, words % {"minutes": int(waited.total_seconds() // 60)}, figures)
    if stopped:
        words = _("Some work was stopped by a problem. Look at Background jobs on the desk.")
        return Finding(State.WARNING, words, figures)
    return Finding(State.WELL, figures=figures)
