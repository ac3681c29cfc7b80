"""Appointing auditors and ending a mandate early."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from curriculum.people.context import forget_roles
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from .models import AuditMandate
from .permissions import works_in

LONGEST = timedelta(days=366)


class NotFitToAudit(Exception):
    """She works in the institution or appoints herself: a different person looks it over."""


class TooLong(Exception):
    """A mandate lasts a year at most; another can follow."""


@transaction.atomic
def appoint_auditor(
    *,
    institution: Institution,
    auditor: Account,
    since: date,
    until: date,
    reason: str,
    appointed_by: Account,
) -> AuditMandate:
    """Let an account look the institution over from a day until a day. Raises NotFitToAudit, TooLong."""
    if auditor.pk == appointed_by.pk or works_in(auditor, institution):
        raise NotFitToAudit
    if until - since > LONGEST:
        raise TooLong
    forget_roles(auditor.pk)
    return AuditMandate.objects.create(
        institution=institution,
        auditor=auditor,
        since=since,
        until=until,
        reason=reason,
        appointed_by=appointed_by,
        appointed_at=timezone.now(),
    )


@transaction.atomic
def end_mandate(*, mandate: AuditMandate, ended_by: Account) -> bool:
    """From now on it opens nothing. False where it had ended early before."""
    ended = AuditMandate.objects.filter(pk=mandate.pk, ended_at__isnull=True).update(
        ended_at=timezone.now(), ended_by=ended_by
    )
    forget_roles(mandate.auditor_id)
    return bool(ended)
