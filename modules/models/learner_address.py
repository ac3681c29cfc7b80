"""Pages that signed-in learners read at addresses of their own, in the language of the interface."""

from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from wagtail.models import Page


class LearnerAddressMixin(Page):
    """A page whose address is `learner_view` with its `translation_key`; Wagtail's own address leads there.

    So the interface stays in the reader's language, and the page costs less than Wagtail's routing.
    """

    learner_view: str

    class Meta:
        abstract = True

    @property
    def learner_address(self) -> str:
        return reverse(self.learner_view, args=[self.translation_key])

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        parts = super().get_url_parts(request)
        return parts and (parts[0], parts[1], self.learner_address)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return HttpResponseRedirect(self.learner_address)

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Nothing: only learners open these pages."""
        return []
