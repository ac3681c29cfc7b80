"""How the files of a lesson must look."""

from typing import Any

from curriculum.api import KEY, TEXT, list_of, shape
from modules.blocks.remember import THINGS_TO_REMEMBER
from modules.blocks.task_sheet import MOST_LINES
from modules.blocks.warning import WarningLevel

SOME_TEXT = {"type": "string", "minLength": 1}
ID = {"type": "string", "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$", "maxLength": 60}
FILE = {"type": "string", "pattern": r"^[A-Za-z0-9._-]+$"}
DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _words(longest: int) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": longest}


def _some(item: dict[str, Any], least: int, most: int) -> dict[str, Any]:
    return list_of(item) | {"minItems": least, "maxItems": most}


STEP = shape({"id": ID, "text": SOME_TEXT}, {"picture": FILE, "alt": _words(300)}) | {
    "dependentRequired": {"picture": ["alt"], "alt": ["picture"]}
}

BLOCK_FIELDS: dict[str, dict[str, Any]] = {
    "heading": {"text": SOME_TEXT},
    "text": {"text": SOME_TEXT},
    "picture": {"file": FILE, "alt": _words(300), "caption": {"type": "string", "maxLength": 200}},
    "procedure": {"title": _words(150), "steps": _some(STEP, 2, 12)},
    "do_dont": {"do": _some(_words(250), 1, 8), "dont": _some(_words(250), 1, 8)},
    "warning": {"level": {"enum": WarningLevel.values}, "text": SOME_TEXT},
    "term": {"term": _words(80), "definition": SOME_TEXT},
    "checklist": {"title": _words(150), "items": _some(_words(250), 2, 12)},
    "reflection": {"question": SOME_TEXT},
    "remember": {"items": _some(_words(200), THINGS_TO_REMEMBER, THINGS_TO_REMEMBER)},
    "task_sheet": {
        "title": _words(120),
        "minutes": {"type": "integer", "minimum": 5, "maximum": 600},
        "purpose": _words(200),
        "steps": _some(_words(300), 2, 8),
        "lines": {"type": "integer", "minimum": 0, "maximum": MOST_LINES},
        "bring": _words(250),
    },
    "assessment": {"quiz": KEY},
}


def _block(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "if": {"type": "object", "required": ["type"], "properties": {"type": {"const": kind}}},
        "then": shape({"id": ID, "type": TEXT, **fields}),
    }


BLOCK: dict[str, Any] = {
    "type": "object",
    "required": ["id", "type"],
    "properties": {"type": {"enum": list(BLOCK_FIELDS)}},
    "allOf": [_block(kind, fields) for kind, fields in BLOCK_FIELDS.items()],
}

LESSON_TEXT = shape(
    {
        "title": _words(200),
        "summary": _words(250),
        "outcomes": _some(_words(200), 1, 4),
        "blocks": list_of(BLOCK) | {"minItems": 1},
    }
)

SOURCE = shape(
    {"title": _words(300), "publisher": _words(200)}, {"year": {"type": "integer"}, "url": {"type": "string"}}
)
REVIEW = {"oneOf": [{"type": "null"}, shape({"by": SOME_TEXT, "on": DAY}, {"next": DAY})]}
LESSON = shape(
    {"key": KEY, "minutes": {"type": "integer", "minimum": 1, "maximum": 240}},
    {"reviewed": REVIEW, "sources": list_of(SOURCE), "quiz": {"type": ["string", "null"]}},
)
