"""A quiz with the keyboard alone: every answer can be reached, given and handed in."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from .answering import questions_on
from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
MOST_TABS = 60


def test_a_quiz_with_the_keyboard_alone(desk: Visitor, sign_in: SignIn) -> None:
    sign_in(desk, "thais")
    desk.go("path/")
    desk.page.get_by_role("link", name="Nivelamento").first.click()
    desk.page.get_by_role("link", name="Ler o rótulo").first.click()
    desk.follow("Practise once more")
    desk.reads_title("Perguntas sobre o rótulo")
    for question, group in questions_on(desk, "levelling/01-medicine-label"):
        answer_with_keys(desk, question, group)
    reach(desk.page, desk.button("Hand in my answers"))
    desk.page.keyboard.press("Enter")
    desk.sees("Done!")
    assert desk.faults == []


def answer_with_keys(visitor: Visitor, question: dict[str, Any], group: Locator) -> None:
    page, language = visitor.page, visitor.language
    match question["type"]:
        case "single" | "picture":
            right = next(option for option in question["options"] if option["correct"])
            choose(page, group, right["text"][language])
        case "true_false":
            choose(page, group, visitor.word("True" if question["correct"] else "False"))
        case "multiple":
            right = [option["text"][language] for option in question["options"] if option["correct"]]
            for box in group.get_by_role("checkbox").all():
                reach(page, box)
                if box.evaluate("box => box.labels[0].innerText.trim()") in right:
                    page.keyboard.press("Space")
        case "match":
            right_of = {pair["left"][language]: pair["right"][language] for pair in question["pairs"]}
            for select in group.get_by_role("combobox").all():
                reach(page, select)
                choose_below(page, select, right_of[select.evaluate("select => select.labels[0].innerText")])
        case other:
            raise NotImplementedError(other)


def reach(page: Page, target: Locator) -> None:
    """Press the tab key until the target has the focus."""
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} cannot be reached with the tab key")


def choose(page: Page, group: Locator, name: str) -> None:
    """One of several radio buttons: the tab key leads to the group, the arrows through it."""
    target = group.get_by_role("radio", name=name, exact=True)
    reach(page, group.get_by_role("radio").first)
    page.keyboard.press("Space")
    for _ in range(group.get_by_role("radio").count()):
        if target.is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"{name} cannot be reached with the arrows")


def choose_below(page: Page, select: Locator, label: str) -> None:
    for _ in range(select.locator("option").count()):
        page.keyboard.press("ArrowDown")
        if select.evaluate("select => select.selectedOptions[0].label") == label:
            return
    raise AssertionError(f"{label} cannot be reached with the arrows")
