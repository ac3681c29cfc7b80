"""Drawings that are safe to show: an SVG can carry programs and addresses."""

import re
from xml.etree import ElementTree

ACTIVE = {"script", "foreignObject", "iframe", "animate", "set", "handler"}
DECLARATION = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
STYLESHEET = re.compile(
    rb"<\?xml-stylesheet", re.IGNORECASE
)  # it can rewrite a drawing into a page with programs


def drawing_fault(name: str, content: bytes) -> str | None:
    """What is wrong with a drawing, as an English msgid; None for a safe one and for photographs."""
    if not name.lower().endswith(".svg"):
        return None
    if b"\0" in content:  # two bytes a letter: what is looked for below could hide
        return "This drawing cannot be read. Save it again as plain SVG."
    if DECLARATION.search(content):
        return "This drawing has a DOCTYPE. Save it as plain SVG."
    if STYLESHEET.search(content):
        return "This drawing holds a program, an animation or an outside address. Save it as plain SVG."
    try:
        root = ElementTree.fromstring(content)  # noqa: S314 - without a DOCTYPE nothing can expand
    except ElementTree.ParseError:
        return "This drawing cannot be read. Save it again as plain SVG."
    if any(_is_active(element) for element in root.iter()):
        return "This drawing holds a program, an animation or an outside address. Save it as plain SVG."
    return None


def _is_active(element: ElementTree.Element) -> bool:
    if not isinstance(element.tag, str):
        return False
    if element.tag.rpartition("}")[2] in ACTIVE:
        return True
    for name, value in element.attrib.items():
        local = name.rpartition("}")[2].lower()
        if local.startswith("on") or (local == "href" and not value.startswith("#")):
            return True
    return False
