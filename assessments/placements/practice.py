"""How far a learner's practice has come: what the rules say, and what still waits for a supervisor."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from curriculum.api import Step, hours_text, local_date, standings_of

from .queries import Tally

if TYPE_CHECKING:
    from curriculum.models import Participation
    from curriculum.rules import Finding

PRACTICE = "practice_hours"


@dataclass(frozen=True, slots=True)
class Practice:
    """The hours of one participation in minutes; `need` is None where the programme states none."""

    approved: int
    need: int | None
    tally: Tally

    @property
    def shown(self) -> int:
        """What the bar shows: more than needed is still a full bar."""
        return self.approved if self.need is None else min(self.approved, self.need)

    @property
    def missing(self) -> int:
        return 0 if self.need is None else max(self.need - self.approved, 0)

    @property
    def unlogged(self) -> int:
        """What is missing even when everything that waits is approved."""
        return max(self.missing - self.tally.waiting, 0)

    @property
    def text(self) -> str:
        if self.need is None:
            return hours_text(self.approved)
        return _("%(have)s of %(need)s") % {
            "have": hours_text(self.approved),
            "need": hours_text(self.need),
        }

    @property
    def sentence(self) -> str:
        """What is still to do, in one sentence."""
        if self.need is None:
            return ""
        if not self.missing:
            return _("You have all the practice hours that your course asks for.")
        values = {"missing": hours_text(self.missing), "waiting": hours_text(self.tally.waiting)}
        if self.tally.waiting >= self.missing:
            return _("%(waiting)s wait for your supervisor. Once approved, you have all the hours.") % values
        if self.tally.waiting:
            return _("You need %(missing)s more. %(waiting)s of them wait for your supervisor.") % values
        return _("You need %(missing)s more.") % values


def practice_of(participation: "Participation", tally: Tally) -> Practice:
    """What a participation has and needs; queries as `practices_of` says."""
    return practices_of([participation], {participation.pk: tally})[participation.pk]


def practices_of(
    participations: Collection["Participation"], tally_of: Mapping[int, Tally]
) -> dict[int, Practice]:
    """What each has and needs, by id; the rules decide what counts. As many queries for a group as for one of it."""
    now, standing = timezone.now(), standings_of(participations)
    return {
        each.pk: _practice(standing[each.pk].steps(local_date(now, each.institution)), tally_of[each.pk])
        for each in participations
    }


def _practice(steps: Iterable[Step], tally: Tally) -> Practice:
    found = [node for step in steps for node in _practice_in(step.finding) if isinstance(node.have, int)]
    whole = max(found, key=lambda node: node.need if isinstance(node.need, int) else 0, default=None)
    if whole is None:
        return Practice(sum(tally.approved_by_setting.values()), None, tally)
    return Practice(int(whole.have or 0), whole.need if isinstance(whole.need, int) else None, tally)


def _practice_in(finding: "Finding") -> Iterator["Finding"]:
    """The outermost requirements of practice; their minima by setting lie inside them."""
    if finding.node == PRACTICE:
        yield finding
        return
    for child in finding.children:
        yield from _practice_in(child)
