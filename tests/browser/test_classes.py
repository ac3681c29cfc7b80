"""A trainer takes attendance with one thumb, without signal too; a correction says why; her learner sees it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .test_offline import PATIENCE, be_ready, came_true, without_signal
from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
MISSING = "Odalys Fuentes Pupo"
KEPT = "caches.match('/es/classes/').then((found) => !!found)"


def test_attendance_is_taken_without_signal_and_corrected_with_a_reason(
    phone: Visitor, sign_in: SignIn
) -> None:
    tomas = phone
    sign_in(tomas, "tomas")
    be_ready(tomas)
    tomas.go("classes/")
    tomas.look("classes-today")
    assert came_true(tomas.page, KEPT)

    with without_signal(tomas):
        tomas.go("classes/")
        tomas.page.get_by_label(MISSING).first.check()
        tomas.press("Keep the attendance")
        expect(tomas.page.get_by_text(tomas.word("Attendance")).first).to_be_visible()
    tomas.go("phone/")
    expect(tomas.page.get_by_text(tomas.word("Attendance is kept."))).to_be_visible(timeout=PATIENCE * 1000)

    tomas.go("classes/")
    tomas.sees("No class near this hour waits for its list.")
    tomas.page.get_by_role("link", name="Prado, por la mañana").click()
    tomas.look("classes-group")
    tomas.page.locator("h2").last.locator("+ ul a").first.click()
    expect(tomas.page.get_by_label(MISSING).first).to_be_checked()
    tomas.page.get_by_label(MISSING).first.uncheck()
    tomas.press("Keep the correction")
    tomas.sees("This was not kept")
    tomas.page.get_by_label(MISSING).first.uncheck()
    tomas.page.locator("[name=reason]").fill("Llegó por la otra puerta")
    tomas.look("classes-correction")
    tomas.press("Keep the correction")
    tomas.sees("Attendance is kept.")
    tomas.follow("Print the list to sign")
    expect(tomas.page.get_by_role("rowheader", name=MISSING)).to_be_visible()

    tomas.page.context.clear_cookies()
    sign_in(tomas, "odalys")
    tomas.go("path/")
    tomas.sees("Next class")
    tomas.follow("All my classes")
    tomas.look("my-classes")
    assert tomas.faults == []
