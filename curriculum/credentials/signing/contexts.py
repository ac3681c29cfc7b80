"""The vocabularies that credentials are written with: installed at set-up, pinned by content, never fetched.

Open Badges' context 3.0.3 is in the wild in two versions; `documents` uses none of the terms in which they differ.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

CREDENTIALS = "https://www.w3.org/ns/credentials/v2"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"

PINNED = {
    CREDENTIALS: "b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf",
    OPEN_BADGES: "c5e555a91a5cf48e32ae0a05674c61ddd5c053b680b5643b2f57f9965e386d99",
}
"""The SHA-256 of each as JSON with sorted keys and without spaces."""


class ContextsMissing(Exception):
    """The vocabularies are not installed; `manage.py install_contexts` does it."""


class UnknownContext(Exception):
    """A document names a vocabulary that nothing is known of."""


def are_installed() -> bool:
    """Whether files can be signed on this site."""
    return all(_file(address).exists() for address in PINNED)


@cache
def context(address: str) -> Mapping[str, Any]:
    """The vocabulary at an address. Raises ContextsMissing, or UnknownContext where it is none of ours."""
    if address not in PINNED:
        raise UnknownContext(address)
    try:
        found: Mapping[str, Any] = json.loads(_file(address).read_text())
    except OSError as error:
        raise ContextsMissing(address) from error
    return _as_pinned(address, found)


def install(address: str, found: Mapping[str, Any]) -> None:
    """Keep a vocabulary, if it is the one that is expected. Raises UnknownContext where it is another."""
    _as_pinned(address, found)
    _file(address).parent.mkdir(parents=True, exist_ok=True)
    _file(address).write_text(_plain(found))
    context.cache_clear()


def _as_pinned(address: str, found: Mapping[str, Any]) -> Mapping[str, Any]:
    if hashlib.sha256(_plain(found).encode()).hexdigest() != PINNED.get(address):
        raise UnknownContext(f"{address} is not the expected edition")
    return found


def _plain(found: Mapping[str, Any]) -> str:
    return json.dumps(found, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _file(address: str) -> Path:
    return (
        Path(getattr(settings, "CUIDAR_CONTEXTS", "var/contexts"))
        / f"{hashlib.sha256(address.encode()).hexdigest()[:16]}.json"
    )
