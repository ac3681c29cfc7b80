"""People who care for each other: a question in voice and words, a circle, and the door that needs no account."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
CIRCLE = "circles/escuela-del-sur/prado-manana/"
DOOR = "concern/at/escuela-del-sur/"


@pytest.fixture
def at_the_desk(desk: Visitor) -> Visitor:
    """The people of the office read Spanish."""
    desk.language = "es"
    return desk


def test_she_asks_on_her_phone_and_the_trainer_answers_at_a_desk(
    phone: Visitor, at_the_desk: Visitor, sign_in: SignIn
) -> None:
    jose, tomas = phone, at_the_desk
    sign_in(jose, "jose")
    jose.go("path/")
    jose.take_the_next_step()
    jose.follow("Ask my trainer")
    jose.page.locator("[name=text]").fill("¿Qué hago si no quiere comer?")
    jose.press("Record")
    jose.page.wait_for_timeout(1500)
    jose.press("Stop")
    expect(jose.page.locator("audio")).to_be_visible()
    jose.look("ask-my-trainer")
    jose.press("Send")
    jose.sees("Your question is with your trainer. You will find the answer on your path.")

    sign_in(tomas, "tomas")
    tomas.page.goto("/admin/questions/?turn=trainer")
    tomas.page.get_by_role("link", name="José Gregorio").click()
    expect(tomas.page.get_by_text("¿Qué hago si no quiere comer?")).to_be_visible()
    tomas.look("answer-a-question")
    tomas.page.locator("[name=text]").fill("Espere y ofrezca otra vez, sin apuro.")
    tomas.press("Send the answer")

    jose.go("path/")
    jose.sees("Your trainer has answered")
    jose.page.get_by_role("link", name=jose.word("Read it")).first.click()
    expect(jose.page.get_by_text("Espere y ofrezca otra vez, sin apuro.")).to_be_visible()


def test_a_circle_reads_its_rules_first_and_forgets_nothing(
    phone: Visitor, at_the_desk: Visitor, sign_in: SignIn
) -> None:
    sign_in(phone, "rosario")
    phone.go(CIRCLE)
    phone.look("house-rules")
    phone.page.locator("[name=pen_name]").fill("Jacarandá")
    phone.press("I have read the rules. Come in")
    phone.look("circle")
    words = phone.page.locator("[name=text]")
    words.fill("Hoy doña Elsa no durmió")
    phone.press("Share it")
    expect(phone.page.get_by_role("alert")).to_be_visible()
    words.fill("Hoy costó dormir, y estuvimos cantando bajito")
    phone.press("Share it")
    phone.sees("Your words are in the circle.")

    sign_in(at_the_desk, "tomas")
    at_the_desk.go(CIRCLE)
    article = at_the_desk.page.get_by_role("article", name="Jacarandá")
    expect(article).to_contain_text("Rosario Techera Silva")
    article.get_by_role("link", name=at_the_desk.word("Hide or show")).first.click()
    at_the_desk.page.locator("[name=verdict][value=hidden]").check()
    at_the_desk.page.locator("[name=reason]").fill("Es lindo: solo pruebo.")
    at_the_desk.press("Keep my decision")
    phone.go(CIRCLE)
    expect(phone.page.get_by_text("Es lindo: solo pruebo.")).to_be_visible()
    phone.page.get_by_text(phone.word("Answer the trainers")).click()
    phone.faults.clear()  # the browser grumbles of a form that came back
    phone.look("hidden-post")


def test_a_concern_without_an_account_and_without_script(
    phone_without_script: Visitor, at_the_desk: Visitor, sign_in: SignIn
) -> None:
    neighbour = phone_without_script
    neighbour.go("")
    neighbour.follow("Something is not right? Tell it here")
    expect(neighbour.page.get_by_role("link", name="911")).to_be_visible()
    page = neighbour.page
    page.locator("[name=teller][value=household]").check()
    page.locator("[name=matter][value=cared_for]").check()
    page.locator("[name=about]").last.check()  # not Óscar
    page.locator("[name=words]").fill("Le gritan a mi padre cuando no quiere levantarse.")
    neighbour.press("Send it")
    code = page.locator("main strong.number").inner_text()

    sign_in(at_the_desk, "oscar")
    at_the_desk.go("concern/listening/")
    at_the_desk.sees("Nothing waits.")
    at_the_desk.page.context.clear_cookies()
    sign_in(at_the_desk, "celia")
    at_the_desk.go("concern/listening/")
    at_the_desk.look("listening")
    at_the_desk.page.locator(".rows a").first.click()
    expect(at_the_desk.page.get_by_text("Le gritan a mi padre")).to_be_visible()
    at_the_desk.page.locator("[name=words]").fill(
        "Gracias. Mañana hablo con la residencia, sin nombrar a nadie."
    )
    at_the_desk.press("Write an answer")

    neighbour.go("concern/answer/")
    page.locator("[name=code]").fill(code.lower())
    neighbour.press("Open")
    expect(page.get_by_text("Mañana hablo con la residencia")).to_be_visible()
    expect(page.get_by_text("Celia Bonilla Ramos").first).to_be_visible()


@pytest.mark.parametrize("path", [DOOR, "concern/policy/", "concern/answer/"])
def test_the_door_is_open_to_everybody(phone: Visitor, path: str) -> None:
    phone.go(path)
    phone.look(path.strip("/").replace("/", "-"))


def test_she_stops_and_comes_back(phone: Visitor, sign_in: SignIn) -> None:
    sign_in(phone, "norma")
    phone.go("path/")
    phone.page.get_by_role("link", name="Necesito dejar").click()
    phone.look("stop-a-course")
    phone.page.locator("[name=reason][value=care_duties]").check()
    phone.press("Stop this course")
    phone.sees("You have stopped this course. What you earned stays yours. Come back whenever you can.")
    phone.look("left-a-course")
    phone.press("Take it up again")
    phone.sees("Welcome back. You go on where you stopped.")
