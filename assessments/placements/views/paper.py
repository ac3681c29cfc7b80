"""A learner brings a signed sheet, or evidence for an administrator where nobody answered for seven days."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from assessments.placements.errors import NothingWaits, TooSoon
from assessments.placements.forms import SheetForm
from assessments.placements.models import Scan
from assessments.placements.queries import own_shifts, who_can_sign_for
from assessments.placements.services import bring_sheet
from curriculum.api import administered

from .account import account_of


@login_required
@require_http_methods(["GET", "POST"])
def bring_paper(request: HttpRequest) -> HttpResponse:
    """The photo of a sheet for the shifts that are ticked."""
    waiting = list(own_shifts(request.user).waiting())
    if not waiting:
        return redirect("placements:log")
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = SheetForm(data, files, signers=who_can_sign_for(request.user), shifts=waiting)
    if form.is_valid():
        try:
            bring_sheet(brought_by=account_of(request), **form.cleaned_data)
        except TooSoon:
            form.add_error(
                "signer",
                _(
                    "A supervisor has seven days to answer. Choose who signed the sheet, or come back after that."
                ),
            )
        except NothingWaits:
            form.add_error("signer", _("She does not sign at the place of these shifts. Choose who signed."))
        except ValidationError as fault:
            form.add_error("file", fault.messages)
        else:
            messages.success(request, _("Your sheet is with the school. An administrator looks at it."))
            return redirect("placements:log")
    context = {"form": form, "shifts": waiting}
    return render(request, "placements/bring_paper.html", context, status=422 if form.errors else 200)


@login_required
@require_GET
def paper_file(request: HttpRequest, uuid: UUID) -> FileResponse:
    """The photo, for the administrators of the institution; for anybody else it does not exist."""
    scan = get_object_or_404(Scan.objects.filter(institution__in=administered(request.user)), uuid=uuid)
    try:
        content = scan.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"{scan.uuid}.{str(scan.file.name).rpartition('.')[2]}"
    answer = FileResponse(content, as_attachment=True, filename=name)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer
