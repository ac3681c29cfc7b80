"""What the recording panel sends, and what it shows after it."""

from typing import TYPE_CHECKING, cast

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from modules.models import LessonPage
from modules.permissions import may_record

from .forms import RecordingForm
from .screen import TEMPLATE, recording_context
from .services import keep_recording, take_recording_away

if TYPE_CHECKING:
    from curriculum.api import Account


@require_POST
def keep(request: HttpRequest, page_id: int) -> HttpResponse:
    page = _page_or_404(request, page_id)
    form = RecordingForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(
            request, page, fault=_("Nothing arrived. Choose a file or record one, and send it again.")
        )
    try:
        keep_recording(
            page=page,
            upload=form.cleaned_data["file"],
            seconds=form.cleaned_data["seconds"],
            recorded_by=cast("Account", request.user),
        )
    except ValidationError as fault:
        return _show(request, page, fault=" ".join(fault.messages))
    return _show(request, page)


@require_POST
def take_away(request: HttpRequest, page_id: int) -> HttpResponse:
    page = _page_or_404(request, page_id)
    take_recording_away(page=page, taken_by=cast("Account", request.user))
    return _show(request, page)


def _page_or_404(request: HttpRequest, page_id: int) -> LessonPage:
    """A published lesson that this user may speak for."""
    page = get_object_or_404(LessonPage.objects.select_related("locale").live(), pk=page_id)
    if not may_record(request.user, page):
        raise Http404
    return page


def _show(request: HttpRequest, page: LessonPage, fault: str = "") -> HttpResponse:
    context = recording_context(page, may_record=True, fault=fault)
    return render(request, TEMPLATE, context, status=400 if fault else 200)
