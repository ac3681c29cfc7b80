"""At a desk the administrator enrols people from a file and prints their slips; at home one of them signs in."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
GROUP = "Prado, por la mañana"
PASSWORD = "tres palabras juntas"


@pytest.fixture
def at_the_desk(desk: Visitor) -> Visitor:
    desk.language = "es"
    return desk


def test_from_a_file_to_a_slip_to_a_phone(
    at_the_desk: Visitor, phone: Visitor, sign_in: SignIn, tmp_path: Path
) -> None:
    sign_in(at_the_desk, "marta")
    page = at_the_desk.page
    page.goto("/admin/enrolments/")
    key = page.locator("li", has_text=GROUP).locator("code").inner_text()
    file = tmp_path / "personas.csv"
    file.write_text(
        "Nombre completo;Usuario;Grupo;Fecha de nacimiento\n"
        f"Zulma Arrospide;zulma-a;{key};03/04/1979\n"
        f"Nélida Bentos;;{key};31/02/1980\n",
        encoding="utf-8",
    )
    page.locator("[name=file]").set_input_files(file)
    at_the_desk.press("Check the file")
    expect(page.get_by_text("31/02/1980")).to_be_visible()
    at_the_desk.look("import-preview")
    page.locator("#confirm button[type=submit]").click()
    page.get_by_role("link", name=re.compile(GROUP)).click()

    page.get_by_role("checkbox", name=re.compile("Zulma")).check()
    at_the_desk.press("Make the slips")
    slip = page.locator(".slip", has_text="Zulma Arrospide")
    expect(slip.locator("svg")).to_be_visible()
    at_the_desk.look("slips")
    code = slip.locator(".slip__code").inner_text()

    phone.go("accounts/login/")
    phone.follow("Sign in with a slip")
    phone.look("slip-code")
    phone.field("The code on your slip").fill(code.lower())
    phone.press("Continue")
    phone.look("slip-password")
    for name in ("new_password1", "new_password2"):
        phone.page.locator(f"[name={name}]").fill(PASSWORD)
    phone.press("Keep this password")
    expect(phone.page.locator("[name=login]")).to_have_value("zulma-a")
    phone.page.locator("[name=password]").fill(PASSWORD)
    phone.page.locator("main form button.button--primary").click()
    expect(phone.page.get_by_role("heading", level=1)).to_contain_text("Zulma Arrospide")


def test_what_was_written_is_kept_when_the_language_changes(phone: Visitor) -> None:
    phone.go("accounts/signup/")
    phone.page.locator("[name=name]").fill("Zulma Arrospide")
    phone.page.locator("[name=password1]").fill(PASSWORD)
    phone.page.locator(".language-switch summary").click()
    phone.page.get_by_role("button", name="Português").click()
    expect(phone.page).to_have_url(re.compile("/pt/accounts/signup/"))
    expect(phone.page.locator("[name=name]")).to_have_value("Zulma Arrospide")
    expect(phone.page.locator("[name=password1]")).to_have_value("")
