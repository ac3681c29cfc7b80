"""Faults of lessons, each with file and line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.utils import translation

from curriculum.packs.folder import PackFolder
from curriculum.packs.services import LIBRARY
from modules.pack.checking import lesson_faults
from modules.pack.markdown import shape_of, to_html, to_markdown, unknown_marks

from .pack_files import make_pack, write


@pytest.fixture(autouse=True)
def said_in_english() -> Iterator[None]:
    """Faults are said in the reader's language; these tests read English."""
    with translation.override("en"):
        yield


ES, PT = "lessons/levelling/01-one/es.yaml", "lessons/levelling/01-one/pt.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return make_pack(tmp_path / "small", "one")


def faults(pack: Path) -> list[str]:
    return sorted(str(fault) for fault in lesson_faults(PackFolder(pack)))


def change(pack: Path, path: str, **fields: Any) -> None:
    write(pack / path, {**yaml.safe_load((pack / path).read_text()), **fields})


def change_block(pack: Path, path: str, block_id: str, **fields: Any) -> int:
    """Change one block; returns the line on which it stands."""
    text = yaml.safe_load((pack / path).read_text())
    block = next(block for block in text["blocks"] if block["id"] == block_id)
    block.update(fields)
    write(pack / path, text)
    lines = (pack / path).read_text().splitlines()
    return lines.index(f"- id: {block_id}") + 1


def test_a_good_pack_has_no_faults(pack: Path) -> None:
    assert faults(pack) == []


def test_the_library_has_no_faults() -> None:
    assert list(lesson_faults(PackFolder(LIBRARY / "uy-dependency-care"))) == []


def test_a_language_with_another_number_of_items_is_named_with_its_line(pack: Path) -> None:
    line = change_block(pack, PT, "list", items=["A", "B", "C"])
    assert faults(pack) == [
        f"{PT}:{line}: “list” is built differently from es.yaml: "
        "the same parts, items and bold words must be there."
    ]


def test_bold_words_and_paragraphs_must_agree(pack: Path) -> None:
    change_block(pack, PT, "story", text="Uma linha sem negrito.")
    assert len(faults(pack)) == 1


def test_blocks_in_another_order_are_found(pack: Path) -> None:
    text = yaml.safe_load((pack / PT).read_text())
    text["blocks"].reverse()
    write(pack / PT, text)
    assert "not in the same order" in faults(pack)[0]


@pytest.mark.parametrize(
    "markdown",
    [
        "# Título",
        "![foto](x.svg)",
        "<b>hola</b>",
        "`código`",
        "- a\n  - b",
        "[aquí](mailto:ana@example.org)",
        "> cita",
    ],
)
def test_marks_that_a_lesson_does_not_know_are_faults(pack: Path, markdown: str) -> None:
    change_block(pack, ES, "story", text=markdown)
    assert any("Only paragraphs, lists" in fault for fault in faults(pack))


@pytest.mark.parametrize(
    ("block_id", "fields"),
    [
        ("keep", {"items": ["uno", "dos"]}),
        ("care", {"level": "terrible"}),
        ("label", {"alt": ""}),
        ("label", {"file": "../../secret.svg"}),
        ("steps", {"steps": [{"id": "a", "text": "Uno"}, {"id": "b", "text": "Dos", "picture": "hand.svg"}]}),
        ("word", {"term": None}),
        ("pair", {"colour": "red"}),
    ],
)
def test_a_block_of_the_wrong_shape_is_a_fault_of_its_file(
    pack: Path, block_id: str, fields: dict[str, Any]
) -> None:
    line = change_block(pack, ES, block_id, **fields)
    found = [fault for fault in faults(pack) if fault.startswith(f"{ES}:")]
    assert found
    assert any(int(fault.split(":")[1]) >= line for fault in found)


def test_a_picture_that_is_not_there_is_named(pack: Path) -> None:
    (pack / "lessons/levelling/01-one/pictures/label.svg").unlink()
    assert any("“label.svg” is not in the folder" in fault for fault in faults(pack))


@pytest.mark.parametrize(
    "drawing",
    [
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "<svg xmlns='http://www.w3.org/2000/svg'><image href='https://example.org/x.png'/></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>",
        "not a drawing",
        "",
    ],
)
def test_a_drawing_that_is_not_plain_is_a_fault(pack: Path, drawing: str) -> None:
    (pack / "lessons/levelling/01-one/pictures/label.svg").write_text(drawing)
    assert any("label.svg: This drawing" in fault for fault in faults(pack))


def test_everything_is_said_at_once(pack: Path) -> None:
    (pack / ES).write_bytes("título: ñ".encode("latin-1"))
    (pack / PT).write_text("title: [")
    change(pack, "lessons/levelling/01-one/lesson.yaml", quiz="nowhere", minutes="seven")
    assert len(faults(pack)) == 3


def test_a_key_used_twice_is_found(tmp_path: Path) -> None:
    pack = make_pack(tmp_path / "twice", "one", "two")
    change(pack, "lessons/levelling/02-two/lesson.yaml", key="one")
    assert any("“one” is already used in lessons/levelling/01-one" in fault for fault in faults(pack))


@pytest.mark.parametrize(
    "markdown",
    [
        "Un párrafo con **negrita** y *cursiva*.\n\nOtro.\n",
        "- uno\n- **dos**\n\nDespués\n\n1. primero\n2. segundo\n",
        "Un asterisco \\* y un guion bajo\\_.\n",
        "1\\. No es una lista\n",
        "\\- tampoco\n",
        "5 < 6 & 7 > 2\n",
        "Ver [la guía](https://example.org/a?b=1&c=2).\n",
    ],
)
def test_markdown_comes_back_as_it_was(markdown: str) -> None:
    assert to_html(to_markdown(to_html(markdown))) == to_html(markdown)
    assert to_markdown(to_html(markdown)) == markdown


def test_html_in_a_text_never_becomes_html() -> None:
    assert "<script>" not in to_html("<script>alert(1)</script>")
    assert unknown_marks("<script>alert(1)</script>")


def test_the_shape_of_a_text_counts_its_bold_words() -> None:
    assert shape_of("Uno **dos** y **tres**") == [("paragraph_open", 0), ("text", 2)]
