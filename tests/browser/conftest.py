"""The journeys walk through the site that `make demo` serves, with its invented school, on a phone."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
SECONDS_TO_START = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a freshly loaded site of its own, with the worker for its background jobs."""
    port = free_port()
    environment = {
        **os.environ,
        "CUIDAR_VAR": str(tmp_path_factory.mktemp("var")),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "curriculum.site.settings.demo",
    }
    manage = [sys.executable, "manage.py"]
    for command in ("compile_catalogues", "migrate", "load_demo"):
        subprocess.run([*manage, command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
    serve = [sys.executable, "-m", "gunicorn", "curriculum.site.wsgi", "--bind", f"127.0.0.1:{port}"]
    serve += ["--worker-class", "gthread", "--threads", "4", "--log-level", "warning"]
    worker = subprocess.Popen([*manage, "db_worker", "--interval", "0.5"], cwd=ROOT, env=environment)
    site = subprocess.Popen(serve, cwd=ROOT, env=environment)
    try:
        wait_until_it_answers(site, port)
        yield f"http://127.0.0.1:{port}"
    finally:
        for process in (site, worker):
            process.terminate()
            process.wait(timeout=30)


def wait_until_it_answers(site: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and site.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise RuntimeError(f"The site did not answer within {SECONDS_TO_START} seconds.")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that `.ci/with-browser` found; Chromium's sandbox refuses to be started by root."""
    arguments = {**browser_type_launch_args, "args": ["--no-sandbox"] if os.geteuid() == 0 else []}
    if chromium := os.environ.get("CUIDAR_CHROMIUM"):
        arguments["executable_path"] = chromium
    return arguments


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A small cheap phone, in Uruguay."""
    return {
        **browser_context_args,
        "viewport": {"width": 360, "height": 740},
        "locale": "es-UY",
        "timezone_id": "America/Montevideo",
    }


@pytest.fixture
def faults_of_the_browser(page: Page) -> list[str]:
    """Errors of scripts and everything the content policy had to stop, as the page goes along."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda message: found.append(message.text) if message.type == "error" else None)
    return found


@pytest.fixture
def barriers(page: Page) -> Callable[[], list[str]]:
    """What axe finds on the page in front of us: one line for each rule that is broken and each place."""

    def look() -> list[str]:
        broken = Axe().run(page).response["violations"]
        return [f"{rule['id']}: {node['html'][:200]}" for rule in broken for node in rule["nodes"]]

    return look
