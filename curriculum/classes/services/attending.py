"""Who was there. Minutes enter the ledger; a correction withdraws the old entry and says who and why (promise 2)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from curriculum.api import (
    Account,
    EvidenceDraft,
    pinned_module,
    record_evidence_for_many,
    refuse_identifiers,
)
from curriculum.classes.enums import Absence, Source
from curriculum.classes.errors import (
    AlreadyTaken,
    Cancelled,
    NotBegun,
    NotOnTheList,
    OwnAttendance,
    TooManyMinutes,
)
from curriculum.classes.models import ClassSession, Presence, PresenceNote
from curriculum.classes.roll import current_presences, listed_in
from curriculum.enums import FactKind

BEFORE_IT_BEGINS = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Mark:
    """What the list says of one learner, by the uuid of her participation. `absence` None: she was there."""

    participation: UUID
    absence: Absence | None = None
    late_minutes: int = 0
    early_minutes: int = 0

    def minutes_of(self, session: ClassSession) -> int:
        return 0 if self.absence else session.minutes - self.late_minutes - self.early_minutes

    def says(self, presence: Presence) -> bool:
        """Whether a row says the same already."""
        told = (presence.absence, presence.late_minutes, presence.early_minutes)
        return told == (self.absence or "", self.late_minutes, self.early_minutes)


@transaction.atomic
def take_attendance(
    *,
    session: ClassSession,
    marks: Sequence[Mark],
    taken_by: Account | None,
    source: Source = Source.SCREEN,
    reason: str = "",
    at: datetime | None = None,
    recorded_at: datetime | None = None,
) -> list[Presence]:
    """Keep what the list says and give the rows that are new; what stands already as told is left alone.

    `at` is when the list was taken, `recorded_at` when we learn of it; both are now when left out.

    With a reason, what says something else is corrected; without one AlreadyTaken is raised and nothing is kept.
    Raises NotBegun, Cancelled, OwnAttendance, NotOnTheList, TooManyMinutes, IdentifierFound. The number of queries
    does not grow with the learners.
    """
    moment = at or timezone.now()
    refuse_identifiers(reason)
    locked = ClassSession.objects.select_for_update(of=("self",)).select_related(
        "group__institution", "module"
    )
    session = locked.get(pk=session.pk)
    if session.is_cancelled:
        raise Cancelled
    if moment < session.starts_at - BEFORE_IT_BEGINS:
        raise NotBegun
    rows = _rows(session, _without_own(session, marks, taken_by), reason)
    for row in rows:
        row.source, row.taken_by, row.taken_at = source, taken_by, moment
    _record(session, rows, taken_by, reason, recorded_at)
    Presence.objects.bulk_create(rows)
    if reason:
        PresenceNote.objects.bulk_create(
            PresenceNote(presence=row, text=reason) for row in rows if row.replaces is not None
        )
    return rows


def _without_own(
    session: ClassSession, marks: Sequence[Mark], taken_by: Account | None
) -> list[tuple[Mark, Presence]]:
    """Each mark with an unsaved row for its learner, refused where it is not hers to take."""
    listed = {each.uuid: each for each in listed_in(session)}
    paired = []
    for mark in marks:
        learner = listed.get(mark.participation)
        if learner is None:
            raise NotOnTheList
        if taken_by is not None and learner.person.user_id == taken_by.pk:
            raise OwnAttendance
        if mark.minutes_of(session) < 0:
            raise TooManyMinutes
        row = Presence(
            uuid=uuid4(),
            session=session,
            participation=learner,
            absence=mark.absence or "",
            late_minutes=mark.late_minutes,
            early_minutes=mark.early_minutes,
            minutes=mark.minutes_of(session),
        )
        paired.append((mark, row))
    return paired


def _rows(session: ClassSession, paired: Iterable[tuple[Mark, Presence]], reason: str) -> list[Presence]:
    """The rows that say something new, each with the one that it replaces."""
    standing = {each.participation_id: each for each in current_presences(session)}
    rows, otherwise = [], []
    for mark, row in paired:
        earlier = standing.get(row.participation_id)
        if earlier is None or not mark.says(earlier):
            row.replaces = earlier
            rows.append(row)
        if earlier is not None and not mark.says(earlier):
            otherwise.append(row.participation.person.name)
    if otherwise and not reason:
        raise AlreadyTaken(otherwise)
    return rows


def _record(
    session: ClassSession,
    rows: Sequence[Presence],
    taken_by: Account | None,
    reason: str,
    recorded_at: datetime | None,
) -> None:
    """Minutes go to the ledger, and what they replace is withdrawn there."""
    drafts = [(row.participation.person, draft) for row in rows for draft in _drafts(session, row, reason)]
    recorded = record_evidence_for_many(
        drafts=drafts, institution=session.group.institution, recorded_by=taken_by, at=recorded_at
    )
    entries = {entry.source_ref: entry for entry in recorded.entries}
    for row in rows:
        row.evidence = entries.get(_source_ref(row))


def _drafts(session: ClassSession, row: Presence, reason: str) -> Iterable[EvidenceDraft]:
    if row.replaces is not None and row.replaces.evidence is not None:
        yield EvidenceDraft(
            kind=FactKind.WITHDRAWAL,
            source_ref=f"class-corrected:{row.uuid}",
            occurred_at=row.taken_at,
            subject=session.module.key,
            participation=row.participation,
            withdraws=row.replaces.evidence,
            note=reason,
        )
    if row.minutes:
        pinned = pinned_module(
            person_id=row.participation.person_id,
            module_id=session.module_id,
            participation=row.participation,
        )
        yield EvidenceDraft(
            kind=FactKind.CLASS_ATTENDANCE,
            source_ref=_source_ref(row),
            occurred_at=session.starts_at,
            subject=session.module.key,
            minutes=row.minutes,
            demonstration=pinned is not None and pinned.demonstration,
            participation=row.participation,
        )


def _source_ref(row: Presence) -> str:
    return f"class:{row.uuid}"
