"""The rows of a spreadsheet's own file (XLSX), as texts. One that would unpack to something huge is refused."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import openpyxl
from django.utils.translation import gettext as _

from .refusal import SheetRefused

NEW_FORMAT = b"PK\x03\x04"
OLD_FORMAT = b"\xd0\xcf\x11\xe0"
MOST_UNPACKED = 30 * 1024 * 1024
MOST_COLUMNS = 100


def is_workbook(content: bytes) -> bool:
    return content.startswith((NEW_FORMAT, OLD_FORMAT))


def rows_of_workbook(content: bytes, most_rows: int) -> list[tuple[int, list[str]]]:
    """Numbered rows of the first sheet that are not blank, at most one more than `most_rows`. Raises SheetRefused."""
    if content.startswith(OLD_FORMAT):
        raise SheetRefused(
            _("This workbook is of an old kind (XLS). Save it as XLSX or as CSV and choose that file.")
        )
    try:
        _look_before_unpacking(content)
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return list(_rows(book.worksheets[0], most_rows))
    except SheetRefused:
        raise
    except Exception as error:  # openpyxl meets broken files with whatever its parsers raise
        raise SheetRefused(
            _(
                "This workbook cannot be opened. Open it in your spreadsheet, save it again and choose that file."
            )
        ) from error


def _look_before_unpacking(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
            raise SheetRefused(
                _("This workbook is too large. Keep only the list of people and save it again.")
            )


def _rows(sheet: Any, most_rows: int) -> Iterator[tuple[int, list[str]]]:
    found = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), start=1):
        cells = [_text(value) for value in row]
        if any(cells):
            yield number, cells
            found += 1
        if found > most_rows + 1:
            return


def _text(value: Any) -> str:
    """Days in ISO form, and a whole number without the `.0` that spreadsheets keep behind it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\N{NO-BREAK SPACE}", " ").strip()
