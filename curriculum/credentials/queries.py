"""What a person holds and how far she has come. Every page, task and export asks these functions."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from django.db.models import QuerySet

from curriculum.people.facts import FactsByPerson, person_facts_by_person
from curriculum.people.models import Participation
from curriculum.records.queries import facts_by_person
from curriculum.rules import Fact, FactKind, Finding, Stage, evaluate
from curriculum.rules.evidence import Evidence
from curriculum.rules.questions import asks_about_person
from curriculum.standards.memory import Memory
from curriculum.standards.models import Achievement, Institution, ProgrammeRule, RuleSet
from curriculum.standards.queries import known_achievements
from curriculum.standards.rulebook import rule_of, rules_of

from .models import Award


@dataclass(frozen=True, slots=True)
class Step:
    """One achievement on the way: its rule, what the rule finds, and the award if it is already earned."""

    rule_set: RuleSet
    finding: Finding
    award: Award | None

    @property
    def is_earned(self) -> bool:
        return self.award is not None


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a participation, read once: the rules of its pinned version, the facts, the awards held."""

    rule_sets: Sequence[RuleSet]
    facts: Sequence[Fact]
    held: Sequence[Award]

    def steps(self, on: date) -> tuple[Step, ...]:
        """How far it has come towards each achievement, as at a day."""
        award_of: dict[int | None, Award] = {award.achievement_id: award for award in self.held}
        return tuple(
            Step(
                rule_set,
                evaluate(rule_of(rule_set.digest), self.facts, on),
                award_of.get(rule_set.achievement_id),
            )
            for rule_set in self.rule_sets
        )

    def modules_completed(self, on: date) -> frozenset[str]:
        """The keys of the modules completed by then: here, elsewhere and recognised, or from before."""
        counting = Evidence.counting_on(on, self.facts)
        return frozenset(fact.subject for fact in counting.of(FactKind.MODULE_COMPLETED))


def standing_of(participation: Participation) -> Standing:
    """Two queries, two more where a rule asks about the person herself."""
    return standings_of([participation])[participation.pk]


def standings_of(participations: Iterable[Participation]) -> dict[int, Standing]:
    """The same for many, by id of the participation: as many queries for a group as for one of it."""
    by_institution: dict[Institution, list[Participation]] = defaultdict(list)
    for each in participations:
        by_institution[each.institution].append(each)
    found: dict[int, Standing] = {}
    for institution, rows in by_institution.items():
        found |= _standings_in(institution, rows)
    return found


def _standings_in(institution: Institution, rows: Sequence[Participation]) -> dict[int, Standing]:
    rules = {version_id: award_rules_of(version_id) for version_id in {r.programme_version_id for r in rows}}
    asking = {version_id for version_id, found in rules.items() if _asks_about_person(found)}
    ids = {each.person_id for each in rows}
    facts = facts_by_person(person_ids=ids, institution=institution)
    about: Mapping[int, Sequence[Fact]] = {}
    if asking:
        asked = {each.person_id for each in rows if each.programme_version_id in asking}
        about = person_facts_by_person(person_ids=asked, institution=institution)
    held = _held_by(ids, institution)
    standings = {}
    for each in rows:
        person_id, hers = each.person_id, held[each.person_id]
        herself = about.get(person_id, ()) if each.programme_version_id in asking else ()
        known = [*facts[person_id], *herself, *(award_fact(award) for award in hers)]
        standings[each.pk] = Standing(rules[each.programme_version_id], known, hers)
    return standings


def _asks_about_person(rule_sets: Sequence[RuleSet]) -> bool:
    return any(asks_about_person(rule) for rule in rules_of([each.digest for each in rule_sets]))


def progress_towards(participation: Participation, *, on: date) -> tuple[Step, ...]:
    """How far a participation has come towards each achievement of its pinned version, as at a day.

    Queries as `standing_of` says.
    """
    return standing_of(participation).steps(on)


_award_rules: Memory[list[RuleSet]] = Memory("award_rules")


def award_rules_of(programme_version_id: int) -> list[RuleSet]:
    """The rule sets of a version that earn something, in the order of the programme.

    No query while they are remembered.
    """
    return _award_rules.recall(str(programme_version_id), lambda: _read_award_rules(programme_version_id))


def _read_award_rules(programme_version_id: int) -> list[RuleSet]:
    links = (
        ProgrammeRule.objects.filter(
            programme_version_id=programme_version_id, rule_set__stage=Stage.AWARD.value
        )
        .select_related("rule_set__achievement__institution")
        .defer("rule_set__document")
        .order_by("order", "pk")
    )
    return [link.rule_set for link in links]


def current_awards() -> QuerySet[Award]:
    """Awards that nobody has revoked; an expired one is still an award."""
    return Award.objects.filter(revocation__isnull=True).select_related("achievement")


def whole_awards() -> QuerySet[Award]:
    """Awards with everything at hand that a paper or a file about one of them says."""
    return Award.objects.select_related(
        "institution",
        "achievement",
        "rule_set",
        "participation__programme_version__standard_version__standard",
        "revocation",
    )


def _held_by(person_ids: Collection[int], institution: Institution) -> defaultdict[int, list[Award]]:
    """The current awards of these persons, by person, without their frozen papers; one query."""
    theirs = Award.objects.filter(revocation__isnull=True, person_id__in=person_ids, institution=institution)
    held: defaultdict[int, list[Award]] = defaultdict(list)
    for award in theirs.defer("finding", "inscription"):
        held[award.person_id].append(award)
    achievements = known_achievements(institution.pk)
    for award in chain.from_iterable(held.values()):
        if award.achievement_id in achievements:
            award.achievement = achievements[award.achievement_id]
    return held


def award_fact(award: Award) -> Fact:
    """An award as the rules see it: a fact of the day on which it was given, until it expires."""
    return Fact(
        id=f"a:{award.pk}",
        kind=FactKind.AWARD,
        occurred_on=award.awarded_on,
        subject=award.achievement.key,
        valid_until=award.expires_on,
    )


def awards_ever_granted(*, person_ids: Iterable[int], institution: Institution) -> list[Award]:
    """What these persons were granted in this institution, with the revocation where there is one; one query."""
    awards = Award.objects.filter(person_id__in=list(person_ids), institution=institution)
    return list(awards.select_related("achievement", "revocation"))


def held_award_facts(awards: Iterable[Award]) -> FactsByPerson:
    """Those of `awards_ever_granted` that nobody has taken back, as rule facts."""
    facts: FactsByPerson = defaultdict(list)
    for award in awards:
        if not hasattr(award, "revocation"):
            facts[award.person_id].append(award_fact(award))
    return facts


def award_facts_by_person(*, person_ids: Iterable[int], institution: Institution) -> FactsByPerson:
    """The awards that these persons hold in this institution, as rule facts; one query."""
    return held_award_facts(awards_ever_granted(person_ids=person_ids, institution=institution))


@dataclass(frozen=True, slots=True)
class FollowedRule:
    """An award rule of a version that a person is pinned to, with the achievement it earns."""

    participation_id: int
    rule_set_id: int
    digest: str
    achievement: Achievement


def rules_followed(*, person_ids: Iterable[int], institution: Institution) -> dict[int, list[FollowedRule]]:
    """For each person the award rules of the versions she is pinned to, in order; one query.

    A participation that ended without completion earns nothing more.
    """
    pinned = Participation.objects.earning().filter(person_id__in=list(person_ids), institution=institution)
    followed: dict[int, list[FollowedRule]] = defaultdict(list)
    for person_id, participation_id, version_id in pinned.order_by("started_on", "pk").values_list(
        "person_id", "pk", "programme_version_id"
    ):
        for rule_set in award_rules_of(version_id):
            if rule_set.achievement is not None:
                followed[person_id].append(
                    FollowedRule(participation_id, rule_set.pk, rule_set.digest, rule_set.achievement)
                )
    return followed
