"""The two files that search engines ask for: where they may look, and what there is to find."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page

from modules.being_found import sitemap_entries
from modules.models import CataloguePage, ProgrammePage

AN_HOUR = 3600


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def robots(request: HttpRequest) -> HttpResponse:
    """Everything that is public may be found; what needs an account would only lead to its door."""
    address = request.build_absolute_uri("/sitemap.xml")
    return render(request, "robots.txt", {"sitemap": address}, content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def sitemap(request: HttpRequest) -> HttpResponse:
    """Catalogues and programmes in every language in which they are written. Three queries, however many."""
    written = Page.objects.live().public().filter(alias_of=None)
    public = written.type(CataloguePage, ProgrammePage).select_related("locale").order_by("pk")
    return render(
        request, "sitemap.xml", {"entries": sitemap_entries(public)}, content_type="application/xml"
    )
