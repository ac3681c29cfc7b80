"""What the service worker is told: which files make up the app, in which version, and where its pages are."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.utils import translation

from .registry import last_visits

LOOKS = "cuidar"
NOT_ON_PHONES = ("desk/",)  # the styles of the CMS
KINDS = {".css", ".js", ".svg", ".woff2"}
PAGES = {
    "needs_signal": "curriculum/offline/needs_signal.html",
    "on_this_phone": "curriculum/offline/phone.html",
}


def is_on() -> bool:
    """Whether phones may work without signal. `CUIDAR_OFFLINE = False` retires every service worker safely."""
    return getattr(settings, "CUIDAR_OFFLINE", True)


@cache
def instructions() -> dict[str, Any]:
    """What the worker needs; worked out once in a process."""
    files = dict(_files())
    return {
        "version": _version(files),
        "files": [static(name) for name in files],
        "languages": list(_languages()),
        "pages": {code: {name: _address(name, code) for name in PAGES} for code in _languages()},
        "lastVisits": [
            url for code in _languages() for name in last_visits() if (url := _address(name, code))
        ],
        "outside": list(filter(None, [_address("wagtailadmin_home", settings.LANGUAGE_CODE)])),
        "doors": [url for code in _languages() for name in _doors() if (url := _address(name, code))],
        "acts": {code: _address("offline_acts", code) for code in _languages()},
        "token": {code: _address("offline_token", code) for code in _languages()},
    }


def _languages() -> Iterator[str]:
    return (code for code, _name in settings.LANGUAGES)


def _doors() -> tuple[str, ...]:
    """Where people come in and go out: behind them another person may hold the phone."""
    return (settings.LOGIN_URL, "account_signup", "account_logout")


def _files() -> Iterator[tuple[str, bytes]]:
    """Every file of our looks and scripts, by its name among the static files."""
    folder = Path(finders.find(LOOKS) or "")
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.suffix in KINDS and not name.startswith(NOT_ON_PHONES):
            yield f"{LOOKS}/{name}", path.read_bytes()


def _version(files: dict[str, bytes]) -> str:
    """The digest of the static files and of the pages that the app brings along, in every language."""
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(static(name).encode() + content)
    for code in _languages():
        with translation.override(code):
            for template in PAGES.values():
                digest.update(render_to_string(template).encode())
    return digest.hexdigest()[:16]


def _address(name: str, language: str) -> str:
    """Empty where a site leaves these pages out."""
    with translation.override(language):
        try:
            return reverse(name)
        except NoReverseMatch:
            return ""
