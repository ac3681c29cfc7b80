"""What a lesson asks of a poor line and a small phone, served as a real school serves it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Page

from .conftest import PHONE
from .visitor import Visitor

pytestmark = pytest.mark.browser

SignIn = Callable[[Visitor, str], None]
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


def test_a_first_lesson_is_light_and_stands_still(
    phone: Visitor, sign_in: SignIn, page_at: Callable[..., Page], production_url: str
) -> None:
    sign_in(phone, "ana")
    phone.go("path/")
    for _module_then_lesson in range(2):
        address = phone.page.locator("a.steps__title").first.get_attribute("href") or ""
        phone.page.goto(address)
    assert "/learn/lesson/" in address
    page = page_at(**PHONE)  # it has seen nothing of the site yet
    page.context.add_cookies(phone.page.context.cookies())
    wire = Wire()
    wire.listen(page)
    page.goto(f"{production_url}{address}", wait_until="networkidle")
    assert wire.kilobytes <= KILOBYTES, str(wire)
    assert page.evaluate(SHIFTS) <= LAYOUT_SHIFT
    encodings = {url: how for url, how in wire.encodings.items() if url.endswith((".css", address))}
    assert len(encodings) > 3
    assert set(encodings.values()) <= {"gzip", "br"}, encodings
