import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from curriculum.people.importing.checking import check_line
from curriculum.people.importing.columns import Column
from curriculum.people.importing.reading import MOST_BYTES, MOST_ROWS, SheetRefused, read_sheet


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("encoding", "said"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("latin-1", "Latin-1"), ("utf-16", "UTF-16")],
)
def test_signs_and_letters_are_found_out(sign: str, encoding: str, said: str) -> None:
    text = "\r\n".join(sign.join(cells) for cells in [("Nombre", "Grupo"), ("Begoña Núñez", "mvd-1")])
    sheet = read_sheet(text.encode(encoding))
    assert sheet.encoding == said
    assert sheet.lines[0][Column.NAME] == "Begoña Núñez"
    assert sheet.lines[0][Column.GROUP] == "mvd-1"
    assert sheet.lines[0].number == 2


def test_quirks_of_spreadsheets_are_forgiven() -> None:
    text = 'sep=;\r\nNombre;Grupo;Documento;;\r\n\r\n;;;;\r\n"Ana; la mayor" ;\xa0mvd-1;="0123456";;\r\n'
    sheet = read_sheet(text.encode())
    assert len(sheet.lines) == 1
    assert sheet.lines[0].number == 5
    assert sheet.lines[0].cells == {
        Column.NAME: "Ana; la mayor",
        Column.GROUP: "mvd-1",
        Column.DOCUMENT_NUMBER: "0123456",
    }


def test_columns_that_nobody_asked_for_are_said() -> None:
    assert read_sheet(b"name,group,shoe size\nAna,g,38").unknown == ("shoe size",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"  \r\n ", "empty"),
        (b"x" * (MOST_BYTES + 1), "larger than 1 MB"),
        (b"PK\x03\x04 a workbook", "workbook"),
        (b"\x89PNG\x00\x00", "not a text file"),
        (b"nombre\nAna", "missing: Group"),
        (b"hello world", "missing: Full name, Group"),
        (b"name,nombre,group\nAna,Ana,g", "stand twice: Full name"),
        (b"name,group\n", "no people"),
        (b"name,group\n" + b"Ana,g\n" * (MOST_ROWS + 1), "2001 rows"),
        (b'name,group\n"Ana,g' + b"x" * 140_000, "cannot be read"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    with translation.override("en"), pytest.raises(SheetRefused) as refused:
        read_sheet(content)
    assert said in str(refused.value)


@given(st.binary(max_size=400))
def test_any_bytes_are_answered_or_refused(content: bytes) -> None:
    try:
        lines = read_sheet(content).lines
    except SheetRefused:
        lines = ()
    assert all(check_line(line, country="UY").number >= 2 for line in lines)


@given(st.lists(st.text(max_size=60), min_size=len(Column), max_size=len(Column)))
def test_any_row_under_the_right_headings_is_a_person_or_says_what_is_wrong(cells: list[str]) -> None:
    quoted = [f'"{cell.replace(chr(34), "")}"' for cell in cells]
    content = f"{','.join(Column)}\n{','.join(quoted)}\n".encode("utf-8", errors="ignore")
    try:
        sheet = read_sheet(content)
    except SheetRefused:
        return
    for line in sheet.lines:
        row = check_line(line, country="UY")
        assert row.errors or (row.details.name[0].isalpha() and row.group)


def check(cells: dict[Column, str]) -> list[str]:
    base = {Column.NAME: "Ana Píriz", Column.GROUP: "mvd-1", Column.DOCUMENT_NUMBER: "1.234.567-8"}
    heads, values = zip(*(base | cells).items(), strict=True)
    text = ";".join(heads) + "\n" + ";".join(values)
    with translation.override("en"):
        return check_line(read_sheet(text.encode()).lines[0], country="UY").errors


@pytest.mark.parametrize("text", ["1985-12-31", "31/12/1985", "31-12-1985", "31.12.1985"])
def test_dates_are_read_day_first_or_iso(text: str) -> None:
    line = read_sheet(f"name;group;birth_date\nAna;g;{text}".encode()).lines[0]
    assert check_line(line, country="UY").details.birth_date.isoformat() == "1985-12-31"


@pytest.mark.parametrize(
    ("column", "text", "said"),
    [
        (Column.NAME, "", "name is missing"),
        (Column.NAME, "=HYPERLINK(1)", "not a name"),
        (Column.NAME, "@SUM", "not a name"),
        (Column.GROUP, "", "group is missing"),
        (Column.BIRTH_DATE, "12/31/1985", "day first"),
        (Column.BIRTH_DATE, "31/12/85", "day first"),
        (Column.BIRTH_DATE, "31/12/2085", "Check the year"),
        (Column.EMAIL, "ana", "not an e-mail"),
        (Column.PHONE, "=1+1", "not a phone"),
        (Column.DOCUMENT_NUMBER, "1,23E+07", "shortened"),
        (Column.DOCUMENT_NUMBER, "=1+1", "not a document number"),
        (Column.DOCUMENT_KIND, "carné de socia", "not a kind of document"),
        (Column.DOCUMENT_COUNTRY, "Uruguay", "two letters"),
        (Column.USER_NAME, "a b", "user name"),
    ],
)
def test_each_doubtful_cell_is_said_in_words(column: Column, text: str, said: str) -> None:
    assert any(said in error for error in check({column: text})), check({column: text})


def test_a_good_row_has_no_errors() -> None:
    assert (
        check({Column.DOCUMENT_KIND: "Cédula", Column.EMAIL: "ana@example.org", Column.PHONE: "+598 99 1"})
        == []
    )
