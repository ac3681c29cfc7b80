"""Every address of the site, with whom it opens for: read from `matrix.txt`, tried on two schools.

An address that nobody has thought about is in no line, and the test fails.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

TABLE = Path(__file__).with_name("matrix.txt")
ROLES = ("stranger", "learner", "supervisor", "assessor", "trainer", "administrator", "auditor", "elsewhere")
NOBODY = UUID(int=7)

# The pages of Wagtail and of allauth that need no object. Those with one ask the same permissions of theirs.
FOREIGN = ("wagtail", "account_", "mfa_")


@dataclass(frozen=True, slots=True)
class Line:
    """One address: `answers` by role are a status, or "login" for being led to the sign-in."""

    method: str
    name: str
    answers: Mapping[str, str]


def lines() -> Iterator[Line]:
    for text in TABLE.read_text().splitlines():
        if text and not text.startswith("#"):
            method, name, *answers = text.split()
            yield Line(method, name, dict(zip(ROLES, answers, strict=True)))


def addresses() -> dict[str, bool]:
    """Each named address, and whether it needs arguments (in every form it has)."""
    found: dict[str, bool] = {}
    for name, pattern in _walk(get_resolver().url_patterns, "", ""):
        if name:
            found[name] = found.get(name, True) and ("<" in pattern or "(" in pattern)
    return found


def own_and_foreign() -> set[str]:
    """What the table must name: all of ours; of strangers' those that need no arguments."""
    return {name for name, needs in addresses().items() if not (name.startswith(FOREIGN) and needs)}


def _walk(patterns: list[Any], namespace: str, above: str) -> Iterator[tuple[str, str]]:
    for entry in patterns:
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry.url_patterns, inner, above + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield (f"{namespace}{entry.name}" if entry.name else "", above + str(entry.pattern))


@dataclass
class Places:
    """The arguments of the addresses: what stands in the first school."""

    arguments: Mapping[str, tuple[Any, ...]]
    accounts: Mapping[str, User | None]
    names: tuple[str, ...] = field(default=())

    def address(self, name: str) -> str:
        return reverse(name, args=self.arguments.get(name, ()))


def answer(client: Client, method: str, address: str) -> HttpResponse:
    """What comes back; whatever the page writes is taken back, and she stays signed in.

    An address that does not exist is first looked for under the language of the reader: what counts is what she
    finds there.
    """
    cookies = deepcopy(client.cookies)
    with transaction.atomic():
        response = client.get(address) if method == "GET" else client.post(address)
        if response.headers.get("Location") == f"/{settings.LANGUAGE_CODE}{address}":
            response = client.get(response.headers["Location"])
        transaction.set_rollback(True)
    client.cookies = cookies
    return response


def in_words(response: HttpResponse) -> str:
    leads_to = response.headers.get("Location", "")
    to_sign_in = "/login/" in leads_to or leads_to.startswith(f"/{settings.LANGUAGE_CODE}/accounts/login")
    return "login" if response.status_code == 302 and to_sign_in else str(response.status_code)
