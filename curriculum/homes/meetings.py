"""The panel of *my path* that says when her groups meet, and warns where that collides with what she told us."""

from django.utils import timezone

from curriculum.people.timetables import busy_hours_of, clashes_between, timetable_of

from .registry import PanelContent, Visit


def build_meetings(visit: Visit) -> PanelContent | None:
    """Nothing, and no query, where no group of hers has a timetable."""
    today = timezone.localdate()
    groups = {place.group for place in visit.participations if place.group}
    meetings = {group: timetable_of(group.pk, today) for group in groups}
    meetings = {group: hours for group, hours in meetings.items() if hours}
    if not meetings:
        return None
    busy = busy_hours_of(visit.person)
    clashes = [clash for hours in meetings.values() for clash in clashes_between(hours, busy)]
    return PanelContent("curriculum/homes/meetings.html", {"groups": meetings, "clashes": clashes})
