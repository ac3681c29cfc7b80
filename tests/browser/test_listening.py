"""She reads little, or has her hands full: every text can be heard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import PHONE
from .visitor import Visitor
from .voices import OF_EVERY_LANGUAGE, give_voices, hear, highlighted, said, wait_for_speech

pytestmark = pytest.mark.browser
A_MOMENT = 1000  # milliseconds: a voice that is cut off begins anew a little later

SignIn = Callable[[Visitor, str], None]
LESSON = "levelling/01-medicine-label"


@pytest.fixture
def luz(phone: Visitor, sign_in: SignIn) -> Visitor:
    """Just enrolled, with a phone that speaks."""
    give_voices(phone.page, *OF_EVERY_LANGUAGE)
    sign_in(phone, "luz")
    return phone


def open_lesson(visitor: Visitor) -> None:
    visitor.go("path/")
    visitor.take_the_next_step()
    expect(visitor.page.locator("article.lesson")).to_be_visible()


def test_a_lesson_is_read_in_order_and_shows_where(luz: Visitor) -> None:
    open_lesson(luz)
    title = luz.page.locator("h1").inner_text()
    luz.press("Listen")
    spoken = hear(luz.page, 3)
    assert spoken[1]["text"] == title
    assert {each["lang"] for each in spoken} == {"es-ES"}
    assert highlighted(luz.page) == spoken[-1]["text"]
    luz.look("listening")
    luz.press("Stop")
    expect(luz.button("Listen")).to_be_focused()
    assert highlighted(luz.page) == ""
    hear_nothing_more = len(said(luz.page))
    luz.page.evaluate("testSpeech.finish()")
    assert len(said(luz.page)) == hear_nothing_more


def test_pause_back_and_speed(luz: Visitor) -> None:
    open_lesson(luz)
    luz.press("Listen")
    first, second = [each["text"] for each in hear(luz.page)]
    luz.press("Pause")
    luz.press("Go on")
    luz.press("One sentence back")
    luz.page.wait_for_timeout(A_MOMENT)
    luz.press("Slower")
    luz.page.wait_for_timeout(A_MOMENT)
    assert [each["text"] for each in said(luz.page)] == [first, second, second, first, first]
    assert [each["rate"] for each in said(luz.page)] == [1, 1, 1, 1, 0.8]
    luz.page.keyboard.press("Escape")
    expect(luz.button("Listen")).to_be_visible()
    luz.page.reload()
    luz.press("Listen")
    wait_for_speech(luz.page)
    assert said(luz.page)[0]["rate"] == 0.8


def test_by_keyboard_alone(luz: Visitor) -> None:
    open_lesson(luz)
    luz.button("Listen").focus()
    luz.page.keyboard.press("Enter")
    expect(luz.button("Pause")).to_be_focused()
    luz.page.keyboard.press("Enter")
    expect(luz.button("Go on")).to_be_focused()
    for name in ("Stop", "Slower", "Faster"):
        luz.page.keyboard.press("Tab")
        expect(luz.button(name)).to_be_focused()


def test_a_touched_paragraph_is_read_next(luz: Visitor) -> None:
    open_lesson(luz)
    luz.press("Listen")
    hear(luz.page)
    paragraph = luz.page.locator(".block-text p").nth(1)
    paragraph.scroll_into_view_if_needed()
    paragraph.click(position={"x": 5, "y": 8})
    assert paragraph.inner_text().startswith(said(luz.page)[-1]["text"][:20])


def test_reading_begins_at_the_place_on_the_screen(luz: Visitor) -> None:
    open_lesson(luz)
    heading = luz.page.locator(".block-heading").nth(2)
    heading.evaluate("(it) => scrollTo({ top: it.getBoundingClientRect().top + scrollY - 100 })")
    luz.press("Listen")
    wait_for_speech(luz.page)
    assert said(luz.page)[0]["text"] == heading.inner_text()


def test_a_spanish_lesson_under_a_french_interface(
    page_at: Callable[..., Page], screens: object, sign_in: SignIn
) -> None:
    visitor = Visitor(page_at(**{**PHONE, "locale": "fr-FR"}), "fr", screens)  # type: ignore[arg-type]
    give_voices(visitor.page, *OF_EVERY_LANGUAGE)
    sign_in(visitor, "luz")
    open_lesson(visitor)
    title = visitor.page.locator("h1").inner_text()
    visitor.press("Listen")
    spoken = hear(visitor.page, 400)
    languages = {each["text"]: each["lang"] for each in spoken}
    assert languages[title] == "es-ES"
    assert languages[visitor.word("You can try as often as you like.")] == "fr-FR"
    assert set(languages.values()) == {"es-ES", "fr-FR"}


def test_where_no_voice_exists_she_is_told_what_to_do(phone: Visitor, sign_in: SignIn) -> None:
    give_voices(phone.page, "en-US")
    sign_in(phone, "luz")
    open_lesson(phone)
    phone.press("Listen")
    expect(phone.page.get_by_role("status").filter(has_text="español")).to_be_visible()
    assert said(phone.page) == []
    expect(phone.button("Listen")).to_be_visible()
    phone.look("no-voice")


def test_a_voice_from_the_network_waits_until_she_agrees(phone: Visitor, sign_in: SignIn) -> None:
    give_voices(phone.page, "es-ES*")
    sign_in(phone, "luz")
    open_lesson(phone)
    phone.press("Listen")
    expect(phone.button("Use that voice")).to_be_visible()
    assert said(phone.page) == []
    phone.look("voice-from-the-network")
    phone.press("Use that voice")
    assert hear(phone.page, 2)[0]["lang"] == "es-ES"
    phone.page.reload()
    phone.press("Listen")
    assert hear(phone.page)


def test_a_question_is_read_alone_with_its_choices(luz: Visitor) -> None:
    open_lesson(luz)
    luz.follow("Begin the quiz")
    question = luz.page.locator("fieldset").filter(has=luz.page.get_by_role("radio")).first
    question.get_by_role("radio").nth(1).check()
    question.get_by_role("button").click()
    spoken = [each["text"] for each in hear(luz.page, 30)]
    heard = " ".join(spoken)
    assert spoken[0].startswith(luz.word("Question %(number)s", number=1))
    for choice in question.locator("label").all_inner_texts():
        assert " ".join(choice.split()[:3]) in heard
    assert len(spoken) == len(set(spoken))
    expect(question.get_by_role("radio").nth(1)).to_be_checked()
    expect(luz.button("Listen")).to_be_visible()
    luz.look("quiz-with-listening")


def test_what_to_look_at_again_is_read(phone: Visitor, sign_in: SignIn) -> None:
    give_voices(phone.page, *OF_EVERY_LANGUAGE)
    sign_in(phone, "alex")
    phone.go("hours/new/")
    phone.field("Start").fill("09:00")
    phone.press("Send to my supervisor")
    faults = phone.page.get_by_role("alert")
    faults.get_by_role("button").click()
    spoken = [each["text"] for each in hear(phone.page, 20)]
    assert spoken[0] == phone.word("Please look at this again:")
    assert len(spoken) > 1
    expect(phone.field("Start")).to_have_value("09:00")


@pytest.mark.parametrize("path", ["path/", "hours/", "hours/new/", "record/"])
def test_every_screen_of_hers_can_be_heard(luz: Visitor, path: str) -> None:
    luz.go(path)
    luz.press("Listen")
    spoken = [each["text"] for each in hear(luz.page, 200)]
    title = luz.page.locator("h1").inner_text()
    assert any(text in title for text in spoken)
    assert len(spoken) > 2


@pytest.mark.parametrize("path", ["accounts/login/", "accounts/signup/"])
def test_the_doors_can_be_heard(phone: Visitor, path: str) -> None:
    give_voices(phone.page, *OF_EVERY_LANGUAGE)
    phone.go(path)
    phone.press("Listen")
    assert any(each["text"].startswith("Botón: ") for each in hear(phone.page, 100))


def test_the_form_to_join_a_course_can_be_heard(phone: Visitor) -> None:
    give_voices(phone.page, *OF_EVERY_LANGUAGE)
    phone.go("accounts/signup/")
    phone.field("Your name and surnames").fill("Rita Que Escucha")
    phone.page.locator("[name=username]").fill("rita.escucha")
    phone.page.locator("[name=password1]").fill("jazmín y malva 9")
    phone.press("Create my account")
    phone.go("join/escuela-del-sur/uy-basic-course-dependency-care/")
    phone.press("Listen")
    spoken = [each["text"] for each in hear(phone.page, 100)]
    assert phone.word("Your date of birth") in spoken
    phone.look("join-with-listening")


def test_without_script_there_is_no_button(phone_without_script: Visitor) -> None:
    phone_without_script.go("accounts/login/")
    expect(phone_without_script.button("Listen")).to_have_count(0)
