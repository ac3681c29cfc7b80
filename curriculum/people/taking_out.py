"""Putting down what leaves the system, before it leaves."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from curriculum.standards.accounts import Account

from .models import ExportFormat, ExportLog, ExportSubject


@transaction.atomic
def log_list(
    *,
    institution_ids: Iterable[int],
    name: str,
    chosen: str,
    file_format: ExportFormat,
    people: int,
    reason: str,
    exported_by: Account,
    at: datetime,
) -> None:
    """A list of the desk goes out: one line for each institution whose data it shows, about so many `people`.

    `chosen` is the search and the filters as they stand in the address. Raises ValueError where no reason is given.
    """
    if not reason.strip():
        raise ValueError("an export needs a reason")
    ExportLog.objects.bulk_create(
        ExportLog(
            institution_id=institution_id,
            exported_by=exported_by,
            exported_at=at,
            subject=ExportSubject.LIST,
            subject_key=name,
            detail=chosen,
            format=file_format,
            people=people,
            reason=reason.strip(),
        )
        for institution_id in institution_ids
    )
