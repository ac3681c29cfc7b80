"""A group's sessions: laid out, added, moved, cancelled."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from curriculum.api import IdentifierFound, timetable_of
from curriculum.classes.errors import NotKept
from curriculum.classes.forms import (
    CancelForm,
    LayOutForm,
    MakeUpForm,
    MoveForm,
    PlayAreaForm,
    RefusableForm,
    SessionForm,
)
from curriculum.classes.models import ClassSession, PlayArea
from curriculum.classes.permissions import groups_taught_by, sessions_taken_by
from curriculum.classes.roll import who_misses_often
from curriculum.classes.services import (
    add_session,
    cancel_session,
    lay_out_sessions,
    move_session,
    set_play_area,
)

MOST_SHOWN = 60


@login_required
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The sessions of a group, who misses often, and the forms that make sessions."""
    group = get_object_or_404(groups_taught_by(request.user), pk=pk)
    posted = request.POST.get("do", "") if request.method == "POST" else ""
    area = PlayArea.objects.filter(group=group).first()
    forms: dict[str, Any] = {
        "lay_out": LayOutForm(request.POST if posted == "lay_out" else None, group=group, prefix="lay"),
        "add": SessionForm(request.POST if posted == "add" else None, group=group, prefix="add"),
        "play": PlayAreaForm(request.POST if posted == "play" else None, initial=_told(area), prefix="play"),
    }
    acts: dict[str, Callable[[], str]] = {
        "lay_out": lambda: _lay_out(request, group, forms["lay_out"]),
        "add": lambda: _add(request, group, forms["add"]),
        "play": lambda: _play(group, forms["play"]),
    }
    if posted in forms and _is_kept(forms[posted], acts[posted], request):
        return redirect("classes:group", group.pk)
    sessions = ClassSession.objects.filter(group=group).select_related("group__institution", "module")
    now = timezone.now()
    context = {
        "group": group,
        "forms": forms,
        "meetings": timetable_of(group.pk),
        "coming": sessions.filter(ends_at__gt=now)[:MOST_SHOWN],
        "past": sessions.filter(ends_at__lte=now).order_by("-starts_at")[:MOST_SHOWN],
        "misses": who_misses_often(group),
        "opened": posted,
    }
    return render(request, "classes/group.html", context, status=422 if posted else 200)


@login_required
@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Cancel a session, hold it at another time, or hold one more for those who missed it."""
    session = get_object_or_404(sessions_taken_by(request.user), uuid=uuid)
    posted = request.POST.get("do", "") if request.method == "POST" else ""
    given = {name: request.POST if posted == name else None for name in ("move", "cancel", "make_up")}
    then = {
        "day": session.starts.date(),
        "starts": session.starts.time(),
        "ends": session.ends.time(),
        "place": session.place,
    }
    forms: dict[str, Any] = {
        "move": MoveForm(given["move"], initial=then, prefix="move"),
        "cancel": CancelForm(given["cancel"], prefix="cancel"),
        "make_up": MakeUpForm(given["make_up"], initial={"place": session.place}, prefix="make-up"),
    }
    acts: dict[str, Callable[[], str]] = {
        "move": lambda: _move(request, session, forms["move"]),
        "cancel": lambda: _cancel(request, session, forms["cancel"]),
        "make_up": lambda: _make_up(request, session, forms["make_up"]),
    }
    if posted in forms and _is_kept(forms[posted], acts[posted], request):
        return redirect("classes:group", session.group_id)
    context = {"session": session, "forms": forms, "is_taken": session.presences.exists(), "opened": posted}
    return render(request, "classes/change.html", context, status=422 if posted else 200)


def _is_kept(form: RefusableForm, act: Callable[[], str], request: HttpRequest) -> bool:
    """Whether it was done; what was refused stands in the form."""
    if not form.is_valid():
        return False
    try:
        said = act()
    except (NotKept, IdentifierFound) as error:
        form.refuse(error)
        return False
    messages.success(request, said)
    return True


def _lay_out(request: HttpRequest, group: Any, form: LayOutForm) -> str:
    laid = lay_out_sessions(group=group, planned_by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
    if not laid:
        return _(
            "Nothing new: these sessions are planned already, or the timetable has no hours on these days."
        )
    return ngettext("%(count)s session is planned.", "%(count)s sessions are planned.", len(laid)) % {
        "count": len(laid)
    }


def _add(request: HttpRequest, group: Any, form: SessionForm) -> str:
    hour = form.hour(ClassSession(group=group).zone)
    add_session(group=group, module=form.cleaned_data["module"], hour=hour, planned_by=request.user)  # type: ignore[arg-type]
    return _("The session is planned.")


def _play(group: Any, form: PlayAreaForm) -> str:
    values = form.cleaned_data
    set_play_area(group=group, **values | {"daily_fee": values["daily_fee"] or 0})
    return _("The group sees it on its path.")


def _move(request: HttpRequest, session: ClassSession, form: MoveForm) -> str:
    reason = form.cleaned_data["reason"]
    move_session(session=session, hour=form.hour(session.zone), reason=reason, moved_by=request.user)  # type: ignore[arg-type]
    return _("The session is moved. The group reads why on its path.")


def _cancel(request: HttpRequest, session: ClassSession, form: CancelForm) -> str:
    cancel_session(session=session, reason=form.cleaned_data["reason"], cancelled_by=request.user)  # type: ignore[arg-type]
    return _("The session is cancelled. The group reads why on its path.")


def _make_up(request: HttpRequest, session: ClassSession, form: MakeUpForm) -> str:
    add_session(
        group=session.group,
        module=session.module,
        hour=form.hour(session.zone),
        planned_by=request.user,  # type: ignore[arg-type]
        makes_up=session,
    )
    return _("The make-up session is planned. Its list has those who were missing.")


def _told(area: PlayArea | None) -> dict[str, Any]:
    if area is None:
        return {"places": 0}
    return {
        "places": area.places,
        "daily_fee": area.daily_fee,
        "currency": area.currency,
        "words": area.words,
    }
