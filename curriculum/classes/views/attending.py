"""The list of a session, on a phone and on paper."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import segno
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from curriculum.api import IdentifierFound, identifiers_text
from curriculum.classes.enums import Absence
from curriculum.classes.errors import NotKept
from curriculum.classes.models import ClassSession
from curriculum.classes.permissions import groups_taught_by, sessions_taken_by
from curriculum.classes.reading import keep_list
from curriculum.classes.roll import roll_of
from curriculum.classes.words import sentence_of

NEAR = timedelta(hours=14)
FORGOTTEN_WITHIN = timedelta(days=30)
MOST_LISTS = 3  # sessions whose whole list stands on the first page, so that it is at hand without signal


@login_required
@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """The lists of today, those that were forgotten, and her groups. Who teaches nobody sees her own sessions."""
    groups = list(groups_taught_by(request.user))
    if not groups:
        return redirect("classes:mine")
    now = timezone.now()
    mine = sessions_taken_by(request.user).filter(cancelled_at__isnull=True)
    untaken = mine.filter(presences__isnull=True)
    near = list(untaken.filter(starts_at__range=(now - NEAR, now + NEAR))[:MOST_LISTS])
    forgotten = untaken.filter(starts_at__range=(now - FORGOTTEN_WITHIN, now)).exclude(
        pk__in=[each.pk for each in near]
    )
    context = {
        "lists": [_list_of(request, each) for each in near],
        "forgotten": forgotten.order_by("-starts_at")[:20],
        "groups": groups,
    }
    return render(request, "classes/today.html", context)


@login_required
@require_http_methods(["GET", "POST"])
def session(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One session: take its list, or look at it and correct it."""
    found = _session(request, uuid)
    refused = ""
    if request.method == "POST":
        try:
            keep_list(request.POST, session=found, taken_by=request.user)  # type: ignore[arg-type]
        except NotKept as error:
            refused = sentence_of(error)
        except IdentifierFound as error:
            refused = identifiers_text(error.identifiers)
        else:
            messages.success(request, _("Attendance is kept."))
            return redirect("classes:session", found.uuid)
    context = _list_of(request, found) | {"refused": refused}
    return render(request, "classes/session.html", context, status=422 if refused else 200)


@login_required
@require_GET
def sheet(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The list on paper, to be signed; its square leads back to where it is copied."""
    found = _session(request, uuid)
    address = request.build_absolute_uri(reverse("classes:session", args=[found.uuid]))
    square = segno.make(f"{address}?paper=1", error="m").svg_inline(scale=3, border=2)
    context = {
        "session": found,
        "rows": roll_of(found, request.user),
        "blank": range(3),
        "square": mark_safe(square),  # noqa: S308 — our own
    }
    return render(request, "classes/sheet.html", context)


def _session(request: HttpRequest, uuid: UUID) -> ClassSession:
    return get_object_or_404(sessions_taken_by(request.user), uuid=uuid)


def _list_of(request: HttpRequest, session: ClassSession) -> dict[str, Any]:
    rows = roll_of(session, request.user)
    return {
        "session": session,
        "rows": rows,
        "absences": Absence.choices,
        "is_taken": any(row.presence for row in rows),
        "has_begun": session.starts_at - timedelta(minutes=30) <= timezone.now(),
        "from_paper": "paper" in request.GET,
        "uuid": uuid4(),
    }
