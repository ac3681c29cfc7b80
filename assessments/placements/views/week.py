"""The week sheet: a page to print for the learner herself, and the way to key it for her administrator."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_GET

from assessments.placements.permissions import can_key
from assessments.placements.week_sheet import Week, WeekSheet, week_pdf
from curriculum.api import administered, earning_in, earning_participations


@login_required
@require_GET
def week_sheet(request: HttpRequest, uuid: UUID, year: int, week: int) -> HttpResponse:
    """A week of her own course on paper; an administrator who scans it is led to where it is keyed.

    For anybody else it does not exist.
    """
    scanned = earning_in(administered(request.user)).filter(uuid=uuid).first()
    if scanned is not None and can_key(request.user, scanned):
        return redirect("signed_sheets:key", uuid, year, week)
    own = earning_participations(request.user).select_related("programme_version__programme")
    participation = get_object_or_404(own, uuid=uuid)
    try:
        meant = Week.numbered(year, week)
    except ValueError as error:
        raise Http404 from error
    sheet = WeekSheet(participation, meant, request.build_absolute_uri())
    answer = HttpResponse(week_pdf(sheet), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{sheet.file_name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
