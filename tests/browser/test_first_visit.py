"""From the first page to the first completed lesson, as a woman who has never been here."""

import pytest
from playwright.sync_api import expect

from .answering import answer_all_right
from .visitor import Visitor

pytestmark = pytest.mark.browser

COURSE = {"es": "Curso básico de atención a la dependencia", "pt": "Curso básico de cuidado na dependência"}
SCHOOL = {"es": "Escuela de Cuidados del Sur", "pt": "Escola de Cuidados do Sul"}
FIRST_LESSON = "levelling/01-medicine-label"


@pytest.fixture(params=["phone", "desk"])
def newcomer(request: pytest.FixtureRequest) -> Visitor:
    return request.getfixturevalue(request.param)


def test_from_the_first_page_to_the_first_completed_lesson(newcomer: Visitor) -> None:
    visit_the_course(newcomer)
    make_an_account(newcomer)
    join_the_course(newcomer)
    study_the_first_lesson(newcomer)


def visit_the_course(newcomer: Visitor) -> None:
    newcomer.go("")
    newcomer.look("home")
    newcomer.page.get_by_role("link", name=COURSE[newcomer.language]).first.click()
    expect(newcomer.page.get_by_role("heading", level=1)).to_have_text(COURSE[newcomer.language])
    newcomer.look("course")
    newcomer.follow("Start this course")


def make_an_account(newcomer: Visitor) -> None:
    """The door asks her to sign in; she has no account yet."""
    newcomer.page.locator("main").get_by_role("link", name=newcomer.word("Create an account")).click()
    newcomer.field("Your name and surnames").fill("Delia Ramos Etcheverry")
    newcomer.page.locator("[name=username]").fill(f"delia.{newcomer.language}")
    newcomer.page.locator("[name=password1]").fill("jazmín y malva 9")
    newcomer.look("sign-up")
    newcomer.press("Create my account")


def join_the_course(newcomer: Visitor) -> None:
    """She comes out where she was going in: at the questions of the course."""
    newcomer.field("Your date of birth").fill("1979-05-02")
    newcomer.page.get_by_role("radio").nth(1).check()
    newcomer.look("join")
    newcomer.press("Start this course")
    newcomer.reads_title("Hello, %(name)s", name="Delia Ramos Etcheverry")
    newcomer.look("my-path-first-day")


def study_the_first_lesson(newcomer: Visitor) -> None:
    newcomer.take_the_next_step()
    newcomer.look("first-lesson")
    newcomer.follow("Begin the quiz")
    newcomer.look("quiz")
    answer_all_right(newcomer, FIRST_LESSON)
    newcomer.press("Hand in my answers")
    newcomer.sees("Done!")
    newcomer.look("quiz-result")
    newcomer.page.locator("main a.button--primary").click()
    newcomer.look("after-the-first-lesson")
