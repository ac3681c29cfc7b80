"""The Content-Security-Policy: strict for learners, wider only where Wagtail or a page with a video needs it."""

from csp.constants import SELF, UNSAFE_INLINE
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse


class ContentPolicyMiddleware(CSPMiddleware):
    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        parts.update = {**(parts.update or {}), **_outside_sources(response)}
        if request.path.startswith(reverse("wagtailadmin_home")):
            parts.replace = {**(parts.replace or {}), **_policy_of_the_cms()}
        return parts


def _outside_sources(response: HttpResponseBase) -> dict[str, list[str]]:
    """The strangers whose videos stand on this page (`modules.outside`). No other page may open them."""
    return getattr(response, "outside_sources", {})


def _policy_of_the_cms() -> dict[str, list[str]]:
    """Wagtail writes inline code without a nonce, shows pictures it has just made and frames its previews."""
    return {
        "script-src": [SELF, UNSAFE_INLINE],
        "style-src": [SELF, UNSAFE_INLINE],
        "img-src": [SELF, "data:", "blob:"],
        "frame-ancestors": [SELF],
    }
