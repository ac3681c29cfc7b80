"""Pages that signed-in learners read at addresses of their own, in the language of the interface."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from modules.draft_previews import PHONE, draft_in, preview_in_its_language, translations_of


class LearnerAddressMixin(Page):
    """A page whose address is `learner_view` with its `translation_key`; Wagtail's own address leads there.

    So the interface stays in the reader's language, and the page costs less than Wagtail's routing.
    """

    learner_view: str

    class Meta:
        abstract = True

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """A phone first, as wide as most learners' phones, then what Wagtail offers."""
        _phone, *wider = super().preview_sizes
        return [PHONE, *wider]

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """This page, and each of its translations as it stands in the CMS."""
        others = translations_of(self) if self.pk else []
        named = [(code, get_language_info(code)["name_translated"].capitalize()) for code in others]
        return [("", _("This language")), *named]

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The page as a learner reads it, with the interface in the language of the page."""
        page = draft_in(self, mode_name) if mode_name else self
        return preview_in_its_language(page, request)

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
