"""Transcripts of many people leave the system: first the reason is put down, then the file flows."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from curriculum.people.models import ExportFormat, ExportLog, ExportSubject, Group
from curriculum.standards.accounts import Account
from curriculum.standards.clock import local_date
from curriculum.standards.models import Institution, Programme
from curriculum.standards.spreadsheets import CSV_TYPE, XLSX_TYPE

from .building import build_transcripts
from .columns import ALWAYS, COLUMNS
from .paper import pdf_zip
from .permissions import can_export
from .queries import people_of_group, people_of_programme
from .tables import csv_lines, xlsx_chunks

CONTENT_TYPES = {
    ExportFormat.PDF: "application/zip",
    ExportFormat.CSV: CSV_TYPE,
    ExportFormat.XLSX: XLSX_TYPE,
}
EXTENSIONS = {ExportFormat.PDF: "zip", ExportFormat.CSV: "csv", ExportFormat.XLSX: "xlsx"}


class MayNotExport(Exception):
    """Only administrators of the institution take out transcripts of others."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file on its way: its name, what it is, and its bytes, made as they are asked for."""

    log: ExportLog
    file_name: str
    content_type: str
    chunks: Iterator[bytes]


@transaction.atomic
def export_transcripts(
    *,
    of: Group | Programme,
    file_format: ExportFormat,
    reason: str,
    exported_by: Account,
    language: str,
    columns: Collection[str] = COLUMNS,
    at: datetime | None = None,
) -> Export:
    """Put down who takes what and why, and open the file. `language` is that of PDFs; tables have none.

    A table has the chosen `columns`, always in the order of COLUMNS, and those that say whose row it is.
    Raises MayNotExport, and ValueError where no reason is given.
    """
    institution = of.institution
    if not can_export(exported_by, institution):
        raise MayNotExport(of)
    if not reason.strip():
        raise ValueError("an export needs a reason")
    moment = at or timezone.now()
    chosen = tuple(column for column in COLUMNS if column in ALWAYS or column in columns)
    person_ids = people_of_group(of) if isinstance(of, Group) else people_of_programme(of)
    log = ExportLog.objects.create(
        institution=institution,
        exported_by=exported_by,
        exported_at=moment,
        subject=ExportSubject.GROUP if isinstance(of, Group) else ExportSubject.PROGRAMME,
        subject_key=of.key,
        format=file_format,
        detail="" if chosen == COLUMNS else " ".join(chosen),
        people=len(person_ids),
        reason=reason.strip(),
    )
    day = local_date(moment, institution).isoformat()
    return Export(
        log=log,
        file_name=f"transcripts-{of.key}-{day}.{EXTENSIONS[file_format]}",
        content_type=CONTENT_TYPES[file_format],
        chunks=_chunks(person_ids, institution, moment, file_format, language, chosen),
    )


def _chunks(
    person_ids: list[int],
    institution: Institution,
    moment: datetime,
    file_format: ExportFormat,
    language: str,
    columns: Sequence[str],
) -> Iterator[bytes]:
    transcripts = build_transcripts(person_ids=person_ids, institution=institution, as_at=moment)
    if file_format is ExportFormat.PDF:
        return pdf_zip(transcripts, language=language)
    lines = csv_lines if file_format is ExportFormat.CSV else xlsx_chunks
    return lines(transcripts, columns)
