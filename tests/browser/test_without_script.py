"""No script runs on her phone. She still studies, answers and logs her hours."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .answering import answer_right, questions_on
from .visitor import Visitor, day

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]


def test_she_studies_and_answers(phone_without_script: Visitor, sign_in: SignIn) -> None:
    sandra = phone_without_script
    sign_in(sandra, "luz")
    sandra.go("path/")
    sandra.take_the_next_step()
    sandra.follow("Begin the quiz")
    sandra.press("Hand in my answers")
    sandra.sees("Your answers are kept. These questions still wait:")
    for question, group in questions_on(sandra, "levelling/01-medicine-label"):
        answer_right(sandra, question, group)
    sandra.press("Hand in my answers")
    sandra.sees("Done!")


def test_she_logs_a_shift(phone_without_script: Visitor, sign_in: SignIn) -> None:
    alex = phone_without_script
    sign_in(alex, "alex")
    alex.go("hours/")
    alex.follow("Log a shift")
    alex.field("Day").fill(day(-2))
    alex.field("Start").fill("21:00")
    alex.field("End").fill("23:30")
    alex.page.locator("[name=activities]").first.check()
    alex.press("Send to my supervisor")
    alex.sees("Your shift is logged and waits for your supervisor.")
    expect(alex.page.get_by_text("El Timbó").first).to_be_visible()
