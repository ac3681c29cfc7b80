"""The promises of docs/design-language.md that a machine can keep."""

import gzip
import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

from tests.design.stylesheets import CSS

TEMPLATES = Path(__file__).resolve().parents[2] / "curriculum" / "templates"
SERVED = sorted([*TEMPLATES.glob("*.html"), *(TEMPLATES / "cuidar").rglob("*.html")])
SHEETS = sorted(CSS.glob("*.css"))


def test_all_css_together_is_light_enough_for_a_poor_line() -> None:
    """Bytes as they travel: each sheet is served compressed."""
    assert sum(len(gzip.compress(sheet.read_bytes())) for sheet in SHEETS) < 14_000


def test_every_sheet_is_linked() -> None:
    linked = render_to_string("cuidar/components/stylesheets.html")
    assert [sheet.name for sheet in SHEETS if f"cuidar/css/{sheet.name}" not in linked] == []


def test_every_name_that_is_used_is_given() -> None:
    css = "".join(sheet.read_text() for sheet in SHEETS)
    given = set(re.findall(r"(--[\w-]+):", css))
    assert set(re.findall(r"var\((--[\w-]+)\)", css)) <= given


@pytest.mark.parametrize(
    "sheet", [sheet for sheet in SHEETS if sheet.name not in ("tokens.css", "print.css")]
)
def test_colours_are_named_in_one_place(sheet: Path) -> None:
    # Lesson pictures are drawn on paper in both themes; #0000 is no colour at all.
    colours = set(re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet.read_text())) - {"#0000", "#fbf6ee"}
    assert colours == set()


@pytest.mark.parametrize("template", SERVED, ids=lambda path: path.name)
def test_templates_keep_the_content_policy(template: Path) -> None:
    source = template.read_text()
    assert not re.search(r"\sstyle=|\son[a-z]+=\"|<style", source)
    assert not re.search(r"<script(?![^>]*\b(src|nonce|type=\"application/json\"))", source)
