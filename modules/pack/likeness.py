"""A lesson is one thing in all its languages: the same blocks, items and bold words in the same places."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_noop

from curriculum.api import Located, PackFault

from .markdown import shape_of


def likeness_faults(main: Located, other: Located) -> Iterator[PackFault]:
    """Where the other language is built differently from the main one."""
    ours, theirs = main.data["blocks"], other.data["blocks"]
    if len(main.data["outcomes"]) != len(other.data["outcomes"]):
        yield _differs(main, other, other.line_of("outcomes"), "outcomes")
    if [block["id"] for block in ours] != [block["id"] for block in theirs]:
        message = gettext_noop(
            "The blocks are not the same, or not in the same order, as in %(main)s. First difference: “%(id)s”."
        )
        number = _first_difference(ours, theirs)
        name = theirs[number]["id"] if number < len(theirs) else ours[number]["id"]
        values = (("main", main.path.rpartition("/")[2]), ("id", name))
        yield PackFault(other.path, other.line_of("blocks", number), message, values)
        return
    for number, (ours_block, theirs_block) in enumerate(zip(ours, theirs, strict=True)):
        if _build(ours_block) != _build(theirs_block):
            yield _differs(main, other, other.line_of("blocks", number), ours_block["id"])


def _differs(main: Located, other: Located, line: int, name: str) -> PackFault:
    message = (
        "“%(id)s” is built differently from %(main)s: the same parts, items and bold words must be there."
    )
    return PackFault(other.path, line, message, (("id", name), ("main", main.path.rpartition("/")[2])))


def _first_difference(ours: list[dict[str, Any]], theirs: list[dict[str, Any]]) -> int:
    pairs = enumerate(zip(ours, theirs, strict=False))
    shorter = min(len(ours), len(theirs))
    return next((number for number, (a, b) in pairs if a["id"] != b["id"]), shorter)


# What is not text: it must be equal, not only alike.
FACTS = {"id", "type", "file", "picture", "level", "quiz", "minutes", "lines"}


def _build(value: Any, name: str = "") -> Any:
    """A block without its words: what remains must be the same in every language."""
    if isinstance(value, dict):
        inner = {key: _build(part, key) for key, part in value.items()}
        if value.get("type") == "text":
            inner["text"] = shape_of(value["text"])
        return inner
    if isinstance(value, list):
        return [_build(part) for part in value]
    return value if name in FACTS else bool(value)
