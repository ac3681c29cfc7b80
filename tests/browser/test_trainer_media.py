"""A trainer gives a lesson a voice, a video from elsewhere and text of a word processor; a reader stays private."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.modules.clipboards import GOOGLE, WORD

from .conftest import DESK
from .visitor import Visitor, axe_clean
from .voices import OF_EVERY_LANGUAGE, give_voices, said

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
LESSON = "El plan de la casa"
UNTIL_INDEXED = 120  # seconds
LEFTOVERS = re.compile(r"mso|style=|class=|<span|<o:|&nbsp;&nbsp;|<p[^>]*>\s*</p>", re.IGNORECASE)
PASTE = """(editor, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "pasted");
    editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def tomas(page_at: Callable[..., Page], screens: object, sign_in: SignIn) -> Visitor:
    visitor = Visitor(page_at(**{**DESK, "locale": "es-UY"}), "es", screens)  # type: ignore[arg-type]
    sign_in(visitor, "tomas")
    return visitor


def find_lesson(page: Page) -> Locator:
    """The lesson among what the CMS finds: the worker puts it into the index some time after the school is loaded."""
    found = page.get_by_role("link", name=LESSON, exact=True).first
    for _second in range(UNTIL_INDEXED):
        page.goto(f"/admin/pages/search/?q={LESSON}")
        if found.count():
            break
        page.wait_for_timeout(1000)
    return found


def open_editor(visitor: Visitor) -> str:
    """Open the lesson in the CMS; returns the address where learners read it."""
    page = visitor.page
    find_lesson(page).click()
    expect(page.locator("[data-recorder]")).to_be_attached()
    return page.locator("a[href*='/learn/lesson/']").first.get_attribute("href") or ""


def unfold_recorder(page: Page) -> None:
    page.locator("section").filter(has=page.locator("[data-recorder]")).last.get_by_role(
        "button"
    ).first.click()


def add_block(visitor: Visitor, kind: str) -> Locator:
    """A new block at the end of the lesson's body."""
    body = visitor.page.locator("section[id*=body]")
    body.locator("button.c-sf-add-button").last.click()
    visitor.page.get_by_role("option", name=visitor.word(kind), exact=True).click()
    return body.locator("[data-contentpath]").filter(has=visitor.page.locator("[data-contentpath]")).last


UNTIL_KEPT = (
    3000  # milliseconds: the editor keeps drafts by itself as well, and each waits for the one before
)
PUBLISH = f"""
from modules.models import LessonPage
LessonPage.objects.get(title="{LESSON}", locale__language_code="es").get_latest_revision().publish()
"""


def publish(visitor: Visitor, do_in_site: Callable[[str], None]) -> None:
    """Keep the draft; that somebody else reviews it before it is public is another test's."""
    page = visitor.page
    with page.expect_response(lambda answer: answer.request.method == "POST" and "/edit/" in answer.url):
        page.get_by_role("button", name=re.compile("Guardar borrador")).first.click()
    page.wait_for_timeout(UNTIL_KEPT)
    page.wait_for_load_state("networkidle")
    do_in_site(PUBLISH)
    visitor.faults.clear()  # the desk is Wagtail's


@pytest.fixture
def opened_on_purpose() -> frozenset[str]:
    """One of the lessons holds a video of somebody else's, behind a door."""
    return frozenset({"www.youtube-nocookie.com"})


def strangers(page: Page) -> list[str]:
    """Every request to somebody else's server from now on; none of them gets out."""
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route(re.compile(r"^https?://(?!127\.0\.0\.1|localhost)"), refuse)
    return asked


def test_no_request_leaves_before_the_click(tomas: Visitor, do_in_site: Callable[[str], None]) -> None:
    page = tomas.page
    address = open_editor(tomas)
    add_block(tomas, "Video from elsewhere")
    page.locator("[name^=body][name$='-value-address']").last.fill(
        "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    )
    page.locator("[name^=body][name$='-value-title']").last.fill("La caja de la casa")
    page.locator("[name^=body][name$='-value-megabytes']").last.fill("25")
    page.locator("[name^=body][name$='-value-captioned']").last.check()
    page.locator("[name^=body][name$='-value-transcript']").last.fill("Guarde la caja en un lugar alto.")
    publish(tomas, do_in_site)
    asked = strangers(page)
    page.goto(address)
    door = page.locator("[data-outside]").last
    door.scroll_into_view_if_needed()
    tomas.look("outside-video")
    expect(door).to_contain_text("YouTube")
    expect(door).to_contain_text("25 MB")
    assert asked == []
    door.get_by_role("link").click()
    expect(page.locator("iframe")).to_have_attribute("title", "La caja de la casa")
    page.wait_for_timeout(500)
    assert [url.partition("?")[0] for url in asked] == ["https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"]


@pytest.mark.parametrize("clipboard", [WORD, GOOGLE], ids=["word", "google-docs"])
def test_what_she_pastes_comes_in_clean(
    tomas: Visitor, clipboard: str, do_in_site: Callable[[str], None]
) -> None:
    page = tomas.page
    address = open_editor(tomas)
    add_block(tomas, "Text")
    editor = page.locator("section[id*=body] .public-DraftEditor-content").last
    editor.click()
    editor.evaluate(PASTE, clipboard)
    expect(editor).to_contain_text("caja" if clipboard is WORD else "decide")
    kept_soon = page.locator("input[name^=body-][name$='-value']").last
    expect(kept_soon).to_have_value(re.compile("caja" if clipboard is WORD else "decide"))
    publish(tomas, do_in_site)
    page.goto(address)
    kept = page.locator(".block-text").last.inner_html()
    assert not re.search(
        r"mso|style=|class=|<span|<o:|\u00a0\u00a0|&nbsp;&nbsp;|<p[^>]*>\s*</p>", kept, re.IGNORECASE
    )
    assert kept.count("<li") == 2


def test_she_records_her_voice_and_it_is_heard_instead_of_the_device(tomas: Visitor) -> None:
    page = tomas.page
    give_voices(page, *OF_EVERY_LANGUAGE)
    address = open_editor(tomas)
    panel = page.locator("[data-recorder]")
    unfold_recorder(page)
    tomas.press("Record now")
    page.wait_for_timeout(1500)
    panel.locator("[data-recorder-act=stop]").click()
    tomas.press("Keep this recording")
    tomas.faults.clear()
    expect(panel.get_by_role("button", name=tomas.word("Take it away"))).to_be_visible()
    assert [fault for fault in axe_clean(page) if "recorder" in fault] == []
    loaded: list[str] = []
    page.on("request", lambda request: "recordings/" in request.url and loaded.append(request.url))
    page.goto(address)
    tomas.sees("With the voice of my device, without using data")
    tomas.look("recorded-lesson")
    assert loaded == []
    tomas.press("Listen")
    tomas.sees("Pause")
    assert loaded
    assert said(page) == []
    tomas.press("Stop")
    tomas.press("With the voice of my device, without using data")
    page.evaluate("testSpeech.begun()")
    assert said(page)


def test_a_file_that_is_no_audio_is_refused_in_words(tomas: Visitor) -> None:
    page = tomas.page
    open_editor(tomas)
    unfold_recorder(page)
    file = {"name": "voz.mp3", "mimeType": "audio/mpeg", "buffer": b"this is no sound"}
    page.locator("[data-recorder-file]").set_input_files(file)  # type: ignore[arg-type]
    tomas.press("Keep this recording")
    expect(page.locator("[data-recorder] [role=alert]")).to_contain_text("MP3")
