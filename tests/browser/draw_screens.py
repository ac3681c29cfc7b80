"""Draws the pictures that stand in the repository: `make pictures`. It is no test, so only its name runs it.

They are the eight main screens for the README, and the one picture that message apps show of a link.
"""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.serving import ROOT

from .screens import SCREENS, Screen
from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
IMAGES = Path(ROOT) / "docs" / "images"
SHARE = Path(ROOT) / "static" / "cuidar" / "share" / "cuidar.png"
CARD = {"width": 1200, "height": 630}
COLOURS = 96  # flat drawings need no more, and the pictures stay small
MAIN = {"first-page", "course", "my-path", "lesson", "quiz", "my-hours", "my-record", "supervise"}
DRAWN = [(who, screen) for who, screens in SCREENS.items() for screen in screens if screen.name in MAIN]


@pytest.mark.parametrize(("who", "screen"), DRAWN, ids=lambda part: getattr(part, "name", part))
def test_draw_a_screen(phone: Visitor, sign_in: SignIn, who: str, screen: Screen) -> None:
    if who:
        sign_in(phone, who)
    screen.open(phone.page, phone.language)
    keep(phone.page, IMAGES / f"{screen.name}.png")


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
