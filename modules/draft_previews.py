"""Previews of a page on a phone and in each of its languages."""

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

PHONE = {"name": "mobile", "icon": "mobile-alt", "device_width": 390, "label": _("Preview on a phone")}


def translations_of(page: Page) -> list[str]:
    """The codes of the other languages in which the page exists, published or not; one query."""
    others = page.get_translations().filter(alias_of=None).exclude(locale=page.locale_id)
    return list(others.order_by("locale__language_code").values_list("locale__language_code", flat=True))


def draft_in(page: Page, language: str) -> Page:
    """The latest draft of the page in this language; the page itself where there is none."""
    found = page.get_translations().filter(locale__language_code=language).first()
    return cast("Page", found.get_latest_revision_as_object()) if found else page


def preview_in_its_language(page: Page, request: HttpRequest) -> HttpResponse:
    """Drawn at once, so that interface and page speak the same language."""
    code = page.locale.language_code if page.locale_id else settings.LANGUAGE_CODE
    with translation.override(code):
        asked: Any = request
        asked.LANGUAGE_CODE = code
        template = page.get_preview_template(request, "")
        return TemplateResponse(request, template, page.get_preview_context(request, "")).render()
