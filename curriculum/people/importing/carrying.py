"""What was checked travels to the confirmation and back with the reader: signed, packed, and kept nowhere here."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core import signing

from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from ..registering import DocumentDetails, PersonDetails
from .checking import Checked

SALT = "curriculum.people.importing"
GOOD_FOR = 60 * 60  # seconds


class PreviewExpired(Exception):
    """What came back is too old, was changed on the way, or was another person's."""


def pack(rows: Sequence[Checked], *, institution: Institution, account: Account) -> str:
    """The rows without errors, as a text that only this account can bring back for this institution."""
    good = [_plain(row) for row in rows if not row.errors]
    return signing.dumps([institution.pk, account.pk, good], salt=SALT, compress=True)


def unpack(packed: str, *, institution: Institution, account: Account) -> list[Checked]:
    """The rows again. Raises PreviewExpired."""
    try:
        institution_id, account_id, rows = signing.loads(packed, salt=SALT, max_age=GOOD_FOR)
    except signing.BadSignature as error:
        raise PreviewExpired from error
    if (institution_id, account_id) != (institution.pk, account.pk):
        raise PreviewExpired
    return [_checked(row) for row in rows]


def _plain(row: Checked) -> dict[str, Any]:
    details = asdict(row.details)
    birth_date = details.pop("birth_date")
    return {
        "number": row.number,
        "details": details,
        "birth_date": birth_date.isoformat() if birth_date else None,
        "document": list(asdict(row.document).values()) if row.document else None,
        "user_name": row.user_name,
        "group": row.group,
    }


def _checked(row: dict[str, Any]) -> Checked:
    birth_date = date.fromisoformat(row["birth_date"]) if row["birth_date"] else None
    return Checked(
        number=row["number"],
        details=PersonDetails(**row["details"], birth_date=birth_date),
        document=DocumentDetails(*row["document"]) if row["document"] else None,
        user_name=row["user_name"],
        group=row["group"],
    )
