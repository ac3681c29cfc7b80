"""A trainer at work: a lesson with its quiz written from one screen, and the one who is stuck found and seen."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import Locator, Page, expect

from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
MORNING = "Prado, por la mañana"
STUCK = "Gladys Machado Brum"
MODULE = "El rol de quienes cuidan, tareas y funciones"


@pytest.fixture
def tomas(desk: Visitor, sign_in: SignIn) -> Visitor:
    """The trainer, at a desk, in Spanish."""
    desk.language = "es"
    sign_in(desk, "tomas")
    return desk


def begin_a_lesson(page: Page, module: str) -> None:
    """From the menu to the form of a new lesson, by what the screen offers."""
    page.goto("/admin/")
    page.get_by_role("link", name="Escribir lecciones").click()
    page.get_by_role("row", name=module).get_by_role("link", name="Lección nueva").click()


def add_block(page: Page, name: str) -> None:
    body = page.locator("[id$='-body-section']").first
    body.locator(":scope > div .c-sf-add-button").last.click()
    page.get_by_role("option", name=name, exact=True).click()


def last(page: Page, ending: str) -> Locator:
    return page.locator(f"[name^='body-'][name$='{ending}']").last


def test_the_trainer_writes_a_lesson_with_its_quiz_and_is_advised(tomas: Visitor) -> None:
    page = tomas.page
    begin_a_lesson(page, MODULE)
    page.locator("[name=title]").press_sequentially(f"Pedir permiso {uuid4().hex[:6]}")
    page.locator("[name=summary]").fill("Una pregunta corta cambia todo.")
    page.locator("[name='outcomes-0-value']").fill("Va a poder pedir permiso.")
    page.locator("[name='body-0-value']").fill("Antes de mover")
    page.locator("[id$='-body-section'] .public-DraftEditor-content").first.click()
    page.keyboard.type("El paciente decide. Pregunte primero y espere.")
    for number, words in enumerate(("Pregunte.", "Espere.", "Respete.")):
        page.locator(f"[name='body-2-value-items-{number}-value']").fill(words)
    advice = page.locator("[data-lesson-advice]")
    expect(advice.locator("summary")).to_be_visible()
    advice.locator("summary").click()
    expect(advice).to_contain_text("persona cuidada")
    page.screenshot(path=tomas.screens / "trainer-lesson.png", full_page=True)

    add_block(page, tomas.word("Assessment"))
    page.locator("[data-chooser-action-choose]:visible").last.click()
    modal = page.locator(".modal-content").last
    modal.get_by_role("tab", name=tomas.word("New quiz")).click()
    modal.locator("[name=title]").fill("¿Pidió permiso?")
    modal.get_by_role("button", name=tomas.word("Create and choose")).click()
    expect(page.get_by_text("¿Pidió permiso?").first).to_be_visible()
    expect(advice).to_contain_text(tomas.word("This quiz has no questions yet. Open it and add some."))


def test_the_trainer_finds_who_is_stuck_and_sees_what_she_sees(tomas: Visitor) -> None:
    page = tomas.page
    page.goto("/admin/my-groups/")
    page.get_by_role("link", name=MORNING).click()
    stuck = page.locator(".group-stuck li").filter(has_text=STUCK)
    expect(stuck).to_contain_text("3 veces")
    tomas.look("trainer-group")
    stuck.get_by_role("link").click()
    tomas.sees("You see this page as %(name)s sees it", name=STUCK)
    expect(page.locator("form[inert]").first).to_be_attached()
    tomas.look("trainer-seen-as")
    page.get_by_role("link", name=tomas.word("Her record"), exact=True).click()
    tomas.sees("Who has looked")


def test_the_group_fits_a_phone(phone: Visitor, sign_in: SignIn) -> None:
    sign_in(phone, "tomas")
    phone.page.goto("/admin/my-groups/")
    phone.page.get_by_role("link", name=MORNING).click()
    expect(phone.page.locator(".group-stuck li").filter(has_text=STUCK)).to_be_visible()
    phone.look("trainer-group")
