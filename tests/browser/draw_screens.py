"""Draws the pictures that stand in the repository: `make pictures`. It is no test, so only its name runs it.

They are the screens of the README, and the one picture that message apps show of a link.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.serving import ROOT

from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
IMAGES = Path(ROOT) / "docs" / "images"
SHARE = Path(ROOT) / "static" / "cuidar" / "share" / "cuidar.png"
CARD = {"width": 1200, "height": 630}
COLOURS = 96  # flat drawings need no more, and the pictures stay small
NOBODY = ""

# name: who looks, where she begins, what she presses on the way
SCREENS = {
    "first-page": (NOBODY, "", ()),
    "course": (NOBODY, "escuela-del-sur/", ("main .card--link a",)),
    "my-path": ("yusmary", "path/", ()),
    "lesson": ("yusmary", "path/", ("main a.next-step",)),
    "quiz": ("yusmary", "path/", ("main a.next-step", "main .block-assessment a.button")),
    "my-hours": ("yusmary", "hours/", ()),
    "my-record": ("yusmary", "record/", ()),
    "supervise": ("mabel", "supervise/", ()),
}


@pytest.mark.parametrize("name", SCREENS)
def test_draw_a_screen(phone: Visitor, sign_in: SignIn, name: str) -> None:
    who, start, presses = SCREENS[name]
    if who:
        sign_in(phone, who)
    phone.go(start)
    for target in presses:
        phone.page.locator(target).first.click()
    keep(phone.page, IMAGES / f"{name}.png")


def test_draw_the_card_of_a_link(page_at: Callable[..., Page]) -> None:
    """The picture of the first page on paper, with the name beside it."""
    page = page_at(viewport=CARD, locale="es-UY")
    page.goto("/es/")
    page.evaluate(
        """() => {
          const drawing = document.querySelector(".hero__picture").outerHTML;
          document.body.innerHTML = `<main class="card-of-link">${drawing}<p>Cuidar</p></main>`;
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(`
            body { display: block; min-height: 0; overflow: hidden }
            .card-of-link { display: flex; align-items: center; gap: 3rem; padding: 3.5rem; height: 630px }
            .card-of-link .hero__picture { flex: none; width: 700px; max-width: none; margin: 0 }
            .card-of-link p { font: 700 5.5rem/1 var(--voice) }`);
          document.adoptedStyleSheets = [sheet];
        }"""
    )
    keep(page, SHARE)


def keep(page: Page, path: Path) -> None:
    page.wait_for_load_state("networkidle")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
