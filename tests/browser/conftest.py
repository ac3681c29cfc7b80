"""The journeys walk through the site that `make demo` serves, with its invented school, on a phone or at a desk."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from curriculum.site.demo.enrolling import PASSWORD
from tests.serving import HOST, ROOT, production_environment, served

from .visitor import Visitor

PHONE = {"viewport": {"width": 390, "height": 844}, "locale": "es-UY"}
DESK = {"viewport": {"width": 1280, "height": 900}, "locale": "pt-BR"}
MANAGE = [sys.executable, "manage.py"]
MOST_PATIENT = 15_000  # milliseconds; a busy machine is slow, not wrong
expect.set_options(timeout=MOST_PATIENT)
MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")  # it hums
NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def site_environment(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """The variables with which the walked site runs; with `--base-url` those of the demonstration here."""
    own = {"DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "curriculum.site.settings.demo"}
    everything = {name: value for name, value in os.environ.items() if name != "CUIDAR_VAR"}
    if not request.config.getoption("base_url", None):
        own["CUIDAR_VAR"] = str(tmp_path_factory.mktemp("var"))
    return {**everything, **own}


@pytest.fixture(scope="session")
def school(request: pytest.FixtureRequest, site_environment: dict[str, str]) -> dict[str, str]:
    """The same variables, with the school loaded."""
    if not request.config.getoption("base_url", None):
        for command in (["compile_catalogues"], ["migrate"], ["load_demo"]):
            manage(command, site_environment)
    return site_environment


def manage(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run([*MANAGE, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)


@pytest.fixture(scope="session")
def base_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a freshly loaded site of its own, with the worker for its background jobs.

    With `--base-url` the journeys walk through a site that runs already.
    """
    if running := request.config.getoption("base_url", None):
        yield running
        return
    environment = request.getfixturevalue("school")
    with served(environment, workers=1, threads=4) as site:
        worker = subprocess.Popen([*MANAGE, "db_worker", "--interval", "0.5"], cwd=ROOT, env=environment)
        try:
            yield site.address
        finally:
            worker.terminate()
            worker.wait(timeout=30)


@pytest.fixture(scope="session")
def production_url(school: dict[str, str]) -> Iterator[str]:
    """The same school as a real one is served, its files compressed. Who is signed in there is known here too."""
    var = Path(school.get("CUIDAR_VAR", ROOT / "var"))
    environment = school | production_environment("", str(var))
    environment["CUIDAR_SECRET_KEY"] = (var / "demo-secret-key").read_text()
    manage(["collectstatic", "--no-input"], environment)
    with served(environment, workers=1, threads=4) as site:
        yield site.address


@pytest.fixture(scope="session")
def do_in_site(site_environment: dict[str, str], base_url: str) -> Callable[[str], None]:
    """Runs lines where the site lives, as its trainers would change it."""

    def run(lines: str) -> None:
        command = [sys.executable, "manage.py", "shell", "-c", lines]
        subprocess.run(command, cwd=ROOT, env=site_environment, check=True, stdout=subprocess.DEVNULL)

    return run


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that `.ci/with-browser` found; Chromium's sandbox refuses to be started by root."""
    flags = [*MICROPHONE, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    arguments = {**browser_type_launch_args, "args": flags}
    if chromium := os.environ.get("CUIDAR_CHROMIUM"):
        arguments["executable_path"] = chromium
    return arguments


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Everybody is in Uruguay."""
    return {**browser_context_args, "timezone_id": "America/Montevideo"}


@pytest.fixture(scope="session")
def screens(pytestconfig: pytest.Config, delete_output_dir: None) -> Path:
    """Where pictures of the pages are kept, beside the traces of what failed."""
    folder = Path(pytestconfig.getoption("--output")) / "screens"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def opened_on_purpose() -> frozenset[str]:
    """Whose servers, beside the school's own, a journey opens: nobody's, unless its file says otherwise."""
    return frozenset()


@pytest.fixture
def page_at(new_context: NewContext, opened_on_purpose: frozenset[str]) -> Iterator[Callable[..., Page]]:
    """Opens a browser of its own, with its own cookies. No page may ask a stranger's server for anything."""
    asked: list[str] = []

    def open_page(**arguments: Any) -> Page:
        context = new_context(**arguments)
        context.on("request", lambda request: asked.append(request.url))
        return context.new_page()

    yield open_page
    known = {HOST, "localhost", *opened_on_purpose}
    assert [
        url for url in asked if url.startswith(("http", "ws")) and urlsplit(url).hostname not in known
    ] == []


@pytest.fixture
def phone(page_at: Callable[..., Page], screens: Path) -> Visitor:
    """A woman with a cheap phone who reads Spanish."""
    return Visitor(page_at(**PHONE), "es", screens)


@pytest.fixture
def desk(page_at: Callable[..., Page], screens: Path) -> Visitor:
    """Somebody at a desk who reads Portuguese."""
    return Visitor(page_at(**DESK), "pt", screens)


@pytest.fixture
def phone_without_script(page_at: Callable[..., Page], screens: Path) -> Visitor:
    """A phone so old, or so short of data, that no script runs."""
    return Visitor(page_at(**PHONE, java_script_enabled=False), "es", screens)


@pytest.fixture(scope="session")
def kept_cookies() -> dict[str, list[Any]]:
    """The cookies of those who have signed in already: doors are slow on purpose."""
    return {}


@pytest.fixture
def sign_in(kept_cookies: dict[str, list[Any]]) -> Callable[[Visitor, str], None]:
    """Signs one of the invented people in, through the door the first time."""

    def enter(visitor: Visitor, username: str) -> None:
        if username not in kept_cookies:
            visitor.sign_in(username, PASSWORD)
            kept_cookies[username] = visitor.page.context.cookies()
        visitor.page.context.add_cookies(kept_cookies[username])

    return enter
