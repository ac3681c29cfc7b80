"""A supervisor without an account signs: by a link on her own phone, then by her number on the learner's."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import PHONE
from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
NUMBER = "482915"


@pytest.fixture
def her_own_phone(page_at: Callable[..., Page], phone: Visitor) -> Visitor:
    """The phone of a supervisor whom nobody has signed in there."""
    return Visitor(page_at(**PHONE), "es", phone.screens)


def log_an_hour(learner: Visitor) -> None:
    learner.go("hours/new/")
    learner.page.locator("[name=start]").fill("00:05")
    learner.page.locator("[name=end]").fill("00:10")
    learner.page.locator("[name=activities]").first.check()
    learner.page.locator("main form button.button--primary").click()


def test_a_link_then_a_number(phone: Visitor, desk: Visitor, her_own_phone: Visitor, sign_in: SignIn) -> None:
    desk.language = "es"
    sign_in(desk, "marta")
    desk.page.goto("/admin/sign_messages/contact/")
    desk.page.locator("[name=supervision]").select_option(label="Hugo Saldivia Techera: Hogar 14")
    desk.page.locator("[name=channel]").select_option("message")
    desk.page.locator("[name=address]").fill("099 555 111")
    desk.press("Confirm it")

    sign_in(phone, "odalys")
    phone.go("hours/")
    phone.follow("Ask for the signature")
    phone.look("ask-for-signature")
    phone.press("Send a message")
    expect(phone.page.get_by_text("099 555 111")).to_have_count(0)

    desk.page.goto("/admin/sign_messages/")
    desk.page.get_by_role("link", name="Hugo Saldivia Techera").first.click()
    words = desk.page.locator("[name=words]").input_value()
    address = next(part for part in words.split() if "/sign/" in part)
    desk.press("I have sent it")

    her_own_phone.page.goto(address[address.index("/", 8) :])
    her_own_phone.look("sign-by-link")
    her_own_phone.page.locator("main details summary").last.click()
    her_own_phone.page.locator("[name=new_pin]").fill(NUMBER)
    her_own_phone.press("Send my answer")
    her_own_phone.reads_title("Thank you")
    her_own_phone.look("signed-by-link")
    answer = her_own_phone.page.goto(address[address.index("/", 8) :])
    assert answer is not None
    assert answer.status == 404
    her_own_phone.reads_title("This link is not open")

    log_an_hour(phone)
    phone.follow("Ask for the signature")
    phone.follow("She is here: sign on this phone")
    phone.page.locator("[name=pin]").fill("000001")
    phone.press("Confirm")
    phone.sees("This number is not right. Try again.")
    phone.faults.clear()  # the browser grumbles of a form that came back
    phone.look("sign-by-number")
    phone.page.locator("[name=pin]").fill(NUMBER)
    phone.press("Confirm")
    phone.reads_title("My hours")
