"""The week sheet: a page to print, for the learner herself."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET

from assessments.placements.week_sheet import Week, WeekSheet, week_pdf
from curriculum.api import earning_participations


@login_required
@require_GET
def week_sheet(request: HttpRequest, uuid: UUID, year: int, week: int) -> HttpResponse:
    """A week of her own course on paper. Somebody else's course does not exist here."""
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
