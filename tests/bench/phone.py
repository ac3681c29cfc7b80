"""How long a lesson takes on a cheap phone with a poor line, by the browser's own throttling."""

import os
from collections.abc import Sequence
from statistics import median
from urllib.parse import urljoin

from playwright.sync_api import Browser, sync_playwright

from tests.serving import HOST, Served

from .cases import Case

VISITS = 5
MEGABIT = 1_000_000 / 8  # bytes in a second
LINE = {
    "offline": False,
    "latency": 150,  # milliseconds
    "downloadThroughput": 1.6 * MEGABIT,
    "uploadThroughput": 0.75 * MEGABIT,
}
TIMES_SLOWER = 4  # than this machine's processor
# The text is painted, and the page's own scripts have run.
USABLE = """() => {
    const [page] = performance.getEntriesByType("navigation");
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    return Math.max(page.domContentLoadedEventEnd, paint ? paint.startTime : page.loadEventEnd) / 1000;
}"""


def seconds_until_usable(site: Served, lesson: Case) -> float:
    """The median of VISITS by learners who have nothing of the site on their phones yet."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CUIDAR_CHROMIUM"), args=_arguments()
        )
        try:
            return median(_visit(browser, site, lesson, number) for number in range(VISITS))
        finally:
            browser.close()


def _arguments() -> Sequence[str]:
    """Chromium's sandbox refuses to be started by root."""
    return ["--no-sandbox"] if os.geteuid() == 0 else []


def _visit(browser: Browser, site: Served, lesson: Case, number: int) -> float:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="es-UY")
    try:
        request = lesson.made(number)
        name, _, value = request.cookie.partition("=")
        context.add_cookies([{"name": name, "value": value, "domain": HOST, "path": "/"}])
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", LINE)
        session.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})
        page.goto(urljoin(site.address, request.path), wait_until="load", timeout=60_000)
        seconds: float = page.evaluate(USABLE)
        return seconds
    finally:
        context.close()
