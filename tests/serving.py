"""The site in a process of its own, as the browser's journeys and the measurements meet it."""

import os
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECONDS_TO_START = 60
HOST = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Served:
    """A served site: its port on the loopback address, and its main process."""

    port: int
    pid: int

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"


@contextmanager
def served(environment: Mapping[str, str], *, workers: int, threads: int) -> Iterator[Served]:
    """Serve with these variables of the environment, until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", "curriculum.site.wsgi", "--bind", f"{HOST}:{port}"]
    command += ["--worker-class", "gthread", "--workers", str(workers), "--threads", str(threads)]
    process = subprocess.Popen(
        [*command, "--log-level", "warning"], cwd=ROOT, env={**os.environ, **environment}
    )
    try:
        wait_until_it_answers(process, port)
        yield Served(port, process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)


def production_environment(url: str, folder: str) -> dict[str, str]:
    """What a real school sets, made for one run: its database's address, and the folder it writes to."""
    return {
        "DATABASE_URL": url,
        "CUIDAR_VAR": folder,
        "CUIDAR_SECRET_KEY": secrets.token_urlsafe(50),
        "CUIDAR_ALLOWED_HOSTS": HOST,
        "CUIDAR_BASE_URL": f"http://{HOST}",
        "DJANGO_SETTINGS_MODULE": "tests.production",
    }


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def wait_until_it_answers(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"The site did not answer within {SECONDS_TO_START} seconds.")
