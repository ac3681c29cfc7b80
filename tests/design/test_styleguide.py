"""The style guide shows what there is, so that nothing is drawn twice."""

import re

import pytest
from django.test import RequestFactory

from curriculum.site.styleguide import drawn_icons, styleguide
from tests.design.stylesheets import CSS


@pytest.fixture
def guide(rf: RequestFactory) -> str:
    return styleguide(rf.get("/styleguide/", {"form": "sent"})).content.decode()


def classes_of(html: str) -> set[str]:
    return {name for names in re.findall(r'class="([^"]*)"', html) for name in names.split()}


def test_every_icon_is_shown(guide: str) -> None:
    icons = drawn_icons()
    assert icons
    assert [icon for icon in icons if f"icons.svg#{icon}" not in guide] == []


def test_every_component_is_shown(guide: str) -> None:
    components = set(re.findall(r"^\.([a-z][a-z-]*)[ ,{.:]", (CSS / "components.css").read_text(), re.M))
    assert components - classes_of(guide) == set()


def test_every_lesson_block_is_shown(guide: str) -> None:
    blocks = set(re.findall(r"\.(block-[a-z-]+?)(?:--|__|[^a-z-])", (CSS / "lesson.css").read_text()))
    assert blocks - classes_of(guide) == set()
