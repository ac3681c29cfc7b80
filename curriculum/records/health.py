from django.db import connection
from django.utils.translation import gettext as _

from curriculum.health.enums import State
from curriculum.health.registry import Finding

from . import guards


def guards_stand() -> Finding:
    """The triggers that keep the ledger from being changed."""
    missing = guards.missing(connection)
    if not missing:
        return Finding(State.WELL, figures={"missing": 0})
    words = _("The ledger is not protected everywhere. Run: python manage.py migrate")
    return Finding(State.PROBLEM, words, {"missing": len(missing)})
