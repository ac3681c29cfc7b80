"""Do keys and certificates last long enough for somebody to renew them in peace?"""

from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .enums import State
from .registry import Finding, everything_expiring

WARNED_BEFORE = timedelta(days=21)
ALARMED_BEFORE = timedelta(days=5)


def keys_and_certificates() -> Finding:
    """By the one that runs out first; well where nothing that is known expires."""
    found = everything_expiring()
    if not found:
        return Finding(State.WELL, figures={"known": 0})
    soonest, left = found[0], found[0].expires_at - timezone.now()
    figures: dict[str, int | float | str | None] = {
        "known": len(found),
        "name": soonest.name,
        "expires_at": soonest.expires_at.isoformat(),
    }
    if left > WARNED_BEFORE:
        return Finding(State.WELL, figures=figures)
    words = _("%(name)s expires on %(day)s. Renew it.")
    values = {"name": soonest.name, "day": date_format(soonest.expires_at, "DATE_FORMAT")}
    return Finding(State.WARNING if left > ALARMED_BEFORE else State.PROBLEM, words % values, figures)
