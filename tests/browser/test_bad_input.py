"""Whatever she types or opens, she is told in her own language what to do, and what she typed is kept."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from .visitor import Visitor, day

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
BACKWARDS = (
    "The end is not after the start. Correct the times. If you finished after midnight, tick “I finished "
    "the next day”."
)
TO_COME = "This shift has not ended yet. Check the day and the times, or log it when it is over."


@pytest.fixture
def yusmary(phone: Visitor, sign_in: SignIn) -> Visitor:
    sign_in(phone, "yusmary")
    return phone


@pytest.mark.parametrize(
    ("from_today", "start", "end", "answer"),
    [(-2, "22:00", "20:00", BACKWARDS), (3, "08:00", "10:00", TO_COME)],
)
def test_a_shift_that_cannot_be(yusmary: Visitor, from_today: int, start: str, end: str, answer: str) -> None:
    yusmary.go("hours/new/")
    yusmary.field("Day").fill(day(from_today))
    yusmary.field("Start").fill(start)
    yusmary.field("End").fill(end)
    yusmary.page.locator("[name=activities]").first.check()
    yusmary.press("Send to my supervisor")
    expect(yusmary.page.get_by_role("alert")).to_contain_text(yusmary.word(answer))
    expect(yusmary.field("Start")).to_have_value(start)
    yusmary.faults.clear()  # the browser notes every answer that is no success
    yusmary.look(f"shift-refused-{start[:2]}")


@pytest.mark.parametrize("path", ["learn/lesson/{}/", "quiz/{}/", "hours/{}/correct/", "learn/module/none/"])
def test_an_address_that_leads_nowhere(yusmary: Visitor, path: str) -> None:
    yusmary.go(path.format(uuid4()))
    yusmary.reads_title("There is nothing here")
    yusmary.faults.clear()
    yusmary.look("nothing-here")


def test_the_record_of_a_school_that_does_not_know_her(yusmary: Visitor) -> None:
    yusmary.go("record/cuidados-de-la-costa/transcript.pdf")
    yusmary.reads_title("There is nothing here")


def test_a_user_name_that_somebody_has_and_a_password_that_is_too_easy(phone: Visitor) -> None:
    phone.go("accounts/signup/")
    phone.field("Your name and surnames").fill("Ana Otra Silva")
    phone.page.locator("[name=username]").fill("ana")
    phone.page.locator("[name=password1]").fill("elefan7")
    phone.press("Create my account")
    expect(phone.page.locator(".field__error")).to_have_count(2)
    expect(phone.field("Your name and surnames")).to_have_value("Ana Otra Silva")
    phone.look("sign-up-refused")


def test_too_young_for_the_course_is_said_kindly_and_nothing_begins(phone: Visitor) -> None:
    phone.go("accounts/signup/")
    phone.field("Your name and surnames").fill("Camila Joven Prieto")
    phone.page.locator("[name=username]").fill("camila.joven")
    phone.page.locator("[name=password1]").fill("jazmín y malva 9")
    phone.press("Create my account")
    phone.go("join/escuela-del-sur/uy-basic-course-dependency-care/")
    phone.field("Your date of birth").fill(day(-15 * 365))
    phone.page.get_by_role("radio").nth(1).check()
    phone.press("Start this course")
    phone.sees("Not yet, and here is why")
    phone.look("join-refused")
    phone.go("path/")
    phone.sees("You are not in a course yet")
