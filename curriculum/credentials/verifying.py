"""Does every award still follow from the ledger and the rules? Asks again, reports, changes nothing.

An award is asked on the day it was granted, with what was known at that moment, by the rule whose digest it names.
Queries grow with chunks of awards, not with awards.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice

from django.conf import settings
from django.db.models import QuerySet

from curriculum.people.models import Person, PersonFact
from curriculum.records.models import Evidence
from curriculum.records.queries import fact_of
from curriculum.rules import Fact, FactKind, RuleError, digest, evaluate, parse_rule_set
from curriculum.rules import RuleSet as Rule

from .models import Award, Citation
from .queries import award_fact

CHUNK = 500


class DifferenceKind(StrEnum):
    """What can be wrong with an award."""

    RULE_CHANGED = "rule_changed"
    RULE_UNREADABLE = "rule_unreadable"
    NOT_MET = "not_met"
    CITATION_MISSING = "citation_missing"
    CITATION_WITHDRAWN = "citation_withdrawn"
    NOT_SUFFICIENT = "not_sufficient"


MEANINGS = {
    DifferenceKind.RULE_CHANGED: "the rule set no longer says what it said when the award was granted",
    DifferenceKind.RULE_UNREADABLE: "the rule set cannot be read",
    DifferenceKind.NOT_MET: "what was known then does not meet the rule",
    DifferenceKind.CITATION_MISSING: "evidence that the finding names is not cited or not this person's",
    DifferenceKind.CITATION_WITHDRAWN: "cited evidence has been withdrawn, and nobody has revoked the award",
    DifferenceKind.NOT_SUFFICIENT: "the cited evidence alone does not meet the rule",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing wrong with one award; `detail` names entries or digests, never a person."""

    award_id: int
    code: str
    kind: DifferenceKind
    detail: str = ""

    def __str__(self) -> str:
        tail = f" ({self.detail})" if self.detail else ""
        return f"{self.code}: {MEANINGS[self.kind]}{tail}"


def verify_awards(awards: QuerySet[Award] | None = None) -> Iterator[Difference]:
    """Every difference of these awards, or of all, chunk by chunk; at most seven queries a chunk."""
    wanted = Award.objects.all() if awards is None else awards
    rows = iter(
        wanted.select_related("institution", "rule_set", "achievement", "revocation")
        .order_by("pk")
        .iterator(chunk_size=CHUNK)
    )
    while chunk := list(islice(rows, CHUNK)):
        known = _Known(chunk)
        for award in chunk:
            yield from _differences(award, known)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A fact, when we learned of it, and when we stopped holding it true."""

    fact: Fact
    known_from: datetime
    known_until: datetime | None = None

    def known_at(self, moment: datetime) -> bool:
        return self.known_from <= moment and (self.known_until is None or self.known_until > moment)


Place = tuple[int, int]
"""A person in an institution: `(person_id, institution_id)`."""


class _Known:
    """Everything about the persons of a chunk, fetched once."""

    def __init__(self, chunk: Collection[Award]) -> None:
        self.institutions = {award.institution_id: award.institution for award in chunk}
        people = {award.person_id for award in chunk}
        self.births = dict(
            Person.objects.filter(pk__in=people, birth_date__isnull=False).values_list("pk", "birth_date")
        )
        self.entries: dict[Place, dict[int, Evidence]] = defaultdict(dict)
        here = {"person__in": people, "institution__in": self.institutions}
        for entry in Evidence.objects.filter(**here).order_by("pk"):
            self.entries[entry.person_id, entry.institution_id][entry.pk] = entry
        self.about: dict[Place, list[_Dated]] = defaultdict(list)
        for row in PersonFact.objects.filter(**here).order_by("pk"):
            self.about[row.person_id, row.institution_id].append(_person_fact(row))
        self.awards: dict[Place, list[tuple[int, _Dated]]] = defaultdict(list)
        for award in Award.objects.filter(**here).select_related("achievement", "revocation").order_by("pk"):
            revocation = getattr(award, "revocation", None)
            dated = _Dated(award_fact(award), award.granted_at, revocation.revoked_at if revocation else None)
            self.awards[award.person_id, award.institution_id].append((award.pk, dated))
        self.citations: dict[int, set[int]] = defaultdict(set)
        for award_id, evidence_id in Citation.objects.filter(award__in=[a.pk for a in chunk]).values_list(
            "award_id", "evidence_id"
        ):
            self.citations[award_id].add(evidence_id)

    def ledger(self, award: Award) -> list[Fact]:
        """The entries that had been recorded when the award was granted."""
        entries = self.entries[award.person_id, award.institution_id].values()
        return [
            fact_of(entry, award.institution)
            for entry in entries
            if entry.recorded_at <= award.granted_at
            and (settings.CUIDAR_ALLOW_DEMONSTRATION or not entry.demonstration)
        ]

    def beside(self, award: Award) -> list[Fact]:
        """What else was known then: about the person, and her other awards."""
        place, moment = (award.person_id, award.institution_id), award.granted_at
        facts = [dated.fact for dated in self.about[place] if dated.known_at(moment)]
        facts += [d.fact for other, d in self.awards[place] if other != award.pk and d.known_at(moment)]
        born = self.births.get(award.person_id)
        if born:
            facts.append(Fact(id=f"b:{award.person_id}", kind=FactKind.BIRTH, occurred_on=born))
        return facts

    def withdrawn(self, award: Award) -> set[int]:
        """Cited entries that somebody has withdrawn, whenever."""
        entries = self.entries[award.person_id, award.institution_id].values()
        withdrawn = {entry.withdraws_id for entry in entries if entry.withdraws_id}
        return {entry_id for entry_id in self.citations[award.pk] if entry_id in withdrawn}


def _person_fact(row: PersonFact) -> _Dated:
    fact = Fact(
        id=f"p:{row.pk}",
        kind=FactKind(row.kind),
        occurred_on=row.occurred_on,
        ended_on=row.ended_on,
        valid_until=row.valid_until,
        subject=row.subject,
    )
    return _Dated(fact, row.attested_at, row.retired_at)


def _differences(award: Award, known: _Known) -> Iterator[Difference]:
    yield from _of_citations(award, known)
    if digest(award.rule_set.document) != award.rule_digest:
        yield _difference(award, DifferenceKind.RULE_CHANGED, award.rule_digest)
        return
    try:
        rule = parse_rule_set(award.rule_set.document)
    except RuleError as error:
        yield _difference(award, DifferenceKind.RULE_UNREADABLE, error.path)
        return
    yield from _of_rule(award, rule, known)


def _of_rule(award: Award, rule: Rule, known: _Known) -> Iterator[Difference]:
    ledger, beside = known.ledger(award), known.beside(award)
    if not evaluate(rule, [*ledger, *beside], award.awarded_on).is_met:
        yield _difference(award, DifferenceKind.NOT_MET)
        return
    cited = {f"e:{entry_id}" for entry_id in known.citations[award.pk]}
    alone = [fact for fact in ledger if fact.id in cited]
    if not evaluate(rule, [*alone, *beside], award.awarded_on).is_met:
        yield _difference(award, DifferenceKind.NOT_SUFFICIENT)


def _of_citations(award: Award, known: _Known) -> Iterator[Difference]:
    cited = known.citations[award.pk]
    named = {int(fact.removeprefix("e:")) for fact in award.finding.get("evidence", ()) if fact[:2] == "e:"}
    strange = cited - set(known.entries[award.person_id, award.institution_id])
    missing = (named - cited) | strange
    if missing:
        yield _difference(award, DifferenceKind.CITATION_MISSING, _entries(missing))
    withdrawn = known.withdrawn(award)
    if withdrawn and not hasattr(award, "revocation"):
        yield _difference(award, DifferenceKind.CITATION_WITHDRAWN, _entries(withdrawn))


def _entries(ids: Iterable[int]) -> str:
    return "entries " + ", ".join(map(str, sorted(ids)))


def _difference(award: Award, kind: DifferenceKind, detail: str = "") -> Difference:
    return Difference(award.pk, award.code, kind, detail)
