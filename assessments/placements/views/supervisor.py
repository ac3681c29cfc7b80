"""What waits for a supervisor: one press approves one or all of a learner, several are ticked, one goes back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import TemplateView

from assessments.placements.coming import coming_to
from assessments.placements.enums import Capacity
from assessments.placements.errors import AlreadyDecided
from assessments.placements.forms import ApprovalForm, ReturnForm
from assessments.placements.permissions import CAPACITY
from assessments.placements.queries import (
    amendments_for,
    lapsed_supervisions,
    supervises_somewhere,
    waiting_for,
)
from assessments.placements.services import Approval, approve_shifts, return_shift, sign_shifts
from assessments.placements.signatures import by_own_account
from curriculum.api import IdentifierFound, hours_text

from .account import account_of

A_PAGE = 50


class SuperviseView(LoginRequiredMixin, TemplateView):
    """The waiting shifts by learner, the oldest first."""

    template_name = "placements/supervise.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = Paginator(waiting_for(self.request.user), A_PAGE).get_page(self.request.GET.get("page"))
        return super().get_context_data(
            page=page,
            amendments=amendments_for(self.request.user),
            lapsed=lapsed_supervisions(self.request.user) if not page.object_list else [],
            supervises=bool(page.paginator.count) or supervises_somewhere(self.request.user),
            **kwargs,
        )


class ComingView(LoginRequiredMixin, TemplateView):
    """Who comes to her places, and when."""

    template_name = "placements/coming.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(places=coming_to(self.request.user), **kwargs)


@login_required
@require_POST
def approve(request: HttpRequest) -> HttpResponse:
    """Approve the one that was pressed, or all that the page showed of a learner, else those that were ticked."""
    uuids = _uuids(request)
    if not uuids:
        messages.info(request, _("Tick the shifts that you want to approve, then press again."))
        return redirect("placements:supervise")
    try:
        approval = approve_shifts(uuids=uuids, decided_by=account_of(request))
    except PermissionDenied as error:
        raise Http404 from error
    _say_what_happened(request, approval)
    return redirect("placements:supervise")


@login_required
@require_http_methods(["GET", "POST"])
def approve_with_words(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Approve a part of a shift, or all of it with a comment on competence."""
    shift = get_object_or_404(waiting_for(request.user), uuid=uuid)
    household = getattr(shift, CAPACITY) == Capacity.HOUSEHOLD
    data = request.POST if request.method == "POST" else None
    form = ApprovalForm(data, shift=shift, household=household)
    if form.is_valid():
        signature = by_own_account(account_of(request))
        try:
            approval = sign_shifts(uuids=[uuid], signature=signature, words=form.words())
        except IdentifierFound as found:
            form.add_identifiers(found)
        else:
            _say_what_happened(request, approval)
            return redirect("placements:supervise")
    context = {"form": form, "shift": shift}
    return render(request, "placements/approve_form.html", context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Return one shift with a reason. A shift that does not lie with this account does not exist here."""
    shift = get_object_or_404(waiting_for(request.user), uuid=uuid)
    form = ReturnForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            return_shift(uuid=uuid, reason=form.cleaned_data["reason"], decided_by=account_of(request))
        except IdentifierFound as found:
            form.add_identifiers(found)
        except AlreadyDecided:
            messages.info(request, _("This shift was decided a moment ago. Nothing was changed."))
            return redirect("placements:supervise")
        else:
            values = {"hours": hours_text(shift.minutes), "name": shift.person.name}
            messages.success(request, _("%(hours)s returned to %(name)s with your reason.") % values)
            return redirect("placements:supervise")
    context = {"form": form, "shift": shift}
    return render(request, "placements/return_form.html", context, status=422 if form.errors else 200)


def _uuids(request: HttpRequest) -> set[UUID]:
    """The shifts meant; what is no id cannot be anybody's shift."""
    try:
        return {UUID(value) for value in _pressed(request)}
    except ValueError as error:
        raise Http404 from error


def _pressed(request: HttpRequest) -> list[str]:
    """A learner's shifts are those she saw: one that came in since then is not among them."""
    if only := request.POST.get("only"):
        return [only]
    learner = request.POST.get("learner")
    return request.POST.getlist(f"of-{learner}" if learner else "shift")


def _say_what_happened(request: HttpRequest, approval: Approval) -> None:
    minutes: dict[str, int] = {}
    for shift in approval.approved:
        minutes[shift.person.name] = minutes.get(shift.person.name, 0) + (shift.decision.minutes or 0)
    for name, total in minutes.items():
        values = {"hours": hours_text(total), "name": name}
        messages.success(request, _("%(hours)s approved for %(name)s.") % values)
    if approval.decided_before:
        count = len(approval.decided_before)
        text = ngettext(
            "%(count)s shift was already decided and stays as it is.",
            "%(count)s shifts were already decided and stay as they are.",
            count,
        )
        messages.info(request, text % {"count": count})
