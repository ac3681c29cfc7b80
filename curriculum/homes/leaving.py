"""What *my path* says about stopping: a quiet way out of a course, and a wide way back in."""

from curriculum.people.leaving import courses_left_by

from .registry import PanelContent, Visit


def build_leaving(visit: Visit) -> PanelContent | None:
    """At the end of the page. It asks for courses left only where none is open: one query then, else none."""
    if visit.participations:
        return PanelContent("curriculum/homes/panel_stopping.html", {"participations": visit.participations})
    left = list(courses_left_by(visit.request.user))
    return PanelContent("curriculum/homes/panel_left.html", {"left": left}) if left else None
