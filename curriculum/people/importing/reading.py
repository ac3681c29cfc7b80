"""From the bytes of a file to rows under known columns. Whatever the bytes, it answers or refuses in words."""

import csv
import io
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _

from .refusal import SheetRefused
from .vocabulary import PEOPLE, Vocabulary
from .workbooks import is_workbook, rows_of_workbook

MOST_BYTES = 1024 * 1024
MOST_ROWS = 2000
DELIMITERS = (";", ",", "\t")
UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number in the file, counted from 1 with the headings, and its cells by column."""

    number: int
    cells: dict[StrEnum, str]

    def __getitem__(self, column: StrEnum) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file says, how its letters were read ("" for a workbook), and which columns nobody asked for."""

    lines: tuple[Line, ...]
    encoding: str
    unknown: tuple[str, ...]


def read_sheet(content: bytes, vocabulary: Vocabulary = PEOPLE) -> Sheet:
    """Read a file with these columns, of people if not told otherwise. Raises SheetRefused, and nothing else."""
    rows, encoding = _rows_and_encoding(content, vocabulary)
    if not rows:
        raise SheetRefused(_("The file has no rows. Fill in the sample file and upload it again."))
    (_first, headings), body = rows[0], rows[1:]
    columns = _columns(headings, vocabulary)
    if not body:
        raise SheetRefused(_("The file has headings but no people. Add one row for each person."))
    if len(body) > MOST_ROWS:
        raise SheetRefused(
            _(
                "The file has %(count)s rows; at most %(most)s can be read at once. Split it into several files."
            )
            % {"count": len(body), "most": MOST_ROWS}
        )
    lines = tuple(Line(number, _cells(columns, cells)) for number, cells in body)
    unknown = tuple(heading for heading, column in zip(headings, columns, strict=True) if not column)
    return Sheet(lines, encoding, tuple(heading for heading in unknown if heading))


def _rows_and_encoding(content: bytes, vocabulary: Vocabulary) -> tuple[list[tuple[int, list[str]]], str]:
    if not content.strip():
        raise SheetRefused(_("The file is empty. Choose the file again, or fill in the sample file."))
    if len(content) > MOST_BYTES:
        raise SheetRefused(_("The file is larger than 1 MB. Split it into several files."))
    if is_workbook(content):
        return rows_of_workbook(content, MOST_ROWS), ""
    text, encoding = _decoded(content)
    return _rows(text, vocabulary), encoding


def _decoded(content: bytes) -> tuple[str, str]:
    if content.startswith(UTF16_STARTS):
        return _checked(content.decode("utf-16", errors="replace")), "UTF-16"
    try:
        return _checked(content.decode("utf-8-sig")), "UTF-8"
    except UnicodeDecodeError:
        return _checked(content.decode("cp1252", errors="replace")), "Latin-1"


def _checked(text: str) -> str:
    if "\0" in text:
        raise SheetRefused(
            _("This is not a text file. Save your list as CSV from the spreadsheet and upload that file.")
        )
    return text


def _rows(text: str, vocabulary: Vocabulary) -> list[tuple[int, list[str]]]:
    """Numbered rows that are not blank, split by whichever sign gives the most known headings."""
    text, skipped = _without_hint(text)
    ways = [_split(text, delimiter, skipped) for delimiter in DELIMITERS]
    return max(ways, key=lambda rows: _known_headings(rows, vocabulary))


def _without_hint(text: str) -> tuple[str, int]:
    """Spreadsheets may write `sep=;` as a first line."""
    first, _sign, rest = text.partition("\n")
    return (rest, 1) if first.strip().strip('"').lower().startswith("sep=") else (text, 0)


def _split(text: str, delimiter: str, skipped: int) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows = []
    try:
        for row in reader:
            cells = [_cell(cell) for cell in row]
            if any(cells):
                rows.append((reader.line_num + skipped, cells))
    except csv.Error as error:
        raise SheetRefused(
            _("Line %(line)s cannot be read. Look there for a quotation mark that is not closed.")
            % {"line": reader.line_num + skipped}
        ) from error
    return rows


def _cell(text: str) -> str:
    """Without the spaces around it, hard spaces too, and without the `="…"` by which spreadsheets keep zeros."""
    bare = text.replace("\N{NO-BREAK SPACE}", " ").strip()
    if bare.startswith('="') and bare.endswith('"') and len(bare) > 2:
        bare = bare[2:-1].strip()
    return bare


def _known_headings(rows: list[tuple[int, list[str]]], vocabulary: Vocabulary) -> int:
    return sum(1 for heading in rows[0][1] if vocabulary.column_called(heading)) if rows else 0


def _columns(headings: list[str], vocabulary: Vocabulary) -> list[StrEnum | None]:
    columns = [vocabulary.column_called(heading) for heading in headings]
    missing = [column for column in vocabulary.required if column not in columns]
    if missing:
        raise SheetRefused(
            _("These columns are missing: %(names)s. Write the headings as in the sample file.")
            % {"names": ", ".join(vocabulary.title_of(column) for column in missing)}
        )
    doubled = [column for column, count in Counter(columns).items() if column and count > 1]
    if doubled:
        raise SheetRefused(
            _("These columns stand twice: %(names)s. Keep one of each.")
            % {"names": ", ".join(vocabulary.title_of(column) for column in doubled)}
        )
    return columns


def _cells(columns: list[StrEnum | None], cells: list[str]) -> dict[StrEnum, str]:
    """Cells beyond the headings are left out: spreadsheets add empty ones."""
    return {column: cell for column, cell in zip(columns, cells, strict=False) if column}
