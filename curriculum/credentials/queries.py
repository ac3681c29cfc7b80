"""What a person holds and how far she has come. Every page, task and export asks these functions."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from curriculum.people.facts import FactsByPerson, person_facts_by_person
from curriculum.people.models import Participation
from curriculum.records.queries import facts_by_person
from curriculum.rules import Fact, FactKind, Finding, Stage, evaluate
from curriculum.rules.questions import asks_about_person
from curriculum.standards.models import Achievement, Institution, ProgrammeRule, RuleSet
from curriculum.standards.rulebook import rule_of
from curriculum.standards.texts import translated_columns

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


def progress_towards(participation: Participation, *, on: date) -> tuple[Step, ...]:
    """How far a participation has come towards each achievement of its pinned version, as at a day.

    Three queries, two more where a rule asks about the person herself.
    """
    rules = award_rules_of(participation.programme_version_id)
    person_id, institution = participation.person_id, participation.institution
    facts = facts_by_person(person_ids=[person_id], institution=institution)[person_id]
    if any(asks_about_person(rule_of(rule_set.digest)) for rule_set in rules):
        facts += person_facts_by_person(person_ids=[person_id], institution=institution)[person_id]
    held = list(current_awards().filter(person_id=person_id, institution=institution))
    facts += [award_fact(award) for award in held]
    award_of: dict[int | None, Award] = {award.achievement_id: award for award in held}
    return tuple(
        Step(rule_set, evaluate(rule_of(rule_set.digest), facts, on), award_of.get(rule_set.achievement_id))
        for rule_set in rules
    )


def award_rules_of(programme_version_id: int) -> list[RuleSet]:
    """The rule sets of a version that earn something, in the order of the programme; one query."""
    links = (
        ProgrammeRule.objects.filter(
            programme_version_id=programme_version_id, rule_set__stage=Stage.AWARD.value
        )
        .select_related("rule_set__achievement")
        .defer("rule_set__document")
        .order_by("order", "pk")
    )
    return [link.rule_set for link in links]


def current_awards() -> QuerySet[Award]:
    """Awards that nobody has revoked; an expired one is still an award."""
    return Award.objects.filter(revocation__isnull=True).select_related("achievement")


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


# Enough of an achievement to grant and inscribe it; the rest is fetched if somebody asks.
ACHIEVEMENT_FIELDS = ("id", "institution_id", "key", "kind", "validity_months", *translated_columns("name"))


def rules_followed(*, person_ids: Iterable[int], institution: Institution) -> dict[int, list[FollowedRule]]:
    """For each person the award rules of the versions she is pinned to, in order; one query.

    A participation that ended without completion earns nothing more.
    """
    through = "programme_version__programme_rules__rule_set"
    rows = (
        Participation.objects.earning()
        .filter(person_id__in=list(person_ids), institution=institution)
        .filter(**{f"{through}__stage": Stage.AWARD.value})
        .order_by("started_on", "pk", "programme_version__programme_rules__order")
        .values_list(
            "person_id",
            "pk",
            f"{through}_id",
            f"{through}__digest",
            *(f"{through}__achievement__{field}" for field in ACHIEVEMENT_FIELDS),
        )
    )
    followed: dict[int, list[FollowedRule]] = defaultdict(list)
    achievements: dict[int, Achievement] = {}
    for person_id, participation_id, rule_set_id, digest, *values in rows:
        if values[0] not in achievements:
            achievements[values[0]] = _achievement(values, institution)
        rule = FollowedRule(participation_id, rule_set_id, digest, achievements[values[0]])
        followed[person_id].append(rule)
    return followed


def _achievement(values: list[Any], institution: Institution) -> Achievement:
    read = dict(zip(ACHIEVEMENT_FIELDS, values, strict=True))
    # `from_db` takes the columns in the order of the model.
    columns = [field.attname for field in Achievement._meta.concrete_fields if field.attname in read]
    achievement = Achievement.from_db(None, columns, [read[column] for column in columns])
    achievement.institution = institution
    return achievement
