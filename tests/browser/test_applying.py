"""On a phone somebody asks for a place and sends a photograph; at a desk the office looks, decides and writes."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from curriculum.site.demo.applying import DELIA, NAHIR, ROSA

from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]


def photograph() -> dict[str, object]:
    file = BytesIO()
    Image.new("RGB", (640, 480), "#eeeeee").save(file, "JPEG")
    return {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


@pytest.fixture
def at_the_desk(desk: Visitor) -> Visitor:
    """The office reads Spanish."""
    desk.language = "es"
    return desk


def test_applying_without_scripts_and_being_admitted(
    phone_without_script: Visitor, at_the_desk: Visitor, sign_in: SignIn
) -> None:
    phone = phone_without_script
    sign_in(phone, NAHIR.username)
    phone.go("apply/")
    phone.sees("Apply for a course")
    phone.page.locator(".rows a").first.click()
    phone.sees("The school looks at it")
    phone.page.locator("a[href*='/answer/1/']").click()
    phone.page.locator("[name=pages]").set_input_files([photograph(), photograph()])
    phone.page.locator("[name=subject]").first.check()
    phone.press("Keep")
    phone.sees("Kept. You can go on now or later.")
    phone.press("Send my application")
    phone.sees("With the school")

    sign_in(at_the_desk, "marta")
    page = at_the_desk.page
    page.goto("/admin/papers/")
    page.get_by_role("link", name=re.compile(NAHIR.name)).first.click()
    page.get_by_role("radio", name=at_the_desk.word("Yes, it is in order")).check()
    at_the_desk.look("review-paper")
    page.locator("main form button[type=submit]").last.click()
    page.goto("/admin/applications/")
    at_the_desk.look("applications")
    page.get_by_role("link", name=re.compile(NAHIR.name)).first.click()
    at_the_desk.look("application-desk")
    page.get_by_role("radio", name=at_the_desk.word("Admit"), exact=True).check()
    at_the_desk.press("Decide")
    at_the_desk.sees("Decisions so far")
    page.get_by_role("link", name=at_the_desk.word("Print the letter")).first.click()
    at_the_desk.sees("You are admitted. We are glad that you will learn with us.")

    phone.go("apply/")
    phone.page.locator(".rows a").first.click()
    phone.follow("Your course is on your path.")
    expect(phone.page).to_have_url(re.compile("/es/path/"))


def test_what_an_applicant_sees_has_nothing_that_keeps_her_out(phone: Visitor, sign_in: SignIn) -> None:
    sign_in(phone, DELIA.username)
    phone.go("apply/")
    phone.look("applications-of-hers")
    phone.page.locator(".rows a").first.click()
    phone.sees("Still missing")
    phone.look("application")
    phone.page.locator("a[href*='/answer/1/']").click()
    phone.look("answer-schooling")
    phone.page.locator("[name=photo]").set_input_files(
        {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": b"<svg/>"}
    )
    phone.page.locator("[name=subject]").first.check()
    phone.press("Keep")
    expect(phone.page.get_by_text("foto.jpg").first).to_be_visible()
    phone.page.go_back()
    phone.page.go_back()
    phone.follow("See how to complete school")
    phone.look("completing-school")


def test_the_office_lets_somebody_begin_with_a_proof_to_come(at_the_desk: Visitor, sign_in: SignIn) -> None:
    sign_in(at_the_desk, "marta")
    page = at_the_desk.page
    page.goto("/admin/applications/")
    page.get_by_role("link", name=re.compile(ROSA.name)).first.click()
    at_the_desk.sees("In order")
    page.goto("/admin/applications/")
    page.get_by_role("link", name=re.compile(DELIA.name)).first.click()
    page.get_by_role("radio", name=at_the_desk.word("Admit"), exact=True).check()
    at_the_desk.press("Decide")
    at_the_desk.sees("Still missing")
    page.get_by_role("radio", name=at_the_desk.word("Admit, with a proof to be handed in later")).check()
    at_the_desk.press("Decide")
    page.get_by_role("link", name=at_the_desk.word("Print the letter")).first.click()
    at_the_desk.sees(
        "Send it as soon as you have it. Until then you learn like everybody else; only the certificate waits."
    )
    at_the_desk.look("letter")
