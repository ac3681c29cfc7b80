"""Transcripts as CSV and XLSX, written as they are read: memory does not grow with people."""

from collections.abc import Iterable, Iterator

from curriculum.standards.speaking import made_in
from curriculum.standards.spreadsheets import csv_chunks
from curriculum.standards.workbook import workbook

from .columns import COLUMNS, rows_of
from .lines import Transcript

FILE_LANGUAGE = "es"  # titles of untranslated rows: one language, whoever presses the button


def csv_lines(transcripts: Iterable[Transcript]) -> Iterator[bytes]:
    """A line for each row. Titles are in FILE_LANGUAGE where `transcripts` are built as they are asked for."""
    return csv_chunks(COLUMNS, _cells(transcripts))


def xlsx_chunks(transcripts: Iterable[Transcript]) -> Iterator[bytes]:
    """The same rows as a workbook."""
    return workbook("transcripts", COLUMNS, _cells(transcripts))


def _cells(transcripts: Iterable[Transcript]) -> Iterator[list[str]]:
    built = made_in(FILE_LANGUAGE, transcripts)
    return (row for transcript in built for row in rows_of(transcript))
