"""How large the letters of a drawing are on the smallest phone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from curriculum.api import drawing_fault

SMALLEST_PIXELS = 11
WIDTH_OF_A_PICTURE = 280  # what a screen of 320 pixels leaves between its margins

NUMBER = re.compile(r"\d*\.?\d+")
SIZE_IN_STYLE = re.compile(r"font-size:\s*(\d*\.?\d+)")
SCALE = re.compile(r"scale\(\s*(\d*\.?\d+)")


@dataclass(frozen=True, slots=True, order=True)
class DrawnText:
    """A text of a drawing and the size of its letters, in pixels, on a screen of 320."""

    pixels: float
    text: str


def smallest_text(name: str, content: bytes) -> DrawnText | None:
    """The smallest text of a drawing; None where there is none, or where no size can be told.

    A drawing that is not safe to read (`drawing_fault`) has no size either.
    """
    if not name.lower().endswith(".svg") or drawing_fault(name, content):
        return None
    root = ElementTree.fromstring(content)  # noqa: S314 - found safe above
    box = NUMBER.findall(root.get("viewBox", ""))
    if len(box) != 4 or not float(box[2]):
        return None
    per_unit = WIDTH_OF_A_PICTURE / float(box[2])
    return min(_texts(root, 0, per_unit), default=None)


def _texts(element: ElementTree.Element, size: float, per_unit: float) -> Iterator[DrawnText]:
    """Every text with a known size; sizes are inherited, and a group may be drawn larger or smaller."""
    size = _size_of(element) or size
    scale = SCALE.search(element.get("transform", ""))
    per_unit *= float(scale[1]) if scale else 1
    words = " ".join("".join(element.itertext()).split())
    if element.tag.rpartition("}")[2] == "text" and words and size:
        yield DrawnText(size * per_unit, words)
    for child in element:
        yield from _texts(child, size, per_unit)


def _size_of(element: ElementTree.Element) -> float | None:
    found = NUMBER.match(element.get("font-size", "")) or None
    if found:
        return float(found[0])
    in_style = SIZE_IN_STYLE.search(element.get("style", ""))
    return float(in_style[1]) if in_style else None
