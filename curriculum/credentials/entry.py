"""Entry: what a programme asks before a person starts, asked of the same rules as awards (R-ADM-1)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from curriculum.people.facts import person_facts_by_person
from curriculum.people.models import Admission, Person
from curriculum.people.services import decide_admission
from curriculum.rules import Finding, Stage, evaluate
from curriculum.standards.accounts import Account
from curriculum.standards.clock import local_date
from curriculum.standards.models import ProgrammeVersion
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
    institution = programme_version.programme.institution
    rule_set = programme_version.rule_sets.filter(stage=Stage.ADMISSION_TRAINING.value).first()
    if rule_set is None:
        raise NoEntryRule(programme_version)
    about_her = person_facts_by_person(person_ids=[person.pk], institution=institution)
    held = award_facts_by_person(person_ids=[person.pk], institution=institution)
    facts = [*about_her[person.pk], *held[person.pk]]
    on = local_date(at or timezone.now(), institution)
    return Entry(evaluate(rule_of(rule_set.digest), facts, on), rule_set.digest)


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
