"""How a supervisor without an account signs: the learner asks for a message, or hands over her phone for a PIN."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessments.placements.errors import NoContact, NothingWaits, PinRests, PinTooPlain, PinWrong
from assessments.placements.forms import PinForm
from assessments.placements.queries import supervises_somewhere, who_can_sign_for
from assessments.placements.services import ask_by_link, set_pin, sign_with_pin
from assessments.placements.services.linking import waiting_with
from curriculum.api import hours_text, person_of

from .account import account_of


@login_required
@require_http_methods(["GET", "POST"])
def ways_to_sign(request: HttpRequest) -> HttpResponse:
    """Who can sign for what waits, and how; pressing asks one of them by a message."""
    signers = who_can_sign_for(request.user)
    if request.method == "POST":
        supervision = get_object_or_404(signers, pk=_number(request.POST.get("supervision", "")))
        try:
            ask_by_link(supervision=supervision, asked_by=account_of(request))
        except (NoContact, NothingWaits):
            messages.info(request, _("No message can go to this person now. Ask your school."))
        else:
            values = {"name": supervision.person.name}
            messages.success(
                request, _("%(name)s gets a message and can confirm your hours with it.") % values
            )
        return redirect("placements:ways_to_sign")
    return render(request, "placements/ways_to_sign.html", {"signers": signers})


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def sign_here(request: HttpRequest, supervision: int) -> HttpResponse:
    """The neutral screen on which a supervisor types her PIN: the hours and nothing else of the learner."""
    signers: QuerySet[Any] = who_can_sign_for(request.user)
    who = get_object_or_404(signers.filter(has_pin=True), pk=supervision)
    learner = person_of(request.user)
    if learner is None:
        raise Http404
    shifts = waiting_with(who, learner, timezone.now())
    if not shifts:
        return redirect("placements:log")
    fault = ""
    if request.method == "POST":
        try:
            approval = sign_with_pin(
                supervision=who,
                pin=request.POST.get("pin", "").strip(),
                uuids=_uuids(request),
                handed_over_by=account_of(request),
            )
        except PinWrong:
            fault = _("This number is not right. Try again.")
        except PinRests:
            fault = _("There were too many wrong numbers. Wait 15 minutes, or ask for a message.")
        except PermissionDenied:
            fault = _("Tick the hours that are right, then type your number.")
        else:
            hours = hours_text(sum(shift.minutes for shift in approval.approved))
            values = {"hours": hours, "name": who.person.name}
            messages.success(request, _("%(name)s confirmed %(hours)s.") % values)
            return redirect("placements:log")
    context = {"signer": who, "learner": learner, "shifts": shifts, "fault": fault}
    return render(request, "placements/sign_here.html", context, status=422 if fault else 200)


@login_required
@require_http_methods(["GET", "POST"])
def choose_pin(request: HttpRequest) -> HttpResponse:
    """A supervisor chooses her number on her own device; the former one stops working."""
    person = person_of(request.user)
    if person is None or not supervises_somewhere(request.user):
        raise Http404
    form = PinForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            set_pin(person=person, pin=form.cleaned_data["pin"])
        except PinTooPlain:
            form.add_error("pin", _("Choose six figures that nobody guesses: not 111111, not 123456."))
        else:
            messages.success(request, _("Your number is kept. Nobody can read it, not even the school."))
            return redirect("placements:supervise")
    return render(request, "placements/choose_pin.html", {"form": form}, status=422 if form.errors else 200)


def _uuids(request: HttpRequest) -> set[UUID]:
    try:
        return {UUID(value) for value in request.POST.getlist("shift")}
    except ValueError as error:
        raise Http404 from error


def _number(text: str) -> int:
    if not text.isdecimal() or len(text) > 18:
        raise Http404
    return int(text)
