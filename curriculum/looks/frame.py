"""A page as somebody else's browser would get it, made so that nothing can be done on it.

The page is asked for as her account, inside a transaction that is taken back; it comes without scripts, its forms
are inert, and its links stay inside the frame. So nothing is written by any road, whatever a view does.
"""

import re
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.handlers.wsgi import WSGIRequest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, HttpResponseRedirectBase
from django.template.response import SimpleTemplateResponse
from django.urls import ResolverMatch

from curriculum.standards.accounts import Account

SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
FORM = re.compile(r"<form\b", re.IGNORECASE)
FRAME_OF_THE_PAGE = re.compile(r"<header\b|<main\b", re.IGNORECASE)  # the skip link stands before it
TITLE = re.compile(r"<title>", re.IGNORECASE)


class NotAPage(Exception):
    """What the address gives is no page to read: a file, a refusal."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands round a page that is seen as somebody else: her key, the words above, the title's beginning."""

    person_key: str
    banner: str
    title: str

    def address(self, path: str) -> str:
        """An address of hers as it is inside the frame."""
        here = re.compile(rf"^/({_languages()})/(?!seen-as/)")
        return here.sub(rf"/\1/seen-as/{self.person_key}/", path, count=1)

    def around(self, html: str) -> str:
        html = SCRIPT.sub("", html)
        html = FORM.sub("<form inert", html)
        address = re.compile(rf'\bhref="/({_languages()})/(?!seen-as/)')
        html = address.sub(rf'href="/\1/seen-as/{self.person_key}/', html)
        html = TITLE.sub(lambda found: found.group() + self.title, html, count=1)
        return FRAME_OF_THE_PAGE.sub(lambda found: self.banner + found.group(), html, count=1)


def seen_by_her(request: HttpRequest, match: ResolverMatch, path: str, account: Account) -> HttpResponseBase:
    """What her account would get at this address; everything that the view writes is taken back."""
    asked = _request_of(request, match, path, account)
    with transaction.atomic():
        response = match.func(asked, *match.args, **match.kwargs)
        if isinstance(response, SimpleTemplateResponse):
            response = response.render()
        transaction.set_rollback(True)
    return cast("HttpResponseBase", response)


def framed(response: HttpResponseBase, frame: Frame) -> HttpResponse:
    """The answer with the frame round it. Raises NotAPage for what cannot be framed."""
    if isinstance(response, HttpResponseRedirectBase):
        return HttpResponse(status=302, headers={"Location": frame.address(response.url)})
    if not isinstance(response, HttpResponse) or "text/html" not in response.get("Content-Type", ""):
        raise NotAPage
    return HttpResponse(frame.around(response.text), status=response.status_code)


def _languages() -> str:
    """The languages of the site, as an expression for the beginning of an address."""
    return "|".join(re.escape(code) for code, _name in settings.LANGUAGES)


def _request_of(request: HttpRequest, match: ResolverMatch, path: str, account: Account) -> HttpRequest:
    """A request of hers: no cookie, no session and no message of the person who looks."""
    environ = {**cast("WSGIRequest", request).environ, "PATH_INFO": path, "HTTP_COOKIE": ""}
    asked: Any = WSGIRequest(environ)
    asked.user, asked.session, asked.resolver_match = account, SessionStore(), match
    asked.LANGUAGE_CODE = getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)
    asked.csp_nonce = ""
    asked._messages = CookieStorage(asked)
    return cast("HttpRequest", asked)
