"""A supervisor's or a household's link: looking at it consumes nothing, one press signs."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessments.placements.enums import Capacity
from assessments.placements.errors import LinkClosed, PinTooPlain
from assessments.placements.forms import READY_REASONS
from assessments.placements.services import open_link, set_pin, sign_by_link
from assessments.placements.services.linking import OpenLink
from curriculum.api import IdentifierFound, hours_text, identifiers_text

if TYPE_CHECKING:
    from curriculum.models import Person

NOT_RIGHT = "no"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sign_link(request: HttpRequest, token: str) -> HttpResponse:
    """The shifts of a link; whatever is wrong with it, a stranger reads the same page."""
    try:
        opened = open_link(token)
        return _press(request, token, opened) if request.method == "POST" else _show(request, opened)
    except LinkClosed:
        return render(request, "placements/link_closed.html", status=404)


def _press(request: HttpRequest, token: str, opened: OpenLink) -> HttpResponse:
    returned = {
        shift.uuid: _reason(request, shift.uuid)
        for shift in opened.shifts
        if request.POST.get(f"shift-{shift.uuid}") == NOT_RIGHT
    }
    confirmed = {shift.uuid for shift in opened.shifts if request.POST.get(f"shift-{shift.uuid}") == "yes"}
    if not confirmed and not returned:
        return _show(request, opened, fault=_("Choose yes or no for the hours, then press again."))
    signer, pin = opened.supervision.person, request.POST.get("new_pin", "").strip()
    try:
        approval = sign_by_link(
            token=token,
            confirmed=confirmed,
            returned=returned,
            shared_device=request.user.is_authenticated and request.user.pk == opened.link.person.user_id,
        )
    except IdentifierFound as found:
        return _show(request, opened, fault=identifiers_text(found.identifiers))
    context = {
        "learner": opened.link.person,
        "hours": hours_text(sum(shift.minutes for shift in approval.approved)) if approval.approved else "",
        "returned": len(returned),
        "pin": _keep_pin(signer, pin) if pin else None,
    }
    return render(request, "placements/link_done.html", context)


def _keep_pin(signer: "Person", pin: str) -> bool:
    """Whether the number was kept; the hours are confirmed either way."""
    try:
        set_pin(person=signer, pin=pin)
    except PinTooPlain:
        return False
    return True


def _reason(request: HttpRequest, uuid: UUID) -> str:
    return request.POST.get(f"reason-{uuid}", "").strip()[:2000] or str(READY_REASONS["times"])


def _show(request: HttpRequest, opened: OpenLink, fault: str = "") -> HttpResponse:
    context = {
        "learner": opened.link.person,
        "host": opened.supervision.host,
        "shifts": opened.shifts,
        "household": opened.supervision.capacity == Capacity.HOUSEHOLD,
        "fault": fault,
    }
    return render(request, "placements/link.html", context, status=422 if fault else 200)
