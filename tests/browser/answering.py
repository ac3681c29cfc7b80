"""Answering a quiz as a person does: by what stands on the screen. The right answers come from the pack."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Literal

import yaml
from playwright.sync_api import Locator

from curriculum.packs.services import LIBRARY

from .visitor import Visitor

LESSONS = LIBRARY / "uy-dependency-care" / "lessons"


@cache
def quiz_of(lesson: str) -> dict[str, Any]:
    """The quiz of a lesson's folder, such as "levelling/01-medicine-label"."""
    return yaml.safe_load((LESSONS / lesson / "quiz.yaml").read_text())


def answer_all_right(visitor: Visitor, lesson: str) -> None:
    """Answer every question on the page in front of the visitor; nothing is handed in yet."""
    for question, group in questions_on(visitor, lesson):
        answer_right(visitor, question, group)


def questions_on(visitor: Visitor, lesson: str) -> Iterator[tuple[dict[str, Any], Locator]]:
    """Each question with its place on the page."""
    for question in quiz_of(lesson)["questions"]:
        text = question["text"][visitor.language]
        yield question, visitor.page.get_by_role("group").filter(has_text=text)


def answer_right(visitor: Visitor, question: dict[str, Any], group: Locator) -> None:
    HANDS[question["type"]](visitor, question, group)


def _choose(visitor: Visitor, question: dict[str, Any], group: Locator) -> None:
    role: Literal["checkbox", "radio"] = "checkbox" if question["type"] == "multiple" else "radio"
    for option in question["options"]:
        if option["correct"]:
            group.get_by_role(role, name=option["text"][visitor.language], exact=True).check()


def _say_if_true(visitor: Visitor, question: dict[str, Any], group: Locator) -> None:
    word = visitor.word("True" if question["correct"] else "False")
    group.get_by_role("radio", name=word, exact=True).check()


def _match(visitor: Visitor, question: dict[str, Any], group: Locator) -> None:
    for pair in question["pairs"]:
        select = group.get_by_label(pair["left"][visitor.language], exact=True)
        select.select_option(label=pair["right"][visitor.language])


def _put_in_order(visitor: Visitor, question: dict[str, Any], group: Locator) -> None:
    for place, item in enumerate(question["items"], start=1):
        group.get_by_label(item["text"][visitor.language], exact=True).select_option(label=str(place))


def _write_number(visitor: Visitor, question: dict[str, Any], group: Locator) -> None:
    group.get_by_role("textbox").fill(question["answer"])


def _write_words(visitor: Visitor, question: dict[str, Any], group: Locator) -> None:
    group.get_by_role("textbox").fill(question["accepted"][visitor.language][0])


HANDS: dict[str, Callable[[Visitor, dict[str, Any], Locator], None]] = {
    "single": _choose,
    "multiple": _choose,
    "picture": _choose,
    "true_false": _say_if_true,
    "match": _match,
    "order": _put_in_order,
    "number": _write_number,
    "short_text": _write_words,
}
