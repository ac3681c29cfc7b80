"""What somebody had to show for an award, from the entries of the ledger that it cites, in the reader's language."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from curriculum.records.models import Evidence
from curriculum.rules import FactKind
from curriculum.standards.enums import Setting

from ..models import Award
from ..requirements import METHOD_TITLES
from ..words import names_of

STUDIED = (FactKind.MODULE_COMPLETED,)
ASSESSED = (FactKind.UNIT_DECISION, FactKind.SKILLS_TEST)


@dataclass(frozen=True, slots=True)
class PracticeShown:
    """Approved practice in one kind of place; minutes."""

    place: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Content:
    """Titles of what was studied and assessed, smaller credentials that it is made of, and practice.

    `unit_keys` are titles of units by their keys; `study_minutes` those of the modules; `methods` ways of assessing.
    `is_demonstration`: something in it is only an outline, so that it is worth nothing outside a demonstration.
    """

    modules: tuple[str, ...] = ()
    unit_keys: Mapping[str, str] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    practice: tuple[PracticeShown, ...] = ()
    study_minutes: int = 0
    methods: tuple[str, ...] = ()
    is_demonstration: bool = False

    @property
    def units(self) -> tuple[str, ...]:
        return tuple(self.unit_keys.values())

    @property
    def practice_minutes(self) -> int:
        return sum(line.minutes for line in self.practice)


def content_of(award: Award) -> Content:
    """Two queries; one more while titles are not remembered. `participation` of the award is at hand."""
    cited = list(Evidence.objects.filter(citations__award=award).order_by("occurred_at", "pk"))
    names = names_of(award.participation.programme_version_id) if award.participation else {}
    return Content(
        modules=tuple(_titles(cited, STUDIED, names).values()),
        unit_keys=_titles(cited, ASSESSED, names),
        members=_members(award),
        practice=_practice(cited),
        study_minutes=sum(entry.minutes or 0 for entry in cited if entry.kind in STUDIED),
        methods=_methods(cited),
        is_demonstration=any(entry.demonstration for entry in cited),
    )


def _titles(cited: list[Evidence], kinds: Collection[str], names: Mapping[str, str]) -> dict[str, str]:
    return {entry.subject: names.get(entry.subject, entry.subject) for entry in cited if entry.kind in kinds}


def _methods(cited: list[Evidence]) -> tuple[str, ...]:
    """How the units were assessed, as one says it."""
    used = dict.fromkeys(entry.method for entry in cited if entry.kind in ASSESSED and entry.method)
    return tuple(str(METHOD_TITLES.get(method, method)) for method in used)


def _members(award: Award) -> tuple[str, ...]:
    """The titles of the awards that the finding rests on, as they were granted."""
    named = [fact for fact in award.finding.get("evidence", ()) if fact.startswith(("a:", "new:"))]
    if not named:
        return ()
    ids = {int(fact.removeprefix("a:")) for fact in named if fact.startswith("a:")}
    keys = {fact.removeprefix("new:") for fact in named if fact.startswith("new:")}
    held = Award.objects.filter(person_id=award.person_id, institution_id=award.institution_id)
    held = held.select_related("achievement").defer("finding").order_by("awarded_on", "pk")
    return tuple(
        dict.fromkeys(
            each.title
            for each in held
            if each.pk in ids or (each.achievement.key in keys and each.cycle == 1)
        )
    )


def _practice(cited: list[Evidence]) -> tuple[PracticeShown, ...]:
    minutes: dict[str, int] = defaultdict(int)
    for entry in cited:
        if entry.kind == FactKind.PRACTICE:
            minutes[entry.setting] += entry.minutes or 0
    return tuple(
        PracticeShown(str(Setting(place).label) if place in Setting.values else place, total)
        for place, total in sorted(minutes.items())
    )
