"""My hours: what is done, what waits, what came back; logging a shift, correcting one, taking one back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import TemplateView

from assessments.placements.enums import ShiftKind
from assessments.placements.errors import (
    AlreadyCorrected,
    AlreadyDecided,
    ShiftConflict,
    ShiftRefused,
)
from assessments.placements.forms import ShiftForm, as_written
from assessments.placements.models import Shift
from assessments.placements.practice import practices_of
from assessments.placements.queries import amendments_for, own_shifts, tallies, to_correct
from assessments.placements.services import withdraw_shift
from assessments.placements.sheet import courses_of, keep, sheet_for
from assessments.placements.week_sheet import Week
from curriculum.api import local_date

from .account import account_of

if TYPE_CHECKING:
    from curriculum.models import Participation

A_PAGE = 20


class MyHoursView(LoginRequiredMixin, TemplateView):
    """Hours done, waiting and missing; what came back stands first."""

    template_name = "placements/hours.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        participations = courses_of(self.request.user)
        tally_of = tallies(each.pk for each in participations)
        shifts = own_shifts(self.request.user)
        practice = practices_of(participations, tally_of)
        this_week = Week.of(timezone.localdate())
        any_approved = any(tally.approved_by_setting for tally in tally_of.values())
        must_correct = any(tally.to_correct for tally in tally_of.values())
        return super().get_context_data(
            courses=[(each, practice[each.pk]) for each in participations],
            waits=any(tally.waiting for tally in tally_of.values()),
            amendments=amendments_for(self.request.user) if any_approved else [],
            returned=to_correct(shifts) if must_correct else [],
            page=Paginator(shifts, A_PAGE).get_page(self.request.GET.get("page")),
            weeks=[this_week, this_week.before],
            **kwargs,
        )


@login_required
@require_http_methods(["GET", "POST"])
def log_new_shift(request: HttpRequest) -> HttpResponse:
    """Log a shift; the form opens with today and the place of the last one."""
    participations = courses_of(request.user)
    if not participations:
        return redirect("placements:log")
    last = own_shifts(request.user).order_by("-logged_at", "-pk").first()
    initial = {
        "uuid": uuid4(),
        "participation": str(participations[0].uuid),
        "host": str(last.host_id) if last else "",
        "day": local_date(timezone.now(), participations[0].institution),
        "break_minutes": 0,
        "kind": ShiftKind.PRACTICE,
    }
    return _write_down(request, participations, initial)


@login_required
@require_http_methods(["GET", "POST"])
def correct_shift(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Correct a returned shift. Another person's shift does not exist here."""
    returned = get_object_or_404(to_correct(own_shifts(request.user)), uuid=uuid)
    participations = [each for each in courses_of(request.user) if each.pk == returned.participation_id]
    if not participations:
        return redirect("placements:log")
    initial = {**as_written(returned), "uuid": uuid4()}
    return _write_down(request, participations, initial, returned)


@login_required
@require_POST
def take_back(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The learner withdraws a waiting shift."""
    shift = get_object_or_404(own_shifts(request.user), uuid=uuid)
    try:
        withdraw_shift(shift=shift, withdrawn_by=account_of(request))
    except AlreadyDecided:
        messages.info(request, _("Your supervisor has already decided on this shift, so it stays."))
    else:
        messages.success(request, _("You have taken the shift back. It does not count."))
    return redirect("placements:log")


def _write_down(
    request: HttpRequest,
    participations: Sequence["Participation"],
    initial: dict[str, Any],
    returned: Shift | None = None,
) -> HttpResponse:
    """Show the form, or keep what was sent; what cannot be kept is shown again with the reason beside it."""
    form = sheet_for(participations, request.POST if request.method == "POST" else None, initial)
    if form.is_valid():
        try:
            keep(form.draft(), account=account_of(request), returned=returned)
        except ShiftRefused as refused:
            form.add_refusals(refused)
        except ShiftConflict:
            messages.error(request, _("This form was already sent. Open it again to log another shift."))
            return redirect("placements:log")
        except (AlreadyCorrected, AlreadyDecided):
            messages.info(request, _("This shift has been corrected already."))
            return redirect("placements:log")
        else:
            messages.success(request, _("Your shift is logged and waits for your supervisor."))
            return redirect("placements:log")
    context = {"form": form, "returned": returned, "turns": _turns(form)}
    return render(request, "placements/shift_form.html", context, status=422 if form.errors else 200)


def _turns(form: ShiftForm) -> list[Any]:
    """The questions that only a night with a change of clocks or too many hours raise."""
    return [form[name] for name in ("start_turn", "end_turn", "excess_reason") if not form[name].is_hidden]
