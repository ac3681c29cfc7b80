"""A list as it was sent, from the page or later from a phone's queue: the same fields, the same judgement."""

from datetime import datetime
from uuid import UUID

from django.http import QueryDict

from curriculum.api import Account

from .enums import Absence, Source
from .errors import Unreadable
from .models import ClassSession, Presence
from .services import Mark, take_attendance

LONGEST_REASON = 200


def keep_list(
    data: QueryDict, *, session: ClassSession, taken_by: Account, at: datetime | None = None
) -> list[Presence]:
    """Take attendance as the fields say. Raises NotKept and IdentifierFound."""
    return take_attendance(
        session=session,
        marks=marks_in(data),
        taken_by=taken_by,
        source=Source.PAPER if data.get("paper") else Source.SCREEN,
        reason=" ".join(data.get("reason", "").split())[:LONGEST_REASON],
        at=at,
    )


def marks_in(data: QueryDict) -> list[Mark]:
    """A mark for everybody who stood on the list that was sent: there, unless `missing` names her."""
    missing = set(data.getlist("missing"))
    return [_mark(data, listed, listed in missing) for listed in dict.fromkeys(data.getlist("listed"))]


def _mark(data: QueryDict, listed: str, is_missing: bool) -> Mark:
    try:
        participation = UUID(listed)
    except ValueError:
        raise Unreadable from None
    if is_missing:
        return Mark(participation, _absence(data.get(f"why-{listed}", "")))
    return Mark(
        participation,
        late_minutes=_minutes(data.get(f"late-{listed}", "")),
        early_minutes=_minutes(data.get(f"early-{listed}", "")),
    )


def _absence(text: str) -> Absence:
    return Absence(text) if text in Absence.values else Absence.NOT_STATED


def _minutes(text: str) -> int:
    digits = text.strip() or "0"
    if not digits.isdecimal() or len(digits) > 3:
        raise Unreadable
    return int(digits)
