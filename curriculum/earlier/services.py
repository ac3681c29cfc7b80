"""Bringing in what a file tells, attested by a named person; and taking it back while nothing rests on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone

from curriculum.api import Account, EvidenceDraft, Line, record_evidence_for_many
from curriculum.enums import FactKind

from .checking import Checked, check_lines
from .models import EarlierFile, EarlierRecord

if TYPE_CHECKING:
    from curriculum.models import Institution, Person

METHOD = "imported"


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What was written; no file where nothing was new."""

    file: EarlierFile | None
    rows: Sequence[Checked]


@transaction.atomic
def bring_in(
    *,
    lines: Sequence[Line],
    institution: "Institution",
    attested_by: Account,
    file_name: str = "",
    proof: File | None = None,
    at: datetime | None = None,
) -> BroughtIn:
    """Put the rows without errors into the ledger, as imported and attested by this account (R-LEV-4, R-MIG-2).

    The same row again changes nothing, in this file or another. What it earns is granted in the same transaction.
    Two imports of one institution wait for each other.
    """
    type(institution).objects.select_for_update().get(pk=institution.pk)
    moment = at or timezone.now()
    rows = check_lines(lines, institution=institution, importer=attested_by)
    new = [row for row in rows if row.is_new]
    if not new:
        return BroughtIn(None, rows)
    file = EarlierFile.objects.create(
        institution=institution, name=file_name[:200], brought_by=attested_by, brought_at=moment
    )
    if proof is not None:
        file.proof.save(proof.name or "proof", proof)
    drafts = [(row.person, _draft(file, row, institution)) for row in new if row.person]
    recorded = record_evidence_for_many(
        drafts=drafts, institution=institution, recorded_by=attested_by, at=moment
    )
    entries = {entry.source_ref: entry for entry in recorded.entries}
    EarlierRecord.objects.bulk_create(
        EarlierRecord(file=file, line=row.line, digest=row.digest, evidence=entries[_source_ref(file, row)])
        for row in new
    )
    return BroughtIn(file, rows)


def _draft(file: EarlierFile, row: Checked, institution: "Institution") -> EvidenceDraft:
    if row.kind is None or row.day is None:
        raise ValueError("A row with errors was to be brought in.")
    noon = datetime.combine(row.day, time(12), tzinfo=ZoneInfo(institution.time_zone))
    return EvidenceDraft(
        kind=row.kind,
        source_ref=_source_ref(file, row),
        occurred_at=noon,
        subject=row.module,
        minutes=row.minutes,
        setting=row.setting,
        method=METHOD,
        participation=row.participation,
    )


def _source_ref(file: EarlierFile, row: Checked) -> str:
    return f"earlier:{file.pk}:{row.line}"


@dataclass(frozen=True, slots=True)
class Undone:
    """How many rows were taken back, and of whom an award already rests on what stays."""

    taken_back: int
    staying: "Sequence[Person]"


@transaction.atomic
def undo_file(*, file: EarlierFile, undone_by: Account, at: datetime | None = None) -> Undone:
    """Withdraw what a file brought in, except what an award rests on already. Undone twice, nothing changes."""
    moment = at or timezone.now()
    file = EarlierFile.objects.select_for_update().get(pk=file.pk)
    standing = file.rows.filter(evidence__withdrawn_by__isnull=True).select_related("evidence__person")
    used = list(standing.filter(evidence__citations__isnull=False).distinct())
    unused = [row.evidence for row in standing.filter(evidence__citations__isnull=True)]
    drafts = [
        (
            entry.person,
            EvidenceDraft(
                kind=FactKind.WITHDRAWAL,
                source_ref=f"earlier-undone:{entry.pk}",
                occurred_at=moment,
                subject=entry.subject,
                participation=entry.participation,
                withdraws=entry,
            ),
        )
        for entry in unused
    ]
    record_evidence_for_many(drafts=drafts, institution=file.institution, recorded_by=undone_by, at=moment)
    if not used and file.undone_at is None:
        file.undone_at, file.undone_by = moment, undone_by
        file.save(update_fields=["undone_at", "undone_by"])
    people = {row.evidence.person_id: row.evidence.person for row in used}
    return Undone(len(unused), list(people.values()))
