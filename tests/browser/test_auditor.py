"""An auditor's morning in Spanish: she draws a sample, reads a dossier, takes it with her, and leaves a trace."""

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]


@pytest.fixture
def at_the_desk(desk: Visitor) -> Visitor:
    desk.language = "es"
    return desk


def taken(page: Page, visitor: Visitor, link: str) -> bytes:
    with page.expect_download() as downloading:
        visitor.follow(link)
    return downloading.value.path().read_bytes()


def test_she_draws_a_sample_and_takes_a_dossier(at_the_desk: Visitor, sign_in: SignIn) -> None:
    sign_in(at_the_desk, "alba")
    page = at_the_desk.page
    at_the_desk.go("enter/")
    expect(page).to_have_url(re.compile("/es/audit/$"))
    at_the_desk.look("audit")
    page.locator(".card--link a").click()
    page.locator("[name=size]").fill("3")
    at_the_desk.press("Draw a sample")
    expect(page.locator(".rows li")).to_have_count(3)
    at_the_desk.look("audit-sample")
    drawn = page.locator(".rows li").all_inner_texts()
    page.reload()
    assert page.locator(".rows li").all_inner_texts() == drawn
    page.locator(".rows a").first.click()
    expect(page.get_by_role("heading", name=at_the_desk.word("What it rests on"))).to_be_visible()
    at_the_desk.look("audit-dossier")
    assert taken(page, at_the_desk, "Dossier (PDF)").startswith(b"%PDF")
    told = json.loads(taken(page, at_the_desk, "Dossier as data (JSON)"))
    assert told["differences"] == []
    assert told["evidence"]


def test_it_fits_a_phone(phone: Visitor, sign_in: SignIn) -> None:
    sign_in(phone, "alba")
    phone.go("audit/")
    phone.page.locator(".card--link a").click()
    phone.look("audit-awards")
    phone.page.locator(".rows a").first.click()
    phone.look("audit-dossier")


def test_the_administrator_sees_what_was_looked_at(at_the_desk: Visitor, sign_in: SignIn) -> None:
    sign_in(at_the_desk, "alba")
    at_the_desk.go("audit/")
    at_the_desk.page.locator(".card--link a").click()
    at_the_desk.page.context.clear_cookies()
    sign_in(at_the_desk, "marta")
    at_the_desk.page.goto("/admin/auditors/")
    at_the_desk.look("auditors")
    at_the_desk.page.goto("/admin/auditors/looks/")
    expect(at_the_desk.page.get_by_role("table")).to_contain_text("alba")
