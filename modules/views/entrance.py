"""The door to lessons: who may pass, and what everybody else is told."""

from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from modules.models import ProgrammePage
from modules.permissions import Reader, reader_of

if TYPE_CHECKING:
    from curriculum.models import Module


def reader_or_404(request: HttpRequest, module: "Module") -> Reader:
    """How the visitor stands to the module. For people of other institutions it does not exist."""
    reader = reader_of(request.user, module)
    if reader.is_stranger:
        raise Http404
    return reader


def not_enrolled(request: HttpRequest, page: Page) -> HttpResponse:
    """A plain answer for somebody who takes no course with this page: which course it belongs to."""
    programme_page = ProgrammePage.objects.ancestor_of(page).live().first()
    return render(request, "modules/not_enrolled.html", {"programme_page": programme_page}, status=403)
