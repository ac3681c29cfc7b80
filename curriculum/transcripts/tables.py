"""Transcripts as CSV and XLSX, written as they are read: memory does not grow with people."""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import IO, Any

import xlsxwriter
from django.utils import translation

from .columns import COLUMNS, rows_of
from .lines import Transcript

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
FILE_LANGUAGE = "es"  # titles of untranslated rows: one language, whoever presses the button


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


class _Line:
    """What csv.writer writes to: it hands the line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(transcripts: Iterable[Transcript]) -> Iterator[bytes]:
    """UTF-8 with a byte order mark, so that spreadsheets read accents right; one chunk a line."""
    writer = csv.writer(_Line())
    yield b"\xef\xbb\xbf" + _encoded(writer, COLUMNS)
    with translation.override(FILE_LANGUAGE):
        for transcript in transcripts:
            for row in rows_of(transcript):
                yield _encoded(writer, [safe_cell(row[column]) for column in COLUMNS])


def _encoded(writer: Any, cells: Iterable[str]) -> bytes:
    line: str = writer.writerow(cells)
    return line.encode()


def write_xlsx(transcripts: Iterable[Transcript], target: IO[bytes]) -> None:
    """One sheet, texts as texts: no cell is a formula or a link."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book, translation.override(FILE_LANGUAGE):
        sheet = book.add_worksheet("transcripts")
        sheet.write_row(0, 0, COLUMNS, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
        number = 0
        for transcript in transcripts:
            for row in rows_of(transcript):
                number += 1
                for column, name in enumerate(COLUMNS):
                    sheet.write_string(number, column, row[name])


def xlsx_bytes(transcripts: Iterable[Transcript]) -> bytes:
    """A whole workbook in memory; for a file on disk use `write_xlsx`."""
    target = BytesIO()
    write_xlsx(transcripts, target)
    return target.getvalue()
