"""No double counting: every member is met, and no fact serves two of them.

Facts that only one member can use are its own. Those that several could use are contested, and a search gives
each member the earliest that suffice, in every combination if need be. The search is bounded: where it gives
up, the finding is undetermined, never met.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from curriculum.rules import nodes
from curriculum.rules.evidence import Evidence
from curriculum.rules.families.composition import together
from curriculum.rules.judging import judge, judges
from curriculum.rules.types import Finding, Missing, MissingCode, State

MOST_TRIALS = 2_000

Ids = frozenset[str]


class GaveUpError(Exception):
    """There were more combinations than the search may try."""


@judges(nodes.NoDoubleCounting)
def no_double_counting(node: nodes.NoDoubleCounting, evidence: Evidence) -> Finding:
    usable = [_usable(member, evidence) for member in node.of]
    contested = frozenset(
        fact for place, own in enumerate(usable) for other in usable[:place] for fact in own & other
    )
    sharing = _Sharing(node.of, usable, contested, evidence)
    try:
        shared = sharing.find()
    except GaveUpError:
        return _given_up(node, sharing)
    if shared is not None:
        return together(node, [sharing.judge(place, ids) for place, ids in sorted(shared.items())])
    return together(node, sharing.in_turn())


def _given_up(node: nodes.NoDoubleCounting, sharing: "_Sharing") -> Finding:
    finding = together(node, sharing.in_turn())
    missing = (Missing(MissingCode.TOO_MANY_COMBINATIONS),)
    return replace(finding, state=State.UNDETERMINED, missing=missing)


def _usable(member: nodes.Node, evidence: Evidence) -> Ids:
    """Every fact that the member could cite: take away what it cites until it cites nothing more."""
    left = frozenset(fact.id for fact in evidence.facts)
    usable: Ids = frozenset()
    while cited := frozenset(judge(member, evidence.only(left)).evidence):
        usable |= cited
        left -= cited
    return usable


@dataclass(slots=True)
class _Sharing:
    """The search for disjoint evidence."""

    members: Sequence[nodes.Node]
    usable: Sequence[Ids]
    contested: Ids
    evidence: Evidence
    answers: dict[tuple[nodes.Node, Ids], bool] = field(default_factory=dict)

    def find(self) -> dict[int, Ids] | None:
        """What each member may use so that all are met, by its place; None where that cannot be."""
        order = sorted(range(len(self.members)), key=lambda place: len(self.usable[place] & self.contested))
        return self._extend(order, frozenset(), set())

    def _extend(self, order: Sequence[int], taken: Ids, dead: set[tuple[int, Ids]]) -> dict[int, Ids] | None:
        if not order:
            return {}
        place, *later = order
        state = len(order), taken & frozenset().union(*(self.usable[other] for other in order))
        if state in dead or not all(self._is_met(other, self.usable[other] - taken) for other in order):
            return None
        for used in self._supports(place, taken):
            rest = self._extend(later, taken | (used & self.contested), dead)
            if rest is not None:
                return {place: used, **rest}
        dead.add(state)
        return None

    def _supports(self, place: int, taken: Ids) -> Iterator[Ids]:
        """Sets of facts with which the member is met: its own, and of the contested the earliest first."""
        own = self.usable[place] - self.contested
        open_to_it = self.usable[place] & self.contested - taken
        return self._choose(place, own, [fact.id for fact in self.evidence.facts if fact.id in open_to_it])

    def _choose(self, place: int, own: Ids, offered: Sequence[str]) -> Iterator[Ids]:
        branches = [(own, 0)]
        while branches:
            chosen, tried = branches.pop()
            if self._is_met(place, chosen):
                yield chosen
            elif self._is_met(place, chosen.union(offered[tried:])):
                branches.append((chosen, tried + 1))
                branches.append((chosen | {offered[tried]}, tried + 1))

    def _is_met(self, place: int, ids: Ids) -> bool:
        """Members that ask the same share their answers."""
        trial = self.members[place], ids
        if trial not in self.answers:
            if len(self.answers) >= MOST_TRIALS:
                raise GaveUpError
            self.answers[trial] = self.judge(place, ids).is_met
        return self.answers[trial]

    def judge(self, place: int, ids: Ids) -> Finding:
        return judge(self.members[place], self.evidence.only(ids))

    def in_turn(self) -> list[Finding]:
        """For a report of what is missing: each member, in order, takes what the earlier ones left."""
        left = frozenset(fact.id for fact in self.evidence.facts)
        findings: list[Finding] = []
        for place in range(len(self.members)):
            finding = self._with_note(place, self.judge(place, left))
            findings.append(finding)
            left -= frozenset(finding.evidence)
        return findings

    def _with_note(self, place: int, finding: Finding) -> Finding:
        """Say that evidence is used up where the member would be met with all of it."""
        if finding.is_met or not self.judge(place, self.usable[place]).is_met:
            return finding
        return replace(finding, missing=(Missing(MissingCode.COUNTED_TWICE), *finding.missing))
