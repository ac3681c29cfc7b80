"""On a phone, offline: a module is kept, read, answered and finished without signal, and everything arrives once."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from curriculum.site.demo.enrolling import PASSWORD

from .answering import answer_all_right
from .visitor import Visitor, day

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
LESSON = "levelling/01-medicine-label"
PATIENCE = 60  # seconds for a whole module to come, on a machine that does other things too

WITHOUT_QUIZ = "Una pausa"
ADD_LESSON = f"""
from modules.models import LessonPage, ModulePage
above = ModulePage.objects.get(
    module__key="levelling", module__institution__key="escuela-del-sur", locale__language_code="es"
)
body = [("text", "<p>Un minuto.</p>")]
page = LessonPage(title="{WITHOUT_QUIZ}", summary="Respirar.", body=body, locale=above.locale)
above.add_child(instance=page)
page.save_revision().publish()
"""
TAKE_IT_AWAY = f"""
from modules.models import LessonPage
LessonPage.objects.get(title="{WITHOUT_QUIZ}").delete()
"""
CHANGE_QUIZ = """
from assessments.quizzes.models import Question
question = Question.objects.filter(places__quiz__source_folder__contains="01-medicine-label").first()
question.points = 3 - question.points
question.save()
"""


@pytest.fixture(scope="module")
def lesson_without_quiz(do_in_site: Callable[[str], None]) -> Iterator[str]:
    do_in_site(ADD_LESSON)
    yield WITHOUT_QUIZ
    do_in_site(TAKE_IT_AWAY)


@contextmanager
def without_signal(visitor: Visitor) -> Iterator[None]:
    """What the browser grumbles meanwhile is no fault of ours."""
    visitor.page.context.set_offline(True)
    yield
    visitor.faults.clear()
    visitor.page.context.set_offline(False)


def came_true(page: Page, question: str, seconds: int = PATIENCE) -> bool:
    """The policy of our pages forbids what Playwright's own waiting does."""
    for _ in range(seconds * 5):
        if page.evaluate(question):
            return True
        page.wait_for_timeout(200)
    return False


def be_ready(visitor: Visitor) -> None:
    """The service worker serves this page."""
    for _ in range(3):  # a worker that could not fetch all its files begins anew with the next page
        visitor.go("path/")
        if came_true(visitor.page, "!!navigator.serviceWorker.controller", PATIENCE // 2):
            return
    raise AssertionError("no service worker")


def keep_module(visitor: Visitor, title: str = "Nivelación") -> str:
    """Keep the module; its address."""
    be_ready(visitor)
    visitor.page.get_by_role("link", name=title, exact=True).first.click()
    box = visitor.page.locator("[data-keep]")
    box.scroll_into_view_if_needed()
    expect(box.locator("[data-words]")).to_contain_text(
        re.compile(r"\d+ lecciones.*\d+ cuestionarios.*[KM]B")
    )
    visitor.look("module-to-keep")
    visitor.press("Keep this module on this phone")
    expect(visitor.button("Remove it from this phone")).to_be_visible(timeout=PATIENCE * 1000)
    expect(box).to_contain_text(re.compile(r"Guardado.*[KM]B", re.DOTALL))
    visitor.look("module-kept")
    assert came_true(visitor.page, "caches.match('/es/hours/new/').then((found) => !!found)")
    return visitor.page.url


def open_lesson(visitor: Visitor, module: str, number: int = 1) -> None:
    visitor.page.goto(module)
    visitor.page.locator(".steps a").nth(number - 1).click()


def answer_without_signal(visitor: Visitor, module: str) -> None:
    open_lesson(visitor, module)
    visitor.page.locator(".block-assessment a").click()
    answer_all_right(visitor, LESSON)
    visitor.press("Hand in my answers")
    visitor.sees("It is kept on this phone. It will be sent by itself when there is signal.")


def log_without_signal(visitor: Visitor, start: str, end: str, from_today: int = -4) -> None:
    visitor.go("hours/new/")
    visitor.field("Day").fill(day(from_today))
    visitor.field("Start").fill(start)
    visitor.field("End").fill(end)
    visitor.page.locator("[name=activities]").first.check()
    visitor.press("Send to my supervisor")
    visitor.sees("It is kept on this phone. It will be sent by itself when there is signal.")


def bar_says(visitor: Visitor, text: str | re.Pattern[str]) -> None:
    expect(visitor.page.locator("#offline")).to_contain_text(text)


def shown_shifts(visitor: Visitor) -> int:
    visitor.go("hours/")
    return visitor.page.locator("#all-shifts ~ ul > li").count()


def test_a_shift_of_study_and_work_without_signal(
    phone: Visitor, sign_in: SignIn, lesson_without_quiz: str
) -> None:
    sign_in(phone, "odalys")
    shifts_before = shown_shifts(phone)
    module = keep_module(phone)
    with without_signal(phone):
        phone.page.goto(module)
        bar_says(phone, "Ve esta página como estaba")
        open_lesson(phone, module)
        widths = phone.page.evaluate(
            "Promise.all([...document.querySelectorAll('main img')].map((shown) => "
            "{ shown.loading = 'eager'; return shown.decode().then(() => shown.naturalWidth, () => 0); }))"
        )
        assert widths
        assert all(widths)
        phone.follow("Next lesson")
        phone.follow("Previous lesson")
        answer_without_signal(phone, module)

        phone.page.goto(module)
        phone.page.get_by_role("link", name=lesson_without_quiz, exact=True).click()
        phone.press("I have finished")
        phone.reads_title("On this phone")
        phone.follow("Go on")
        expect(phone.page).to_have_url(re.compile("/learn/"))

        log_without_signal(phone, "08:00", "10:00")
        bar_says(phone, "3 cosas esperan para enviarse.")
        phone.go("record/")
        phone.reads_title("This needs signal")
        phone.page.screenshot(path=phone.screens / "needs-signal-390.png")
        phone.go("path/")
        bar_says(phone, "Ve esta página como estaba")
        phone.go("phone/")
        phone.page.screenshot(path=phone.screens / "phone-waiting-390.png", full_page=True)

    phone.go("phone/")
    expect(phone.page.get_by_role("heading", name=phone.word("Has arrived"))).to_be_visible()
    expect(phone.page.locator("[data-part=arrived] li")).to_have_count(3)
    phone.look("phone-arrived")
    phone.page.locator("[data-part=arrived] li").first.get_by_role("link").click()
    phone.sees("Done!")
    assert shown_shifts(phone) == shifts_before + 1
    phone.go("phone/")
    phone.press("I have seen it")
    expect(phone.page.locator("[data-part=arrived] li")).to_have_count(0)
    assert shown_shifts(phone) == shifts_before + 1


def test_a_quiz_that_changed_meanwhile_is_marked_as_it_was(
    phone: Visitor, sign_in: SignIn, do_in_site: Callable[[str], None]
) -> None:
    sign_in(phone, "odalys")
    module = keep_module(phone)
    do_in_site(CHANGE_QUIZ)
    with without_signal(phone):
        answer_without_signal(phone, module)
    phone.go("phone/")
    phone.page.locator("[data-part=arrived] li").first.get_by_role("link").click()
    phone.sees("Done!")
    phone.page.goto(module)
    phone.page.locator("[data-keep]").scroll_into_view_if_needed()
    phone.sees("There is a newer version of this module.")
    phone.press("Get the newer version")
    expect(phone.button("Get the newer version")).to_be_hidden(timeout=PATIENCE * 1000)
    phone.press("Remove it from this phone")
    expect(phone.button("Keep this module on this phone")).to_be_visible()
    do_in_site(CHANGE_QUIZ)


def test_the_answer_was_lost_on_the_way_back_and_it_still_arrives_once(
    phone: Visitor, sign_in: SignIn
) -> None:
    sign_in(phone, "odalys")
    shifts_before = shown_shifts(phone)
    keep_module(phone)
    with without_signal(phone):
        log_without_signal(phone, "11:00", "12:00")

    def take_and_lose(route: Route) -> None:
        route.fetch()
        route.abort()

    phone.page.context.route("**/phone/acts/", take_and_lose, times=1)
    phone.go("phone/")
    phone.page.wait_for_timeout(1500)
    phone.faults.clear()
    phone.go("phone/")
    expect(phone.page.locator("[data-part=arrived] li")).to_have_count(1)
    assert shown_shifts(phone) == shifts_before + 1


def test_an_expired_sign_in_and_an_old_token_lose_nothing(phone: Visitor, sign_in: SignIn) -> None:
    phone.sign_in("odalys", PASSWORD)
    shifts_before = shown_shifts(phone)
    keep_module(phone)
    with without_signal(phone):
        log_without_signal(phone, "13:00", "14:00")
        phone.page.context.clear_cookies()
    phone.go("phone/")
    phone.press("Send now")
    phone.sees("Sign in with the account with which you did this. Then it is sent.")
    bar_says(phone, "Entre con su cuenta para enviar.")
    phone.look("phone-sign-in")
    phone.sign_in("odalys", PASSWORD)  # with it comes another token
    phone.go("phone/")
    expect(phone.page.locator("[data-part=arrived] li")).to_have_count(1)
    assert shown_shifts(phone) == shifts_before + 1


def test_a_refusal_stays_until_she_corrects_it(phone: Visitor, sign_in: SignIn) -> None:
    sign_in(phone, "odalys")
    shifts_before = shown_shifts(phone)
    keep_module(phone)
    with without_signal(phone):
        log_without_signal(phone, "15:00", "16:00")
        log_without_signal(phone, "15:30", "16:30")
    for _ in range(2):
        phone.go("phone/")
        expect(phone.page.locator("[data-part=refused] li")).to_have_count(1)
        expect(phone.page.locator("[data-part=refused]")).to_contain_text("Comienzo:")
    phone.look("phone-refused")
    phone.follow("Correct it")
    expect(phone.field("Start")).to_have_value("15:30")
    phone.field("Start").fill("16:00")
    phone.press("Send to my supervisor")
    phone.sees("Your shift is logged and waits for your supervisor.")
    phone.go("phone/")
    expect(phone.page.locator("[data-part=arrived] li")).to_have_count(1)
    expect(phone.page.locator("[data-part=refused] li")).to_have_count(0)
    assert shown_shifts(phone) == shifts_before + 2


def test_two_people_on_one_phone(phone: Visitor) -> None:
    phone.sign_in("odalys", PASSWORD)
    module = keep_module(phone)
    with without_signal(phone):
        log_without_signal(phone, "17:00", "18:00")
        phone.page.context.clear_cookies()

    phone.sign_in("wilson", PASSWORD)
    be_ready(phone)
    phone.go("phone/")
    phone.sees("Nothing is kept here yet")
    expect(phone.page.locator("#offline")).to_be_hidden()
    with without_signal(phone):
        phone.page.goto(module)
        phone.reads_title("This needs signal")
        phone.go("path/")
        expect(phone.page.locator("main")).not_to_contain_text("Odalys")
    assert "Odalys" not in every_copy(phone.page)

    phone.page.context.clear_cookies()
    phone.sign_in("odalys", PASSWORD)
    phone.go("phone/")
    expect(phone.page.locator("[data-part=arrived] li")).to_have_count(1)
    expect(phone.page.locator("[data-part=kept]")).to_contain_text("Nivelación")


def every_copy(page: Page) -> str:
    """All text that lies in the caches of the phone."""
    return page.evaluate(
        "caches.keys().then((names) => Promise.all(names.map(async (name) => { const cache = await caches.open(name);"
        " return Promise.all((await cache.keys()).map(async (asked) => (await cache.match(asked)).text())); })))"
        ".then((texts) => texts.flat().join(' '))"
    )


def test_signing_out_with_things_unsent_names_them_first(phone: Visitor) -> None:
    phone.sign_in("odalys", PASSWORD)
    keep_module(phone)
    with without_signal(phone):
        log_without_signal(phone, "19:00", "20:00")
        phone.page.context.route("**/phone/acts/", lambda route: route.abort())
    phone.go("record/")
    leave(phone)
    dialog = phone.page.get_by_role("dialog")
    expect(dialog).to_contain_text("Un turno")
    phone.faults.clear()
    phone.look("leaving")
    phone.press("Stay")
    expect(dialog).to_be_hidden()
    leave(phone)
    phone.press("Sign out without sending")
    expect(phone.page.locator(".account-menu")).to_have_count(0)
    assert (
        phone.page.evaluate(
            "caches.keys().then((names) => names.filter((name) => name.startsWith('visited')))"
        )
        == []
    )
    phone.go("phone/")
    phone.sees("Nothing is kept here yet")

    phone.page.context.unroute("**/phone/acts/")
    phone.sign_in("odalys", PASSWORD)
    phone.go("phone/")
    expect(phone.page.locator("[data-part=arrived] li")).to_have_count(1)


def leave(visitor: Visitor) -> None:
    visitor.page.locator(".account-menu summary").click()
    visitor.page.locator(".account-menu form button").click()


def test_no_page_of_the_office_or_of_the_doors_is_ever_kept(phone: Visitor, sign_in: SignIn) -> None:
    sign_in(phone, "odalys")
    keep_module(phone)
    phone.go("record/")
    phone.go("accounts/password/change/")
    kept: list[Any] = phone.page.evaluate(
        "caches.keys().then((names) => Promise.all(names.map(async (name) => (await (await caches.open(name)).keys())"
        ".map((asked) => new URL(asked.url).pathname)))).then((paths) => paths.flat())"
    )
    allowed = (
        "/static/cuidar/",
        "/media/",
        "/es/learn/",
        "/es/quiz/",
        "/es/path/",
        "/es/hours/",
        "/es/messages/",
        "/es/ask/",
        "/es/classes/",
        "/es/phone/",
    )
    assert [path for path in kept if not path.startswith((*allowed, "/es/needs-signal/"))] == []
