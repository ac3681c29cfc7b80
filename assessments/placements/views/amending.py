"""Correcting an approved shift: one of the two proposes, the other agrees."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from assessments.placements.errors import AlreadyDecided, PartImpossible
from assessments.placements.forms import AmendForm
from assessments.placements.models import Amendment, Shift
from assessments.placements.queries import amendable_by, counted_minutes
from assessments.placements.services import countersign, propose_amendment
from curriculum.api import IdentifierFound, identifiers_text

from .account import account_of


@login_required
@require_http_methods(["GET", "POST"])
def amend(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Propose other minutes for an approved shift, or agree to what the other one proposed."""
    shift = get_object_or_404(amendable_by(request.user), uuid=uuid)
    open_one = shift.amendments.filter(outcome__isnull=True).select_related("reason").first()
    if open_one is not None:
        return _agree(request, shift, open_one)
    counted = counted_minutes(shift)
    form = AmendForm(request.POST if request.method == "POST" else None, initial={"minutes": counted})
    if form.is_valid():
        try:
            propose_amendment(shift=shift, proposed_by=account_of(request), **form.cleaned_data)
        except PartImpossible:
            form.add_error("minutes", _("Write other minutes than now, and no more than the shift lasted."))
        except IdentifierFound as found:
            form.add_error("reason", identifiers_text(found.identifiers))
        except AlreadyDecided:
            return redirect(request.path)
        else:
            messages.success(request, _("Proposed. It counts once the other person agrees."))
            return redirect(_home(request, shift))
    context = {"form": form, "shift": shift, "counted": counted}
    return render(request, "placements/amend.html", context, status=422 if form.errors else 200)


def _agree(request: HttpRequest, shift: Shift, amendment: Amendment) -> HttpResponse:
    mine = amendment.signatures.filter(person__user=request.user.pk).exists()
    if request.method == "POST" and not mine:
        try:
            applied = countersign(amendment=amendment, signed_by=account_of(request))
        except PermissionDenied as error:
            raise Http404 from error
        except AlreadyDecided:
            return redirect(request.path)
        if applied:
            messages.success(request, _("The correction counts now."))
        else:
            messages.info(request, _("A certificate rests on these hours. The school looks at it first."))
        return redirect(_home(request, shift))
    context = {"shift": shift, "amendment": amendment, "mine": mine, "counted": counted_minutes(shift)}
    return render(request, "placements/amend.html", context)


def _home(request: HttpRequest, shift: Shift) -> str:
    return reverse("placements:log" if shift.person.user_id == request.user.pk else "placements:supervise")
