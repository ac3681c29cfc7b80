"""Entry: what a programme asks before a person starts, asked of the same rules as awards (R-ADM-1)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from curriculum.people.facts import person_facts_by_person
from curriculum.people.models import Admission, Person
from curriculum.people.services import decide_admission
from curriculum.rules import Fact, Finding, Stage, evaluate
from curriculum.standards.accounts import Account
from curriculum.standards.clock import local_date
from curriculum.standards.models import Institution, ProgrammeVersion, RuleSet
from curriculum.standards.rulebook import rule_of

from .queries import award_facts_by_person


class NoEntryRule(Exception):
    """The version says nothing about entry, not even that nothing is asked (R-ADM-7)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the requirements find about a person, and the digest of those requirements."""

    finding: Finding
    rule_digest: str


def check_entry(*, person: Person, programme_version: ProgrammeVersion, at: datetime | None = None) -> Entry:
    """Ask the entry requirements of a version about a person. Raises NoEntryRule where there are none."""
    stage = Stage.ADMISSION_TRAINING
    return check_stage(person=person, programme_version=programme_version, stage=stage, at=at)


def check_stage(
    *,
    person: Person,
    programme_version: ProgrammeVersion,
    stage: Stage,
    at: datetime | None = None,
) -> Entry:
    """Ask what a version requires at a stage about a person (R-ADM-1): to be assessed, to do the job.

    Raises NoEntryRule where the version says nothing about that stage, not even that nothing is asked.
    """
    rule_set = requirements_at(programme_version, stage)
    institution = programme_version.programme.institution
    facts = entry_facts(person, institution)
    on = local_date(at or timezone.now(), institution)
    return Entry(evaluate(rule_of(rule_set.digest), facts, on), rule_set.digest)


def requirements_at(programme_version: ProgrammeVersion, stage: Stage) -> RuleSet:
    """The requirements of a version at a stage; one query. Raises NoEntryRule where there are none."""
    rule_set = programme_version.rule_sets.filter(stage=stage.value).first()
    if rule_set is None:
        raise NoEntryRule(programme_version)
    return rule_set


def entry_facts(person: Person, institution: Institution) -> list[Fact]:
    """What an institution knows of a person that requirements may ask about; three queries."""
    about_her = person_facts_by_person(person_ids=[person.pk], institution=institution)
    held = award_facts_by_person(person_ids=[person.pk], institution=institution)
    return [*about_her[person.pk], *held[person.pk]]


def decide_entry(
    *,
    person: Person,
    programme_version: ProgrammeVersion,
    decided_by: Account | None,
    at: datetime | None = None,
) -> Admission:
    """Decide on entry by the requirements, and keep the decision with its finding (R-ADM-14)."""
    entry = check_entry(person=person, programme_version=programme_version, at=at)
    return decide_admission(
        person=person,
        programme_version=programme_version,
        finding=entry.finding,
        rule_digest=entry.rule_digest,
        decided_by=decided_by,
        at=at,
    )
