"""The task sheets of a lesson, on a page that prints as paper."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from modules.languages import language_context
from modules.rendering import with_emergency_number

from .entrance import not_enrolled, reader_or_404
from .lesson import module_crumb, page_or_404, progress_or_404


@login_required
@require_GET
def show_sheets(request: HttpRequest, key: UUID) -> HttpResponse:
    """Every task sheet of a lesson; a lesson without one has no such page."""
    lesson, page = progress_or_404(request, key).lesson(key), page_or_404(key)
    reader = reader_or_404(request, lesson.module)
    if not reader.may_read:
        return not_enrolled(request, page)
    sheets = [block.value for block in page.body if block.block_type == "task_sheet"]
    if not sheets:
        raise Http404
    context = {
        "page": page,
        "title": with_emergency_number(page.title, lesson.institution.emergency_number),
        "module": lesson.module,
        "reader": reader,
        "sheets": [{"value": sheet, "lines": range(sheet["lines"])} for sheet in sheets],
        "crumbs": [
            module_crumb(page, lesson.module.title),
            {"title": page.title, "url": reverse("modules:lesson", args=[key])},
        ],
        **language_context(page),
    }
    return render(request, "modules/lesson_sheets.html", context)
