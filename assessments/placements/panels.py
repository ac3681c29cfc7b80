"""What placements has to say on *my path*: hours that wait and shifts that came back."""

from curriculum.api import PanelContent, Visit

from .queries import tallies


def build_hours(visit: Visit) -> PanelContent | None:
    """Nothing for who has no shift on the way; one query."""
    found = tallies(participation.pk for participation in visit.participations)
    waiting = sum(tally.waiting for tally in found.values())
    to_correct = sum(tally.to_correct for tally in found.values())
    if not waiting and not to_correct:
        return None
    return PanelContent("placements/panel.html", {"waiting": waiting, "to_correct": to_correct})
