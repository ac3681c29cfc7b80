"""A woman with a cheap phone makes an account, leaves and comes back."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PASSWORD = "mate amargo 7"


def test_she_makes_an_account_leaves_and_comes_back(page: Page, faults_of_the_browser):
    page.goto("/es/accounts/signup/")
    page.locator("[name=name]").fill("Marta Olivera Sosa")
    page.locator("[name=username]").fill("marta.olivera")
    page.locator("[name=password1]").fill(PASSWORD)
    page.locator("main form button.button--primary").click()
    expect(page).not_to_have_url(re.compile("/accounts/"))

    page.goto("/es/accounts/logout/")
    page.locator("main form button.button--primary").click()
    page.goto("/es/accounts/login/")
    page.locator("[name=login]").fill("marta.olivera")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main form button.button--primary").click()
    expect(page).not_to_have_url(re.compile("/accounts/"))
    assert faults_of_the_browser == []


@pytest.mark.parametrize("language", ["es", "en", "pt", "fr"])
@pytest.mark.parametrize("door", ["login", "signup", "password/reset"])
def test_each_door_is_open_to_everyone(page: Page, barriers, faults_of_the_browser, door, language):
    page.goto(f"/{language}/accounts/{door}/")
    assert barriers() == []
    assert faults_of_the_browser == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
