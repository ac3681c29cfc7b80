"""Task sheets: work on paper, on a page that prints."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from curriculum.enums import Role
from modules.models import LessonPage

from .school import School, make_lesson, make_staff

SHEET: dict[str, Any] = {
    "title": "Tres notas",
    "minutes": 60,
    "purpose": "Escribir hechos.",
    "steps": ["Mire media hora.", "Escriba tres notas."],
    "lines": 5,
    "bring": "Una nota, sin nombres.",
}


@pytest.fixture
def lesson(school: School) -> LessonPage:
    page = make_lesson(school.module_page, "La nota")
    page.body = [*((block.block_type, block.value) for block in page.body), ("task_sheet", SHEET)]
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def address(page: LessonPage) -> str:
    return reverse("modules:lesson_sheets", args=[page.translation_key])


def test_a_lesson_shows_its_task_and_leads_to_the_sheet(as_learner: Client, lesson: LessonPage) -> None:
    read = as_learner.get(reverse("modules:lesson", args=[lesson.translation_key]))
    assert "Tres notas" in read.text
    assert "60 minutos" in read.text
    assert 'href="sheets/"' in read.text


def test_the_sheet_has_its_steps_and_lines_to_write_on(as_learner: Client, lesson: LessonPage) -> None:
    sheet = as_learner.get(address(lesson))
    assert sheet.status_code == 200
    assert sheet.text.count("<hr>") == 5
    assert "Mire media hora." in sheet.text
    assert "Una nota, sin nombres." in sheet.text


@pytest.mark.parametrize("outline", [True, False])
def test_the_sheet_of_an_outline_is_marked_too(
    as_learner: Client, lesson: LessonPage, school: School, outline: bool
) -> None:
    school.version.programme_modules.update(demonstration=outline)
    assert ("Demostración" in as_learner.get(address(lesson)).text) == outline


def test_a_lesson_without_a_task_has_no_sheet(as_learner: Client, school: School) -> None:
    assert as_learner.get(address(make_lesson(school.module_page, "Otra"))).status_code == 404


def test_who_may_not_read_the_lesson_may_not_read_its_sheet(
    client: Client, school: School, lesson: LessonPage
) -> None:
    assert client.get(address(lesson)).status_code == 302
    client.force_login(make_staff("sonia", school.institution, Role.SUPERVISOR))
    refused = client.get(address(lesson))
    assert refused.status_code == 403
    assert "Mire media hora." not in refused.text
