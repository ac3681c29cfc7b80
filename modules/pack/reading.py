"""What a learner reads in a lesson of a pack and in its quiz, as plain text for measuring how hard it is to read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from curriculum.api import PackFolder
from modules.readability import ReadingLevel, reading_level

from .folders import QUIZ, lesson_folders
from .markdown import to_html

TOKENS = {"[[emergency_number]]": "911"}
TAG = re.compile(r"<[^>]+>")
END_OF_LINE = re.compile(r"</(?:p|li)>")
# What of a block is not read as its text: names of files and of other things, and how it looks.
NOT_READ = {"id", "key", "type", "file", "picture", "alt", "level", "quiz", "correct"}


@dataclass(frozen=True, slots=True)
class Measured:
    """A lesson, or the quiz that belongs to it, in one language."""

    path: str
    is_quiz: bool
    level: ReadingLevel


def measured_lessons(pack: PackFolder, language: str) -> Iterator[Measured]:
    """The reading level of every lesson that is written in this language, each followed by its quiz.

    Raises PackError when a file cannot be read.
    """
    for folder in lesson_folders(pack):
        if language not in folder.languages:
            continue
        yield Measured(folder.path, False, reading_level(lesson_text(folder.text(language)), language))
        quiz = f"{folder.path}/{QUIZ}"
        if pack.has(quiz):
            text = quiz_text(pack.document(quiz).data, language)
            yield Measured(folder.path, True, reading_level(text, language))


def lesson_text(lesson: Mapping[str, Any]) -> str:
    """All that is read of a lesson, a line for each paragraph, step and item."""
    read = [lesson["title"], lesson["summary"], *lesson["outcomes"]]
    for block in lesson["blocks"]:
        if block["type"] == "text":
            read.append(unescape(TAG.sub("", END_OF_LINE.sub("\n", to_html(block["text"])))))
        else:
            read += _texts(block)
    return _with_tokens_read(read)


def quiz_text(quiz: Mapping[str, Any], language: str) -> str:
    """All that is read of a quiz in one language: questions, answers and feedback."""
    return _with_tokens_read(_texts(quiz["questions"], language))


def _texts(value: Any, language: str = "") -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, language)
    elif isinstance(value, Mapping) and language in value:
        yield from _texts(value[language])
    elif isinstance(value, Mapping):
        for name, part in value.items():
            if name not in NOT_READ or (name == "correct" and isinstance(part, Mapping)):
                yield from _texts(part, language)


def _with_tokens_read(lines: list[str] | Iterator[str]) -> str:
    text = "\n".join(line.replace("**", "") for line in lines)
    for token, spoken in TOKENS.items():
        text = text.replace(token, spoken)
    return text
