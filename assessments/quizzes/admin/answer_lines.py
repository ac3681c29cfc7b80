"""Answers written as lines of text, and what they mean for each kind of question. Pure."""

import re
from collections.abc import Iterable, Iterator

from assessments.quizzes.content import CHOICES, OptionContent, QuestionContent, QuestionType

RIGHT = re.compile(r"^\s*\*\s*")
PAIR = re.compile(r"\s*(?:=|→|->)\s*")
TRUE_WORDS = frozenset(
    {"true", "verdadero", "verdadera", "verdadeiro", "verdadeira", "vrai", "sí", "si", "sim", "oui", "v"}
)
FALSE_WORDS = frozenset({"false", "falso", "falsa", "faux", "no", "não", "nao", "non", "f"})


def read_lines(kind: QuestionType, text: str, language: str) -> QuestionContent:
    """The part of a question that its answers are, in one language; the rest is empty.

    Choices: one a line, a star before the right ones. Steps: in the right order. Pairs: `left = right`.
    True or false: that word. A number: with a point or a comma. Words: each accepted answer on its own line.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    first = lines[0] if lines else ""
    number = first.replace(",", ".") if kind is QuestionType.NUMBER else ""
    return {
        "key": "",
        "type": kind.value,
        "points": 1,
        "text": {},
        "options": list(_options(kind, lines, language)),
        "is_true": _truth(first) if kind is QuestionType.TRUE_FALSE else None,
        "answer": number,
        "tolerance": "0",
        "unit": {},
        "accepted": {language: lines} if kind is QuestionType.SHORT_TEXT else {},
        "feedback_correct": {},
        "feedback_wrong": {},
    }


def _options(kind: QuestionType, lines: Iterable[str], language: str) -> Iterator[OptionContent]:
    if kind not in CHOICES and kind not in {QuestionType.ORDER, QuestionType.MATCH}:
        return
    for number, line in enumerate(lines):
        words, match = RIGHT.sub("", line) if kind in CHOICES else line, ""
        if kind is QuestionType.MATCH:
            words, match = (*PAIR.split(line, maxsplit=1), "")[:2]
        yield {
            "key": str(number),
            "text": {language: words},
            "match": {language: match} if match else {},
            "correct": kind in CHOICES and bool(RIGHT.match(line)),
            "feedback": {},
            "picture": "",
        }


def _truth(word: str) -> bool | None:
    said = word.casefold().strip(" .!*")
    if said in TRUE_WORDS:
        return True
    return False if said in FALSE_WORDS else None
