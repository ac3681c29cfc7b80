"""The file to start from, in the reader's language, with two invented rows."""

import io

import xlsxwriter
from django.http import HttpResponse

from curriculum.api import CSV_TYPE, XLSX_TYPE

from .columns import EARLIER

EXAMPLES = (
    ("1.234.567-8", "Ana Ejemplo Pérez", "module", "levelling", "20", "", "31/12/2019"),
    ("1.234.567-8", "Ana Ejemplo Pérez", "practice", "", "12:30", "residence", "15/03/2020"),
)
TEXTS_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def sample(ending: str) -> HttpResponse:
    """`csv`, with semicolons and a byte order mark as spreadsheets of the region want it, or `xlsx`, all texts."""
    rows = [[EARLIER.title_of(column) for column in EARLIER.columns], *EXAMPLES]
    content = _workbook(rows) if ending == "xlsx" else _csv(rows)
    headers = {"Content-Disposition": f'attachment; filename="earlier-records.{ending}"'}
    return HttpResponse(content, content_type=XLSX_TYPE if ending == "xlsx" else CSV_TYPE, headers=headers)


def _csv(rows: list) -> bytes:
    text = "\r\n".join(";".join(row) for row in rows)
    return f"\ufeff{text}\r\n".encode()


def _workbook(rows: list) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, TEXTS_ONLY) as book:
        as_text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
        sheet = book.add_worksheet()
        sheet.set_column(0, len(rows[0]) - 1, 22, as_text)
        for line, row in enumerate(rows):
            sheet.write_row(line, 0, row, as_text if line else bold)
    return file.getvalue()
