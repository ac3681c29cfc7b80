"""Transcripts as CSV and XLSX, written as they are read: memory does not grow with people."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from curriculum.standards.speaking import made_in
from curriculum.standards.spreadsheets import safe_cell

from .columns import COLUMNS, rows_of
from .lines import Transcript
from .workbook import workbook

FILE_LANGUAGE = "es"  # titles of untranslated rows: one language, whoever presses the button


class _Line:
    """What csv.writer writes to: it hands the line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(transcripts: Iterable[Transcript]) -> Iterator[bytes]:
    """UTF-8 with a byte order mark, so that spreadsheets read accents right; one chunk a line.

    The titles are in FILE_LANGUAGE where `transcripts` are built as they are asked for.
    """
    writer = csv.writer(_Line())
    yield b"\xef\xbb\xbf" + _encoded(writer, COLUMNS)
    for cells in _cells(transcripts):
        yield _encoded(writer, map(safe_cell, cells))


def xlsx_chunks(transcripts: Iterable[Transcript]) -> Iterator[bytes]:
    """The same rows as a workbook."""
    return workbook("transcripts", COLUMNS, _cells(transcripts))


def _cells(transcripts: Iterable[Transcript]) -> Iterator[list[str]]:
    rows = (row for transcript in transcripts for row in rows_of(transcript))
    return ([row[column] for column in COLUMNS] for row in made_in(FILE_LANGUAGE, rows))


def _encoded(writer: Any, cells: Iterable[str]) -> bytes:
    line: str = writer.writerow(cells)
    return line.encode()
