"""Ana has 11.5 of 12 approved hours, and everything else. Her supervisor approves the half hour that waits."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
QUALIFICATION = "Curso básico de atención a la dependencia"


def test_the_half_hour_that_was_missing_earns_the_qualification(
    phone: Visitor, desk: Visitor, sign_in: SignIn
) -> None:
    sign_in(phone, "ana")
    phone.go("path/")
    phone.look("ana-before")
    expect(phone.page.get_by_text("11,5").first).to_be_visible()

    sign_in(desk, "sonia")
    desk.go("supervise/")
    desk.look("supervise")
    ana = desk.page.get_by_role("region", name="Ana Píriz Cardozo")
    ana.get_by_role("button").first.click()
    desk.look("supervise-after")
    expect(ana).to_have_count(0)

    phone.go("path/")
    phone.look("ana-after")
    phone.go("record/")
    expect(phone.page.get_by_text(QUALIFICATION).first).to_be_visible()
    phone.look("ana-record")
    with phone.page.expect_download() as downloading:
        phone.page.locator("a[href$='transcript.pdf']").first.click()
    text = " ".join(page.extract_text() for page in PdfReader(downloading.value.path()).pages)
    assert "Ana Píriz Cardozo" in text
    assert QUALIFICATION in text
