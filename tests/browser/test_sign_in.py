"""A woman with a cheap phone makes an account, leaves and comes back."""

import re

import pytest
from playwright.sync_api import expect

from .visitor import Visitor

pytestmark = pytest.mark.browser

PASSWORD = "mate amargo 7"


def test_she_makes_an_account_leaves_and_comes_back(phone: Visitor) -> None:
    phone.go("accounts/signup/")
    phone.page.locator("[name=name]").fill("Marta Olivera Sosa")
    phone.page.locator("[name=username]").fill("marta.olivera")
    phone.page.locator("[name=password1]").fill(PASSWORD)
    phone.press("Create my account")
    expect(phone.page).not_to_have_url(re.compile("/accounts/"))

    phone.go("accounts/logout/")
    phone.page.locator("main form button.button--primary").click()
    expect(phone.page).not_to_have_url(re.compile("/accounts/"))
    phone.page.wait_for_load_state("networkidle")
    phone.sign_in("marta.olivera", PASSWORD)
    assert phone.faults == []


@pytest.mark.parametrize("language", ["es", "en", "pt", "fr"])
@pytest.mark.parametrize("door", ["login", "signup", "password/reset"])
def test_each_door_is_open_to_everyone(phone: Visitor, door: str, language: str) -> None:
    phone.language = language
    phone.go(f"accounts/{door}/")
    phone.look(f"{door.replace('/', '-')}-{language}")
