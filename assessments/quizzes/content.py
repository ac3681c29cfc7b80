"""What a question says, as plain data that can be frozen with an attempt and marked without a database."""

import hashlib
import json
from enum import StrEnum
from typing import TypeAlias, TypedDict


class QuestionType(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    ORDER = "order"
    MATCH = "match"
    NUMBER = "number"
    SHORT_TEXT = "short_text"
    PICTURE = "picture"


CHOICES = frozenset({QuestionType.SINGLE, QuestionType.MULTIPLE, QuestionType.PICTURE})
"""Types where some of the options are right."""

WITH_OPTIONS = CHOICES | {QuestionType.ORDER, QuestionType.MATCH}

Texts: TypeAlias = dict[str, str]
"""One text by language code; languages without a text are left out."""

Answer: TypeAlias = str | list[str] | dict[str, str]
"""The key of an option, "true" or "false", or what was typed; keys of options in the order given; or, for pairs,
the key of each left side with the key of the right side chosen for it."""


class OptionContent(TypedDict):
    """One row of a question: a choice, a step (listed in the right order) or a pair (`text` with `match`)."""

    key: str
    text: Texts
    match: Texts
    correct: bool
    feedback: Texts
    picture: str


class QuestionContent(TypedDict):
    """A question in all its languages. `answer` and `tolerance` are decimals written with a point."""

    key: str
    type: str
    points: int
    text: Texts
    options: list[OptionContent]
    is_true: bool | None
    answer: str
    tolerance: str
    unit: Texts
    accepted: dict[str, list[str]]
    feedback_correct: Texts
    feedback_wrong: Texts


def digest(content: object) -> str:
    """The version of a content: equal contents have equal digests, in every process and for ever."""
    canonical = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(canonical.encode()).hexdigest()}"


def text_in(texts: Texts, language: str) -> str:
    """A text in this language, else in the first language that has one; empty where there is none."""
    return texts.get(language) or next((text for text in texts.values() if text), "")
