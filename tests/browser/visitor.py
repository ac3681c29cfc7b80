"""Somebody in front of a browser: reads and presses what the page says, in her own language."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from axe_playwright_python.sync_playwright import Axe
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import ConsoleMessage, Locator, Page, expect

URUGUAY = ZoneInfo("America/Montevideo")


class Visitor:
    """A page and the language of its visitor. Texts are given as they stand in the code, in English.

    `screens` is the folder that keeps pictures of what she saw. `faults` grows with errors of scripts and
    everything that the content policy had to stop.
    """

    def __init__(self, page: Page, language: str, screens: Path) -> None:
        self.page, self.language, self.screens = page, language, screens
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", self._listen)

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"{self.page.url}: {message.text}")

    def word(self, text: str, **values: Any) -> str:
        """A text of the interface in the visitor's language."""
        with translation.override(self.language):
            return gettext(text) % values if values else gettext(text)

    def go(self, path: str) -> None:
        """Open an address below that of the visitor's language."""
        self.page.goto(f"/{self.language}/{path}")

    def button(self, text: str) -> Locator:
        return self.page.get_by_role("button", name=self.word(text), exact=True)

    def link(self, text: str) -> Locator:
        return self.page.get_by_role("link", name=self.word(text), exact=True)

    def press(self, text: str) -> None:
        self.button(text).click()

    def follow(self, text: str) -> None:
        self.link(text).first.click()

    def take_the_next_step(self) -> None:
        """Follow what her path or the end of a lesson offers her to do next."""
        kicker = self.word("Your next step")
        self.page.get_by_role("link").filter(has_text=kicker).first.click()

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(self.word(label), exact=True)

    def sees(self, text: str, **values: Any) -> None:
        expect(self.page.get_by_text(self.word(text, **values)).first).to_be_visible()

    def reads_title(self, text: str, **values: Any) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(self.word(text, **values))

    def sign_in(self, username: str, password: str) -> None:
        self.go("accounts/login/")
        self.page.locator("[name=login]").fill(username)
        self.page.locator("[name=password]").fill(password)
        self.page.locator("main form button.button--primary").click()
        expect(self.page).not_to_have_url(re.compile("/accounts/"))

    def look(self, name: str) -> None:
        """Keep a picture of the page, and find nothing on it that keeps anybody out."""
        width = self.page.evaluate("window.innerWidth")
        self.page.screenshot(path=self.screens / f"{name}-{width}.png", full_page=True)
        assert axe_clean(self.page) == []
        assert self.page.evaluate("document.documentElement.scrollWidth") <= width
        assert self.faults == []


def day(from_today: int) -> str:
    """A day of the calendar in Uruguay, as date fields hold it; -2 is the day before yesterday."""
    return (datetime.now(URUGUAY) + timedelta(days=from_today)).date().isoformat()


def axe_clean(page: Page, *rules: str) -> list[str]:
    """What axe finds, by all its rules or by these: a line for each broken rule and place."""
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    broken = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in broken for node in rule["nodes"]]
