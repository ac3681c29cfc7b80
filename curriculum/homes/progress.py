"""The panels of *my path* that say how far she has come: where she is in the qualification, what else is earned."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from curriculum.credentials.queries import Step
from curriculum.credentials.words import names_of, sentences
from curriculum.people.models import Participation
from curriculum.rules import Finding, Sentence, Unit, walk
from curriculum.standards.durations import hours_text

from .milestones import Progress, is_qualification
from .picture import PRACTICE, Arches, arches_of
from .registry import PanelContent, Visit

FEW = 3  # so many things can be read at a glance


@dataclass(frozen=True, slots=True)
class Meter:
    """An amount of hours on the way to what is needed, as numbers and in words."""

    label: str
    have: int
    need: int
    text: str
    missing: str
    is_practice: bool

    @property
    def is_full(self) -> bool:
        return self.have >= self.need

    @property
    def shown(self) -> int:
        """What the bar shows: more than needed is still a full bar."""
        return min(self.have, self.need)


@dataclass(frozen=True, slots=True)
class Way:
    """One achievement as the path shows it."""

    step: Step
    meters: tuple[Meter, ...]
    missing: tuple[Sentence, ...]

    @property
    def picture(self) -> Arches:
        return arches_of(self.step.finding)

    @property
    def lacks_little(self) -> bool:
        return len(self.missing) <= FEW


def build_standing(visit: Visit) -> PanelContent | None:
    """Where she is in each qualification, as a picture, in numbers and in words."""
    courses = _courses(visit, is_qualification)
    return PanelContent("curriculum/homes/standing.html", {"courses": courses}) if courses else None


def build_progress(visit: Visit) -> PanelContent | None:
    """The micro-credentials: which are earned, and what the others still ask for."""
    courses = _courses(visit, lambda step: not is_qualification(step))
    return PanelContent("curriculum/homes/progress.html", {"courses": courses}) if courses else None


def _courses(visit: Visit, shown: Callable[[Step], bool]) -> list[tuple[Participation, list[Way]]]:
    """The participations with those of their achievements that a panel shows, without those that show none."""
    courses = [(each.participation, ways_of(each, shown)) for each in visit.progress]
    return [(participation, ways) for participation, ways in courses if ways]


def ways_of(progress: Progress, shown: Callable[[Step], bool]) -> list[Way]:
    version_id = progress.participation.programme_version_id
    return [_way(step, version_id) for step in progress.steps if shown(step)]


def _way(step: Step, programme_version_id: int) -> Way:
    missing = () if step.is_earned else sentences(step.finding, programme_version_id=programme_version_id)
    meters = tuple(_meters(step.finding, programme_version_id))
    return Way(step, meters, missing)


def _meters(finding: Finding, programme_version_id: int) -> Iterator[Meter]:
    names = names_of(programme_version_id)
    for node in walk(finding):
        if (
            node.unit is Unit.MINUTES
            and node.key
            and isinstance(node.need, int)
            and isinstance(node.have, int)
        ):
            yield Meter(
                label=names.get(node.key, node.key),
                have=node.have,
                need=node.need,
                text=_("%(have)s of %(need)s")
                % {"have": hours_text(node.have), "need": hours_text(node.need)},
                missing=""
                if node.have >= node.need
                else _("%(hours)s to go") % {"hours": hours_text(node.need - node.have)},
                is_practice=node.node == PRACTICE,
            )
