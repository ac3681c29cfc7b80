"""The qualification as a picture: two arches that lean into each other, and a light where they meet.

One arch is built of what is to be learned and shown, a stone for each; the other fills with hours of practice.
Nothing is added to what the rules found: the picture and the words beside it come from the same finding.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import ngettext

from curriculum.rules import Finding, State, Unit, walk

MODULE, PRACTICE = "module_completed", "practice_hours"


@dataclass(frozen=True, slots=True)
class Arches:
    """What the component `arches.html` draws.

    `stones` are "done", "current" (the first that is not yet there) or "next", in the order of the rule set.
    `practice` is the filled part of the second arch in percent, rounded down; None where no hours are asked.
    """

    stones: tuple[str, ...]
    text: str
    practice: int | None
    lit: bool

    @property
    def done(self) -> int:
        return self.stones.count("done")


def arches_of(finding: Finding) -> Arches:
    """Read from what the rules found for a qualification; no query."""
    asked = list(_stones(finding))
    hours = next((node for node in walk(finding) if node.node == PRACTICE), None)
    return Arches(
        stones=tuple(_states(asked)),
        text=" · ".join(_counted(asked)),
        practice=_percent(hours) if hours else None,
        lit=finding.state is State.MET,
    )


def _stones(finding: Finding) -> Iterator[Finding]:
    """Everything that is asked as a whole: modules, units, tests. Sums of hours are no stones."""
    return (node for node in walk(finding) if not node.children and node.unit is not Unit.MINUTES)


def _states(asked: list[Finding]) -> Iterator[str]:
    here = next((node for node in asked if not node.is_met), None)
    return ("done" if node.is_met else "current" if node is here else "next" for node in asked)


def _counted(asked: list[Finding]) -> Iterator[str]:
    """How much is there of each kind: "4 of 6 modules", "0 of 2 assessments"."""
    modules = [node for node in asked if node.node == MODULE]
    others = [node for node in asked if node.node != MODULE]
    if modules:
        sentence = ngettext("%(done)s of %(total)s module", "%(done)s of %(total)s modules", len(modules))
        yield sentence % _figures(modules)
    if others:
        sentence = ngettext(
            "%(done)s of %(total)s assessment", "%(done)s of %(total)s assessments", len(others)
        )
        yield sentence % _figures(others)


def _figures(asked: list[Finding]) -> dict[str, int]:
    return {"done": sum(node.is_met for node in asked), "total": len(asked)}


def _percent(hours: Finding) -> int | None:
    """Whole percent, rounded down so that 100 means done; None where the figure is not known."""
    if hours.is_met:
        return 100
    if not hours.need or hours.have is None:
        return None
    return min(99, int(hours.have * 100 / hours.need))
