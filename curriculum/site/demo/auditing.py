"""Somebody of the ministry looks the school over, for a month."""

from datetime import timedelta

from django.contrib.auth import get_user_model

from curriculum.audit.services import appoint_auditor
from curriculum.people.models import Person
from curriculum.standards.models import Institution

from .cast import ALBA
from .days import Days
from .enrolling import account_of


def let_look(institution: Institution, *, appointed_by: Person, password_hash: str, days: Days) -> None:
    """She has an account and no role: a mandate with an end is all that opens doors to her."""
    first, last = ALBA.name.split(" ", 1)
    auditor = get_user_model()._default_manager.create(
        username=ALBA.username, first_name=first, last_name=last, password=password_hash
    )
    appoint_auditor(
        institution=institution,
        auditor=auditor,
        since=days.ago(2),
        until=days.ago(0) + timedelta(days=28),
        reason="Auditoría anual del ministerio",
        appointed_by=account_of(appointed_by),
    )
