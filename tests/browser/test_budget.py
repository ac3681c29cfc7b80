"""What a lesson asks of a poor line and a small phone, served as a real school serves it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from curriculum.site.demo.enrolling import PASSWORD

from .conftest import PHONE
from .visitor import Visitor

pytestmark = pytest.mark.browser

KILOBYTES = 150
LAYOUT_SHIFT = 0.1
SHIFTS = """() => new Promise(tell => {
    let sum = 0;
    new PerformanceObserver(list => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => tell(sum), 300);
})"""


@dataclass
class Wire:
    """What travels to a page, as the browser's own network panel counts it."""

    addresses: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    encodings: dict[str, str] = field(default_factory=dict)

    def listen(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.on("Network.responseReceived", self._answered)
        session.on("Network.loadingFinished", self._finished)
        session.send("Network.enable")

    def _answered(self, event: dict[str, Any]) -> None:
        url, headers = event["response"]["url"], event["response"]["headers"]
        self.addresses[event["requestId"]] = url
        self.encodings[url] = {name.lower(): value for name, value in headers.items()}.get(
            "content-encoding", ""
        )

    def _finished(self, event: dict[str, Any]) -> None:
        self.sizes[event["requestId"]] = event["encodedDataLength"] / 1000

    @property
    def kilobytes(self) -> float:
        return sum(self.sizes.values())

    def __str__(self) -> str:
        sizes = sorted(
            ((size, self.addresses.get(key, "?")) for key, size in self.sizes.items()), reverse=True
        )
        return "\n".join(f"{size:8.1f} kB  {address}" for size, address in sizes)


@pytest.fixture
def lesson(page_at: Callable[..., Page], production_url: str, screens: Path) -> tuple[Page, str]:
    """A phone that has seen nothing of the site yet, signed in, and the address of its next lesson."""
    earlier = Visitor(page_at(**PHONE, base_url=production_url), "es", screens)
    earlier.sign_in("ana", PASSWORD)
    earlier.go("path/")
    address = earlier.page.locator("a.steps__title").first.get_attribute("href") or ""
    earlier.page.goto(address)
    address = earlier.page.locator("a.steps__title").first.get_attribute("href") or ""
    assert "/learn/lesson/" in address
    fresh = page_at(**PHONE, base_url=production_url)
    fresh.context.add_cookies(earlier.page.context.cookies())
    return fresh, address


def test_a_first_lesson_is_light_and_stands_still(lesson: tuple[Page, str]) -> None:
    page, address = lesson
    wire = Wire()
    wire.listen(page)
    page.goto(address, wait_until="networkidle")
    print(f"{wire.kilobytes:.1f} kB\n{wire}")
    assert wire.kilobytes <= KILOBYTES, str(wire)
    assert page.evaluate(SHIFTS) <= LAYOUT_SHIFT
    texts = {
        url: encoding for url, encoding in wire.encodings.items() if url.endswith((".css", ".js", address))
    }
    assert len(texts) > 3
    assert set(texts.values()) == {"gzip"}, texts
