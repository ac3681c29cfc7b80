"""Transcripts as CSV and XLSX, written as they are read: memory does not grow with people."""

from collections.abc import Iterable, Iterator, Sequence

from curriculum.standards.speaking import made_in
from curriculum.standards.spreadsheets import csv_chunks
from curriculum.standards.workbook import workbook

from .columns import COLUMNS, rows_of
from .lines import Transcript

FILE_LANGUAGE = "es"  # titles of untranslated rows: one language, whoever presses the button


def csv_lines(transcripts: Iterable[Transcript], columns: Sequence[str] = COLUMNS) -> Iterator[bytes]:
    """A line for each row. Titles are in FILE_LANGUAGE where `transcripts` are built as they are asked for."""
    return csv_chunks(columns, _cells(transcripts, columns))


def xlsx_chunks(transcripts: Iterable[Transcript], columns: Sequence[str] = COLUMNS) -> Iterator[bytes]:
    """The same rows as a workbook."""
    return workbook("transcripts", columns, _cells(transcripts, columns))


def _cells(transcripts: Iterable[Transcript], columns: Sequence[str]) -> Iterator[Sequence[str]]:
    built = made_in(FILE_LANGUAGE, transcripts)
    rows: Iterator[Sequence[str]] = (row for transcript in built for row in rows_of(transcript))
    if tuple(columns) == COLUMNS:
        return rows
    wanted = [COLUMNS.index(column) for column in columns]
    return ([row[position] for position in wanted] for row in rows)
