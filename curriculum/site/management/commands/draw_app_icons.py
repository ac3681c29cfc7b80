"""Draws the app's icons for phones that want pixels, from the same arches as `cuidar.svg`."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from PIL import Image, ImageDraw

FOLDER = Path("static/cuidar/icons")
PAPER, TEAL, CORAL, SUN = "#fbf6ee", "#1f7a76", "#d9694f", "#f0b94d"
FINE = 4  # drawn so many times larger and made small, so that edges are smooth
GRID = 48  # the drawing's own units
WHOLE = 0.86
MASKABLE = 0.62  # a phone may cut a circle out of the picture: what matters stays inside


ICONS = (("app-192", 192, WHOLE), ("app-512", 512, WHOLE), ("app-maskable-512", 512, MASKABLE))


class Command(BaseCommand):
    help = (
        "Draws the PNG icons of the installable app into static/cuidar/icons; run it after changing the mark."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        folder = settings.ROOT / FOLDER
        for name, size, share in (
            ("app-192", 192, 0.86),
            ("app-512", 512, 0.86),
            ("app-maskable-512", 512, MASKABLE),
        ):
            drawn(size, share).save(folder / f"{name}.png", optimize=True)


def drawn(size: int, share: float) -> Image.Image:
    """The mark on paper, `share` of the picture wide."""
    side = size * FINE
    unit = side * share / GRID
    first, second = _arch(side, unit, 5, 34, 20, 14.5), _arch(side, unit, 22, 43, 29, 10.5)
    picture = Image.new("RGB", (side, side), PAPER)
    picture.paste(TEAL, mask=first)
    picture.paste(CORAL, mask=second)
    both = Image.composite(first, Image.new("L", (side, side), 0), second)
    picture.paste(SUN, mask=both)
    return picture.resize((size, size), Image.Resampling.LANCZOS).quantize(64)


def _arch(side: int, unit: float, left: float, right: float, spring: float, radius: float) -> Image.Image:
    """Round above, firm below: where it is, in units of the drawing."""
    mask = Image.new("L", (side, side), 0)
    pen = ImageDraw.Draw(mask)
    shift = (side - unit * GRID) / 2

    def at(*units: float) -> list[float]:
        return [shift + unit * value for value in units]

    pen.ellipse(at(left, spring - radius, right, spring + radius), fill=255)
    pen.rectangle(at(left, spring, right, 43), fill=255)
    return mask
