"""A spreadsheet (XLSX) in constant memory: rows go to a temporary file, and the file goes to the reader."""

import re
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import IO

import xlsxwriter

Cells = Sequence[str]
ROWS_A_SHEET = 1_000_000  # Excel takes 1,048,576
LONGEST_CELL = 32_767
PIECE = 64 * 1024
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
TEXTS_ONLY = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def workbook(name: str, headings: Cells, rows: Iterable[Cells]) -> Iterator[bytes]:
    """The workbook in pieces: every cell is a text, never a formula or a link; the headings stay in sight."""
    with TemporaryFile() as file:
        _write(file, name, headings, rows)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _write(file: IO[bytes], name: str, headings: Cells, rows: Iterable[Cells]) -> None:
    """A sheet that is full is followed by another."""
    with xlsxwriter.Workbook(file, TEXTS_ONLY) as book:
        sheet = _new_sheet(book, name, headings)
        line = 0
        for cells in rows:
            if line == ROWS_A_SHEET:
                sheet, line = _new_sheet(book, name, headings), 0
            line += 1
            for column, text in enumerate(cells):
                sheet.write_string(line, column, NOT_IN_XML.sub("", text)[:LONGEST_CELL])


def _new_sheet(book: xlsxwriter.Workbook, name: str, headings: Cells) -> xlsxwriter.worksheet.Worksheet:
    sheet = book.add_worksheet(f"{name}{len(book.worksheets()) + 1}")
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, headings)
    return sheet
