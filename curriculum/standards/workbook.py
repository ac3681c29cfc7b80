"""A spreadsheet (XLSX) sent while it is written: nothing is kept but the row at hand.

A workbook is a zip of XML parts. What must be known at the end, the list of sheets, stands in the last parts, so a
sheet that is full is followed by another.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from xml.sax.saxutils import escape

import zipstream

Cells = Sequence[str]
ROWS_A_SHEET = 1_000_000  # Excel takes 1,048,576
LONGEST_CELL = 32_767
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def workbook(name: str, headings: Cells, rows: Iterable[Cells]) -> Iterator[bytes]:
    """The workbook in pieces: every cell is a text, never a formula or a link; the headings stay in sight."""
    archive = zipstream.ZipStream(compress_type=zipstream.ZIP_DEFLATED, compress_level=6)
    waiting = iter(rows)
    first = next(waiting, None)
    sheets = 0
    while first is not None or not sheets:
        sheets += 1
        filled = chain([first] if first is not None else [], islice(waiting, ROWS_A_SHEET - 1))
        archive.add(_sheet(headings, filled), f"xl/worksheets/sheet{sheets}.xml")
        yield from archive.all_files()
        first = next(waiting, None)
    for path, part in _frame(name, sheets).items():
        archive.add((HEAD + part).encode(), path)
    yield from archive.finalize()


def _sheet(headings: Cells, rows: Iterable[Cells]) -> Iterator[bytes]:
    yield (
        f'{HEAD}<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        "<sheetData>"
    ).encode()
    yield from (_row(cells) for cells in chain([headings], rows))
    yield b"</sheetData></worksheet>"


def _row(cells: Cells) -> bytes:
    return f"<row>{''.join(map(_cell, cells))}</row>".encode()


def _cell(text: str) -> str:
    said = escape(NOT_IN_XML.sub("", text)[:LONGEST_CELL])
    return f'<c t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


def _frame(name: str, sheets: int) -> dict[str, str]:
    """The parts that tie the sheets together."""
    numbers = range(1, sheets + 1)
    listed = "".join(f'<sheet name="{escape(name)}{n}" sheetId="{n}" r:id="r{n}"/>' for n in numbers)
    links = "".join(
        f'<Relationship Id="r{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{TYPES}.worksheet+xml"/>'
        for n in numbers
    )
    return {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>',
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{TYPES}.sheet.main+xml"/>{types}</Types>'
        ),
    }
