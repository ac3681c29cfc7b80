"""A learner's own sessions and what she attended."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from curriculum.api import earning_participations
from curriculum.classes.permissions import sessions_attended_by
from curriculum.classes.queries import attendance_by_module, own_presences, plan_of

MOST_COMING = 10
MOST_PAST = 30


@login_required
@require_GET
def mine(request: HttpRequest) -> HttpResponse:
    """What comes, what was, and how much of each module she attended."""
    own = earning_participations(request.user).filter(group__isnull=False)
    courses = list(own.select_related("programme_version__programme", "group"))
    now, standing = timezone.now(), own_presences(courses)
    sessions = sessions_attended_by(request.user)
    past = sessions.filter(ends_at__lte=now, cancelled_at__isnull=True).order_by("-starts_at")[:MOST_PAST]
    make_up_for = {key for key, presence in standing.items() if presence.is_absent}
    coming = [
        each
        for each in sessions.filter(ends_at__gt=now)[: MOST_COMING * 2]
        if not each.makes_up_id or each.makes_up_id in make_up_for
    ]
    context = {
        "coming": coming[:MOST_COMING],
        "past": [
            (each, standing.get(each.pk)) for each in past if each.pk in standing or not each.makes_up_id
        ],
        "courses": [
            (each, attendance_by_module(each), plan_of(each.group_id).play_area)
            for each in courses
            if each.group_id
        ],
    }
    return render(request, "classes/mine.html", context)
