"""The next time in class, on *my path*."""

from django.utils import timezone

from curriculum.api import PanelContent, Visit

from .queries import plan_of


def build_next_session(visit: Visit) -> PanelContent | None:
    """The next session of her groups, and those before it that do not take place; no query while remembered."""
    now = timezone.now()
    plans = [
        plan_of(group_id) for group_id in {each.group_id for each in visit.participations if each.group_id}
    ]
    coming = [(session, plan) for plan in plans if (session := plan.next_session(now))]
    if not coming:
        return None
    session, plan = min(coming, key=lambda pair: pair[0].starts_at)
    return PanelContent(
        "classes/panel.html",
        {
            "session": session,
            "play_area": plan.play_area,
            "cancelled": plan.cancelled_before(session.starts_at, now),
        },
    )
