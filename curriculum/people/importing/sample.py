"""The file to start from: the right headings in the reader's language, and two invented people."""

import io
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from django.utils.translation import gettext as _

from curriculum.standards.spreadsheets import CSV_TYPE, XLSX_TYPE

from ..enums import DocumentKind
from .columns import Column, title_of

EXAMPLES = (
    (
        "Ana Ejemplo Pérez",
        "31/12/1985",
        "UY",
        DocumentKind.IDENTITY_CARD,
        "1.234.567-8",
        "ana@example.org",
        "099 123 456",
        "es",
        "ana-ejemplo",
    ),
    ("Beatriz Exemplo", "02/05/1979", "BR", DocumentKind.PASSPORT, "FX123456", "", "", "pt", ""),
)
EXAMPLE_NAMES = frozenset(example[0] for example in EXAMPLES)
WIDTH = 22  # letters
TEXTS_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
ROWS_AS_TEXT = 2000


def sample_csv(group: str) -> HttpResponse:
    """With semicolons and a byte order mark, which spreadsheets of the region open as columns with right accents."""
    text = "\r\n".join(";".join(row) for row in _rows(group))
    return _download(f"\ufeff{text}\r\n".encode(), CSV_TYPE, "csv")


def sample_workbook(group: str) -> HttpResponse:
    """Every cell is a text, so that no leading zero is lost; a second sheet explains the columns."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, TEXTS_ONLY) as book:
        as_text, bold = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
        people = book.add_worksheet(_("People")[:31])
        people.set_column(0, len(Column) - 1, WIDTH, as_text)
        people.freeze_panes(1, 0)
        for line, row in enumerate(_rows(group)):
            people.write_row(line, 0, row, bold if line == 0 else as_text)
        _explain(book, people)
    return _download(file.getvalue(), XLSX_TYPE, "xlsx")


def _explain(book: xlsxwriter.Workbook, people: Any) -> None:
    """What goes into each column, and the kinds of documents to choose from."""
    name = _("How to fill it in")[:31]
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, WIDTH)
    sheet.set_column(1, 1, 90)
    for line, row in enumerate(_explained()):
        sheet.write_row(line, 0, row)
    first = len(Column) + 2
    for line, kind in enumerate(DocumentKind, start=first):
        sheet.write_string(line, 0, str(kind.label))
    column = list(Column).index(Column.DOCUMENT_KIND)
    source = f"='{name}'!$A${first + 1}:$A${first + len(DocumentKind)}"
    people.data_validation(
        1, column, ROWS_AS_TEXT, column, {"validate": "list", "source": source, "error_type": "information"}
    )


def _rows(group: str) -> list[list[str]]:
    people = [[str(getattr(cell, "label", cell)) for cell in (*example, group)] for example in EXAMPLES]
    return [[title_of(column) for column in Column], *people]


def _explained() -> list[tuple[str, str]]:
    texts = {
        Column.NAME: _("Required. The full name, as she writes it herself."),
        Column.BIRTH_DATE: _(
            "Day, month and year, such as 31/12/1985. Leave it empty if you do not know it."
        ),
        Column.DOCUMENT_COUNTRY: _("Two letters, such as UY or VE. A document of any country will do."),
        Column.DOCUMENT_KIND: ", ".join(str(kind.label) for kind in DocumentKind),
        Column.DOCUMENT_NUMBER: _("As it is printed on the document."),
        Column.EMAIL: _("If she has one."),
        Column.PHONE: _("With it she can sign in."),
        Column.LANGUAGE: _("es, pt, en or fr: in which she reads best."),
        Column.USER_NAME: _("With a user name she gets an account; you then print her sign-in slip."),
        Column.GROUP: _("Required. The short name of the group."),
    }
    return [(title_of(column), texts[column]) for column in Column]


def _download(content: bytes, content_type: str, ending: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="people-to-enrol.{ending}"'}
    return HttpResponse(content, content_type=content_type, headers=headers)
