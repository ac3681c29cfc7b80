"""Tables that leave for a spreadsheet, written as they are read: memory does not grow with rows."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


class _Line:
    """What csv.writer writes to: it hands the line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_chunks(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """UTF-8 with a byte order mark, so that spreadsheets read accents right; one chunk a line."""
    writer = csv.writer(_Line())
    yield b"\xef\xbb\xbf" + _encoded(writer, headings)
    for cells in rows:
        yield _encoded(writer, map(safe_cell, cells))


def _encoded(writer: Any, cells: Iterable[str]) -> bytes:
    line: str = writer.writerow(cells)
    return line.encode()
