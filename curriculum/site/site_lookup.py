"""Which Wagtail site answers a request, remembered between requests: looking it up costs a query a page."""

from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import Site

GENERATION_KEY = "cuidar.site.generation"
SECONDS_REMEMBERED = 60  # how long another process may go on with an old site after a change

Respond = Callable[[HttpRequest], HttpResponseBase]


class RememberedSiteMiddleware:
    """Puts the site where `Site.find_for_request` looks first."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request._wagtail_site = remembered_site(request)  # type: ignore[attr-defined]
        return self.get_response(request)


def remembered_site(request: HttpRequest) -> Site | None:
    """The site that serves the request's host and port; None where no site is set up."""
    key = f"cuidar.site.{cache.get(GENERATION_KEY, 0)}.{request._get_raw_host()}.{request.get_port()}"  # type: ignore[attr-defined]
    found = cache.get(key)
    if found is None:
        found = Site.find_for_request(request)
        cache.set(key, found, SECONDS_REMEMBERED)
    return found


def forget_when_sites_change() -> None:
    """A saved or deleted site is seen by the next request of this process."""
    for signal in (post_save, post_delete):
        signal.connect(_forget_sites, sender=Site, dispatch_uid="cuidar.site_lookup")


def _forget_sites(**kwargs: Any) -> None:
    cache.set(GENERATION_KEY, cache.get(GENERATION_KEY, 0) + 1, None)
