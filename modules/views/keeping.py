"""The list of what a phone fetches to keep a module."""

from dataclasses import asdict
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from curriculum.api import in_words, version_of
from modules.keeping import files_of_module
from modules.queries import module_page, pages_of, progress_in_module

from .entrance import not_enrolled, reader_or_404


@login_required
@require_GET
@never_cache
def files_to_keep(request: HttpRequest, key: UUID) -> HttpResponse:
    """Addresses with bytes and digest, for whoever may read the module; `version` changes when one of them does."""
    page = module_page(key)
    if page is None:
        raise Http404
    if not reader_or_404(request, page.module).may_read:
        return not_enrolled(request, page)
    progress = progress_in_module(page.module_id, user=request.user)
    files = files_of_module(page, progress.lessons, pages_of(progress))
    return JsonResponse(
        {
            "title": page.title,
            "version": version_of(files),
            "bytes": sum(file.bytes for file in files),
            "words": in_words(files),
            "files": [asdict(file) for file in files],
        }
    )
