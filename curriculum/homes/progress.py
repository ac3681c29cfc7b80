"""The panel of *my path* that says how far she has come: hours, what is missing, what is earned."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from curriculum.credentials.queries import Step
from curriculum.credentials.words import names_of, sentences
from curriculum.rules import Finding, Sentence, Unit, walk
from curriculum.standards.durations import hours_text

from .milestones import Progress, is_qualification
from .registry import PanelContent, Visit


@dataclass(frozen=True, slots=True)
class Meter:
    """An amount of hours on the way to what is needed, as numbers and in words."""

    label: str
    have: int
    need: int
    text: str
    missing: str

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
    def is_qualification(self) -> bool:
        return is_qualification(self.step)


def build_progress(visit: Visit) -> PanelContent | None:
    """How far each participation has come; nothing for a person who takes part in nothing."""
    courses = [(progress.participation, ways_of(progress)) for progress in visit.progress]
    return PanelContent("curriculum/homes/progress.html", {"courses": courses}) if courses else None


def ways_of(progress: Progress) -> list[Way]:
    """The achievements of a participation, qualifications first."""
    version_id = progress.participation.programme_version_id
    ways = [_way(step, version_id) for step in progress.steps]
    return sorted(ways, key=lambda way: not way.is_qualification)


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
            )
