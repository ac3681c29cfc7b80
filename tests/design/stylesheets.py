"""Read the stylesheets as data."""

import re
from pathlib import Path

CSS = Path(__file__).resolve().parents[2] / "static" / "cuidar" / "css"

Palette = dict[str, str]


def block_after(opening: str, css: str) -> str:
    """The declarations of the first rule that starts with `opening`."""
    start = css.index(opening) + len(opening)
    return css[start : css.index("}", start)]


def colours(declarations: str) -> Palette:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,8});", declarations))


def tokens() -> str:
    return (CSS / "tokens.css").read_text()


def light() -> Palette:
    return colours(block_after(":root {", tokens()))


def dark_by_choice() -> Palette:
    return colours(block_after(':root[data-theme="dark"] {', tokens()))


def dark_by_device() -> Palette:
    return colours(block_after(':root:not([data-theme="light"]) {', tokens()))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it, 0 to 1."""
    digits = colour.lstrip("#")
    pairs = [digit * 2 for digit in digits] if len(digits) == 3 else [digits[i : i + 2] for i in (0, 2, 4)]
    red, green, blue = (linear(int(pair, 16) / 255) for pair in pairs)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, 1 to 21."""
    brighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)
