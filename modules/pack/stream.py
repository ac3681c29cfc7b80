"""The blocks of a pack as the stream data of a page.

A block keeps the id it has in the pack, and an item gets one from its place: without ids Wagtail would draw new
ones at each read, and translations would lose their text. Ids are unique inside one lesson only.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from .markdown import to_html

Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Belongings:
    """What the blocks of one lesson point to: pictures by file name and assessments by key, as ids."""

    pictures: Mapping[str, int]
    assessments: Mapping[str, int]


def body_of(blocks: list[Raw], things: Belongings) -> list[Raw]:
    """The stream data of a lesson's body. An assessment that is not installed is left out."""
    body = []
    for block in blocks:
        if block["type"] == "assessment" and block["quiz"] not in things.assessments:
            continue
        value = VALUES[block["type"]](block, things)
        body.append({"type": block["type"], "id": block["id"], "value": value})
    return body


def outcomes_of(outcomes: list[str]) -> list[Raw]:
    return [
        {"type": "outcome", "id": f"outcome-{number}", "value": outcome}
        for number, outcome in enumerate(outcomes, start=1)
    ]


def sources_of(sources: list[Raw]) -> list[Raw]:
    return [
        {
            "type": "source",
            "id": f"source-{number}",
            "value": {
                "title": source["title"],
                "publisher": source["publisher"],
                "year": source.get("year"),
                "url": source.get("url", ""),
            },
        }
        for number, source in enumerate(sources, start=1)
    ]


def _items(values: list[str], field: str) -> list[Raw]:
    return [
        {"type": "item", "id": f"{field}-{number}", "value": value}
        for number, value in enumerate(values, start=1)
    ]


def _picture(block: Raw, things: Belongings) -> Raw:
    return {"image": things.pictures[block["file"]], "alt": block["alt"], "caption": block["caption"]}


def _procedure(block: Raw, things: Belongings) -> Raw:
    steps = [
        {
            "type": "item",
            "id": step["id"],
            "value": {
                "text": step["text"],
                "image": things.pictures[step["picture"]] if "picture" in step else None,
                "alt": step.get("alt", ""),
            },
        }
        for step in block["steps"]
    ]
    return {"title": block["title"], "steps": steps}


def _do_dont(block: Raw, things: Belongings) -> Raw:
    return {field: _items(block[field], field) for field in ("do", "dont")}


def _checklist(block: Raw, things: Belongings) -> Raw:
    return {"title": block["title"], "items": _items(block["items"], "items")}


def _task_sheet(block: Raw, things: Belongings) -> Raw:
    kept = {field: block[field] for field in ("title", "minutes", "purpose", "lines", "bring")}
    return {**kept, "steps": _items(block["steps"], "steps")}


VALUES: dict[str, Callable[[Raw, Belongings], Any]] = {
    "heading": lambda block, things: block["text"],
    "text": lambda block, things: to_html(block["text"]),
    "picture": _picture,
    "procedure": _procedure,
    "do_dont": _do_dont,
    "warning": lambda block, things: {"level": block["level"], "text": block["text"]},
    "term": lambda block, things: {"term": block["term"], "definition": block["definition"]},
    "checklist": _checklist,
    "reflection": lambda block, things: {"question": block["question"]},
    "remember": lambda block, things: {"items": _items(block["items"], "items")},
    "task_sheet": _task_sheet,
    "assessment": lambda block, things: things.assessments[block["quiz"]],
}
