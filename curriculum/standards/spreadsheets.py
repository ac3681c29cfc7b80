"""Tables that leave for a spreadsheet, written as they are read: memory does not grow with rows."""

import csv
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

CSV_TYPE = "text/csv; charset=utf-8"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_STARTS = frozenset("=+-@\t\r")
LINES_A_CHUNK = 500


class _Line:
    """What csv.writer writes to: it hands the line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_chunks(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[bytes]:
    """UTF-8 with a byte order mark, so that spreadsheets read accents right.

    No cell begins as a formula. The headings come at once, then LINES_A_CHUNK lines together.
    """
    writer: Any = csv.writer(_Line())
    yield b"\xef\xbb\xbf" + writer.writerow(headings).encode()
    safe = ([f"'{text}" if text[:1] in FORMULA_STARTS else text for text in cells] for cells in rows)
    lines = map(writer.writerow, safe)
    while chunk := "".join(islice(lines, LINES_A_CHUNK)):
        yield chunk.encode()
