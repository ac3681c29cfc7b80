"""Every screen of learner, supervisor and visitor holds: on every width, at large letters, in both themes."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from .conftest import PHONE
from .screens import LEARNER, SCREENS, Screen
from .visitor import Visitor, axe_clean

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
WIDTHS = (320, 390, 768, 1280, 1440)
ZOOMED = 640  # what a screen of 1280 has left at 200 %
THUMB = 44  # CSS pixels
EVERY = [(who, screen) for who, screens in SCREENS.items() for screen in screens]

# What sticks out at the side, or holds more than it shows; a box that scrolls by itself may.
CLIPPED = """() => {
  const wide = document.documentElement.clientWidth;
  const scrolls = (element) => element.closest(".table-wrap, .visually-hidden, .skip-link, svg");
  return [...document.querySelectorAll("body *")].filter((element) => {
    if (scrolls(element) || !element.checkVisibility()) return false;
    const box = element.getBoundingClientRect();
    const cut = getComputedStyle(element).overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1
      && !element.matches("input, textarea, select, progress, pre");
    return box.width && (box.right > wide + 1 || box.left < -1 || cut);
  }).map((element) => element.outerHTML.slice(0, 120));
}"""
# A link inside a sentence is exempt (WCAG 2.5.8), and a box is pressed by its label.
TOO_SMALL = """(least) => [...document.querySelectorAll(
  "a[href], button, select, textarea, summary, input, label.choice"
)].filter((element) => {
    if (!element.checkVisibility() || element.closest(".skip-link, .visually-hidden")) return false;
    if (element.matches("input[type=checkbox], input[type=radio], input[type=hidden]")) return false;
    if (element.matches("a") && getComputedStyle(element).display === "inline") {
      return !element.closest("p, li, dd, td, th, .card--link");
    }
    if (element.matches(".card--link a")) return false;
    const box = element.getBoundingClientRect();
    return box.height < least - .5 || box.width < least - .5;
  }).map((element) => `${Math.round(element.getBoundingClientRect().height)} ${element.outerHTML.slice(0, 120)}`)"""


@pytest.mark.parametrize("language", ["es", "pt"])
@pytest.mark.parametrize(("who", "screen"), EVERY, ids=lambda part: getattr(part, "name", part))
def test_a_screen_holds(phone: Visitor, sign_in: SignIn, who: str, screen: Screen, language: str) -> None:
    if who:
        sign_in(phone, who)
    page = phone.page
    screen.open(page, language)
    assert faults_by_width(page) == {}
    assert page.evaluate(TOO_SMALL, THUMB) == []
    assert with_letters_twice_as_large(page) == []
    if language == "es":
        assert axe_clean(page) == []
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")  # no colour on its way
        assert axe_clean(page, "color-contrast") == []


def faults_by_width(page: Page) -> dict[int, Any]:
    """What is clipped or makes the page scroll sideways, by width; the page is back on a phone afterwards."""
    faults = {}
    for width in (*WIDTHS, ZOOMED):
        page.set_viewport_size({"width": width, "height": 800})
        scrolls = page.evaluate("document.documentElement.scrollWidth") > width
        if clipped := page.evaluate(CLIPPED):
            faults[width] = clipped
        elif scrolls:
            faults[width] = ["it scrolls sideways"]
    page.set_viewport_size(PHONE["viewport"])
    return faults


def with_letters_twice_as_large(page: Page) -> list[str]:
    """What is clipped when the phone's own letters are set to 200 %."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    clipped: list[str] = page.evaluate(CLIPPED)
    page.evaluate("document.documentElement.style.fontSize = ''")
    return clipped


def test_paper_keeps_what_matters_and_nothing_to_press(phone: Visitor, sign_in: SignIn) -> None:
    sign_in(phone, "yusmary")
    path, _, lesson, *_ = LEARNER
    said = printed(phone, path)
    for kept in ("Where I am", "Modules"):
        assert phone.word(kept) in said
    assert "2,5" in said  # hours of practice to go, from the list that is folded on the screen
    assert phone.word("Your next step") not in said
    assert phone.word("My record") not in said
    assert "Para recordar" in printed(phone, lesson)
    expect(phone.page.locator(".site-nav")).to_be_visible()


def printed(visitor: Visitor, screen: Screen) -> str:
    """The words on the sheets."""
    screen.open(visitor.page, visitor.language)
    sheets = PdfReader(BytesIO(visitor.page.pdf(format="A4"))).pages
    return " ".join(" ".join(sheet.extract_text() for sheet in sheets).split())
