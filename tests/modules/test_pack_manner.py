"""What a lesson owes its reader: notes that keep nothing from being loaded."""

from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import call_command
from django.utils import translation

from curriculum.packs.folder import PackFolder
from curriculum.packs.services import LIBRARY, notes_on
from modules.pack.drawn_text import DrawnText, smallest_text
from modules.pack.manner import lesson_notes
from modules.pack.minutes import independent_notes

from .pack_files import DRAWING, make_pack, write

HOME = "lessons/levelling/01-one"
DAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def said_in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return make_pack(tmp_path / "small", "one")


def notes(pack: Path, today: date = DAY) -> list[str]:
    return [str(note) for note in lesson_notes(PackFolder(pack), today)]


def change(pack: Path, name: str, **fields: Any) -> None:
    path = pack / HOME / name
    write(path, {**yaml.safe_load(path.read_text()), **fields})


def blocks(pack: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((pack / HOME / "es.yaml").read_text())["blocks"]
    return found


def test_the_library_owes_its_readers_nothing() -> None:
    assert notes_on(PackFolder(LIBRARY / "uy-dependency-care")) == []


def test_a_review_is_over_the_day_after_it_was_due(pack: Path) -> None:
    assert notes(pack, date(2027, 5, 1)) == []
    (note,) = notes(pack, date(2027, 5, 2))
    assert note.startswith(f"{HOME}/lesson.yaml:")
    assert note.endswith("The next review was due on 2027-05-01. Have the lesson read again.")


@pytest.mark.parametrize("review", [None, {"by": "Una enfermera", "on": "2020-01-01"}])
def test_a_lesson_without_a_next_review_has_none_that_is_over(pack: Path, review: Any) -> None:
    change(pack, "lesson.yaml", reviewed=review)
    assert notes(pack) == []


def test_a_lesson_without_sources_or_outcomes_is_named(pack: Path) -> None:
    change(pack, "lesson.yaml", sources=[])
    change(pack, "pt.yaml", outcomes=["Uno"])
    said = "\n".join(notes(pack))
    assert "lesson.yaml:1: Name at least one source" in said
    assert "pt.yaml:3: Say in at least two sentences" in said


def test_what_is_to_be_remembered_stands_at_the_end(pack: Path) -> None:
    written = blocks(pack)
    change(pack, "es.yaml", blocks=[written[-1], *written[:-1]])
    assert "Move what is to be remembered to the end" in "\n".join(notes(pack))
    change(pack, "es.yaml", blocks=written[:-1])
    assert "End the lesson with three things to remember" in "\n".join(notes(pack))


def test_letters_too_small_for_a_phone_are_named(pack: Path) -> None:
    drawing = DRAWING.format(colour="#fff").replace("</svg>", '<text font-size="15">500 mg</text></svg>')
    (pack / HOME / "pictures" / "label.svg").write_text(drawing, encoding="utf-8")
    (note,) = notes(pack)
    assert "label.svg: The text “500 mg” is 10 pixels high on a small phone. Make it at least 11." in note


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<text font-size="20">A</text>', DrawnText(14, "A")),
        ('<g font-size="20"><text>A <tspan>b</tspan></text></g>', DrawnText(14, "A b")),
        (
            '<g transform="translate(3 4) scale(.5)"><text style="font-size:20px">A</text></g>',
            DrawnText(7, "A"),
        ),
        ('<text font-size="40">A</text><text font-size="30">B</text>', DrawnText(21, "B")),
        ("<text>A</text>", None),
        ('<text font-size="20"> </text>', None),
        ("<script/>", None),
    ],
)
def test_sizes_are_inherited_and_scaled(inside: str, expected: DrawnText | None) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">{inside}</svg>'
    assert smallest_text("a.svg", svg.encode()) == expected
    assert smallest_text("a.png", svg.encode()) is None


def test_independent_work_is_what_the_task_sheets_take(pack: Path) -> None:
    programme = yaml.safe_load((pack / "programme.yaml").read_text())
    programme["modules"][0]["hours"] = {"online": "0:07", "independent": "1:01"}
    write(pack / "programme.yaml", programme)
    (note,) = [str(note) for note in independent_notes(PackFolder(pack))]
    assert "counts 61 minutes of independent work, but the task sheets of its lessons take 60." in note


def test_the_sheets_of_an_outline_are_not_written_yet(pack: Path) -> None:
    programme = yaml.safe_load((pack / "programme.yaml").read_text())
    programme["modules"][0] |= {"hours": {"independent": "1:01"}, "demonstration": True}
    write(pack / "programme.yaml", programme)
    assert list(independent_notes(PackFolder(pack))) == []


def test_notes_are_printed_and_keep_nothing_from_being_loaded(pack: Path) -> None:
    review = {"by": "Una enfermera", "on": "2020-01-01", "next": "2021-01-01"}
    change(pack, "lesson.yaml", reviewed=review)
    out = StringIO()
    call_command("check_pack", str(pack), stdout=out)  # in the language of the site
    note, success = out.getvalue().splitlines()
    assert note.endswith("La próxima revisión era el 2021-01-01. Haga leer la lección otra vez.")
    assert success == "Este paquete se puede cargar."


def test_a_broken_lesson_has_faults_and_no_notes(pack: Path) -> None:
    (pack / HOME / "lesson.yaml").write_text("key: [", encoding="utf-8")
    (pack / HOME / "es.yaml").write_text("- 1", encoding="utf-8")
    assert notes(pack) == []
