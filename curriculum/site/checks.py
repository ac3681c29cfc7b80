"""`manage.py check --deploy`: what a real school must have decided, each with what to do (docs/operate.md)."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

SHORTEST_TOKEN = 24
OTHERS = 0o007


def listen() -> None:
    register(ready_for_people, Tags.security, deploy=True)


def ready_for_people(**kwargs: Any) -> list[CheckMessage]:
    """`cuidar_site.E001` to `W010`; one message for each thing that is missing or weak."""
    return [message for check in CHECKS for message in check()]


def _address() -> Iterator[CheckMessage]:
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    if address.scheme != "https" or not address.hostname:
        yield Error(
            "The site's address does not begin with https://.",
            hint="Set CUIDAR_BASE_URL, such as https://school.example.",
            id="cuidar_site.E001",
        )
    elif address.hostname not in settings.ALLOWED_HOSTS:
        yield Error(
            "The site does not answer at its own address.",
            hint=f"Add {address.hostname} to CUIDAR_ALLOWED_HOSTS.",
            id="cuidar_site.E002",
        )
    if "*" in settings.ALLOWED_HOSTS:
        yield Error(
            "The site answers to any name.",
            hint="Name its hosts in CUIDAR_ALLOWED_HOSTS, with commas between them.",
            id="cuidar_site.E003",
        )


def _front_server() -> Iterator[CheckMessage]:
    if settings.SECURE_SSL_REDIRECT and not settings.SECURE_PROXY_SSL_HEADER:
        yield Warning(
            "Behind a front server every page would lead to itself for ever.",
            hint="Set CUIDAR_BEHIND_PROXY=yes once the front server sets X-Forwarded-Proto itself.",
            id="cuidar_site.W004",
        )


def _mail() -> Iterator[CheckMessage]:
    if not settings.EMAIL_HOST:
        yield Warning(
            "No mail goes out: nobody can confirm an address or get back in by e-mail.",
            hint="Set EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER and EMAIL_HOST_PASSWORD.",
            id="cuidar_site.W005",
        )
    if "localhost" in settings.DEFAULT_FROM_EMAIL:
        yield Warning(
            "Mail comes from an address that does not exist.",
            hint='Set DEFAULT_FROM_EMAIL, such as "School <office@school.example>".',
            id="cuidar_site.W006",
        )


def _places() -> Iterator[CheckMessage]:
    folder = Path(settings.VAR)
    if folder.exists() and folder.stat().st_mode & OTHERS:
        yield Warning(
            "Everybody on this machine can look into the folder with the private documents.",
            hint="Run: chmod o-rwx on the folder of CUIDAR_VAR.",
            id="cuidar_site.W007",
        )
    if not settings.CUIDAR_BACKUP_FOLDER or not Path(settings.CUIDAR_BACKUP_FOLDER).is_dir():
        yield Warning(
            "Nobody sees whether there is a backup.",
            hint="Set CUIDAR_BACKUP_FOLDER to the folder that manage.py backup writes to.",
            id="cuidar_site.W008",
        )


def _watching() -> Iterator[CheckMessage]:
    if len(settings.CUIDAR_HEALTH_TOKEN) < SHORTEST_TOKEN:
        yield Warning(
            "The full report of /healthz is closed, or its token can be guessed.",
            hint=f"Set CUIDAR_HEALTH_TOKEN to at least {SHORTEST_TOKEN} random letters.",
            id="cuidar_site.W009",
        )


def _served() -> Iterator[CheckMessage]:
    if settings.CUIDAR_SERVE_MEDIA:
        yield Warning(
            "The program serves uploads itself, without byte ranges for video and without a policy of their own.",
            hint="Leave CUIDAR_SERVE_MEDIA off, and let the front server do it.",
            id="cuidar_site.W010",
        )


CHECKS: tuple[Callable[[], Iterator[CheckMessage]], ...] = (
    _address,
    _front_server,
    _mail,
    _places,
    _watching,
    _served,
)
