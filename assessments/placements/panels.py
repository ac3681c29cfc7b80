"""What placements has to say on *my path*: practice still to log, hours that wait, shifts that came back."""

from collections.abc import Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from curriculum.api import PanelContent, PathStep, Turn, Visit, hours_text

from .queries import Tally, tallies


def build_hours(visit: Visit) -> PanelContent | None:
    """Shown to whoever has a shift on the way; proposes what brings the practice forward. One query."""
    found = tallies(participation.pk for participation in visit.participations)
    waiting = sum(tally.waiting for tally in found.values())
    to_correct = sum(tally.to_correct for tally in found.values())
    steps = _steps(visit, found)
    if waiting or to_correct:
        context = {"waiting": waiting, "to_correct": to_correct}
        return PanelContent("placements/panel.html", context, steps)
    return PanelContent(steps=steps) if steps else None


def _steps(visit: Visit, found: Mapping[int, Tally]) -> Sequence[PathStep]:
    """For each course whose qualification still lacks practice, the one thing to do about it."""
    lacking = [progress for progress in visit.progress if progress.practice_minutes_to_go]
    return [
        _step(progress.practice_minutes_to_go, found.get(progress.participation.pk) or Tally())
        for progress in lacking
    ]


def _step(minutes_to_go: int, tally: Tally) -> PathStep:
    """Correct what came back, log what is not logged yet, else wait for the supervisor."""
    to_log = minutes_to_go - tally.waiting
    address = reverse("placements:log")
    if tally.to_correct:
        return PathStep(Turn.PRACTICE, _("Correct the shift that came back to you"), address)
    if to_log > 0:
        left = _("%(hours)s to go") % {"hours": hours_text(to_log)}
        return PathStep(Turn.PRACTICE, _("Log your practice hours"), address, left)
    return PathStep(
        Turn.PRACTICE,
        _("%(hours)s wait for your supervisor") % {"hours": hours_text(tally.waiting)},
        detail=_("There is nothing that you need to do now."),
    )
