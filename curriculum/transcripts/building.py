"""Transcripts from the ledger, for one person or for many: queries grow with chunks, not with people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import TypeVar

from django.utils import timezone

from curriculum.credentials.models import Award
from curriculum.people.models import IdentityDocument, Participation, Person
from curriculum.records.models import Evidence
from curriculum.rules import FactKind
from curriculum.standards.clock import local_date
from curriculum.standards.models import Figure, Institution, ProgrammeModule, Unit

from .lines import (
    AwardLine,
    DecisionLine,
    ModuleLine,
    PracticeLine,
    ProgrammeLines,
    Transcript,
    Unknown,
)

CHUNK = 500
DECISIONS = (FactKind.UNIT_DECISION.value, FactKind.SKILLS_TEST.value)


def build_transcripts(
    *, person_ids: Iterable[int], institution: Institution, as_at: datetime | None = None
) -> Iterator[Transcript]:
    """The transcripts of these persons in this institution, in the order given, as known at a moment.

    Withdrawn entries do not appear. Each institution sees only what it recorded itself.
    """
    moment = as_at or timezone.now()
    ids = iter(person_ids)
    while chunk := list(islice(ids, CHUNK)):
        yield from _Chunk(chunk, institution, moment).transcripts()


class _Chunk:
    """Up to CHUNK persons, with everything about them fetched once."""

    def __init__(self, person_ids: list[int], institution: Institution, moment: datetime) -> None:
        self.person_ids, self.institution, self.moment = person_ids, institution, moment
        self.people = Person.objects.in_bulk(person_ids)
        self.documents = self._documents()
        self.entries = self._entries()
        self.participations = self._participations()
        self.awards = self._awards()
        versions = {p.programme_version_id for rows in self.participations.values() for p in rows}
        self.modules = self._modules(versions)
        self.figures = self._figures(versions)
        self.titles = dict(
            Unit.objects.filter(standard_version__programme_versions__in=versions).values_list("key", "title")
        )

    def transcripts(self) -> Iterator[Transcript]:
        for person_id in self.person_ids:
            person = self.people.get(person_id)
            if person is not None:
                yield self._transcript(person)

    def _transcript(self, person: Person) -> Transcript:
        entries = self.entries[person.pk]
        return Transcript(
            person_uuid=str(person.uuid),
            name=person.name,
            document=self.documents.get(person.pk, ""),
            birth_date=person.birth_date,
            institution=self.institution.name,
            institution_key=self.institution.key,
            country=self.institution.country,
            as_at=self.moment,
            programmes=tuple(self._programme(p, entries) for p in self.participations[person.pk]),
            decisions=tuple(self._decision(entry) for entry in entries if entry.kind in DECISIONS),
            awards=tuple(self._award(award) for award in self.awards[person.pk]),
        )

    def _programme(self, participation: Participation, entries: Sequence[Evidence]) -> ProgrammeLines:
        version = participation.programme_version
        completed = self._completed_days(entries)
        modules = tuple(
            ModuleLine(
                key=link.module.key,
                title=link.module.title,
                taught_minutes=link.taught_minutes,
                completed_on=completed.get(link.module.key),
                complementary=link.complementary,
                demonstration=link.demonstration,
            )
            for link in self.modules[version.pk]
        )
        figures = self.figures[version.pk]
        return ProgrammeLines(
            programme_key=version.programme.key,
            programme=version.programme.name,
            version=version.version,
            group=participation.group.name if participation.group else "",
            kind=participation.kind,
            purpose=participation.purpose,
            started_on=participation.started_on,
            ended_on=participation.ended_on,
            required_minutes=_required(figures.get("programme_hours")),
            completed_minutes=sum(
                m.taught_minutes for m in modules if m.completed_on and not m.complementary
            ),
            required_practice_minutes=_required(figures.get("practice_hours")),
            practice=_practice(entries),
            modules=modules,
        )

    def _completed_days(self, entries: Sequence[Evidence]) -> dict[str, date]:
        days: dict[str, date] = {}
        for entry in entries:
            if entry.kind == FactKind.MODULE_COMPLETED.value:
                days.setdefault(entry.subject, local_date(entry.occurred_at, self.institution))
        return days

    def _decision(self, entry: Evidence) -> DecisionLine:
        return DecisionLine(
            kind=entry.kind,
            key=entry.subject,
            title=self.titles.get(entry.subject, entry.subject),
            outcome=entry.outcome,
            method=entry.method,
            decided_on=local_date(entry.occurred_at, self.institution),
        )

    def _award(self, award: Award) -> AwardLine:
        revocation = getattr(award, "revocation", None)
        return AwardLine(
            code=award.code,
            kind=award.achievement.kind,
            key=award.achievement.key,
            title=award.title,
            awarded_on=award.awarded_on,
            expires_on=award.expires_on,
            revoked_on=local_date(revocation.revoked_at, self.institution)
            if revocation and revocation.revoked_at <= self.moment
            else None,
        )

    def _documents(self) -> dict[int, str]:
        rows = IdentityDocument.objects.filter(person_id__in=self.person_ids, institution=self.institution)
        return {row.person_id: f"{row.country} {row.number}" for row in rows.order_by("-pk")}

    def _entries(self) -> dict[int, list[Evidence]]:
        known = Evidence.objects.filter(
            person_id__in=self.person_ids, institution=self.institution, recorded_at__lte=self.moment
        ).order_by("occurred_at", "pk")
        rows = list(known)
        withdrawn = {row.withdraws_id for row in rows if row.withdraws_id}
        entries: dict[int, list[Evidence]] = defaultdict(list)
        for row in rows:
            if row.pk not in withdrawn and row.kind != FactKind.WITHDRAWAL.value:
                entries[row.person_id].append(row)
        return entries

    def _participations(self) -> dict[int, list[Participation]]:
        rows = (
            Participation.objects.filter(
                person_id__in=self.person_ids, institution=self.institution, created_at__lte=self.moment
            )
            .select_related("programme_version__programme", "group")
            .order_by("started_on", "pk")
        )
        return _grouped(rows)

    def _awards(self) -> dict[int, list[Award]]:
        rows = (
            Award.objects.filter(
                person_id__in=self.person_ids, institution=self.institution, granted_at__lte=self.moment
            )
            .select_related("achievement", "revocation")
            .order_by("-awarded_on", "-pk")
        )
        return _grouped(rows)

    def _modules(self, versions: set[int]) -> dict[int, list[ProgrammeModule]]:
        modules: dict[int, list[ProgrammeModule]] = defaultdict(list)
        links = ProgrammeModule.objects.filter(programme_version__in=versions).select_related("module")
        for link in links.order_by("order"):
            modules[link.programme_version_id].append(link)
        return modules

    def _figures(self, versions: set[int]) -> dict[int, dict[str, Figure]]:
        figures: dict[int, dict[str, Figure]] = defaultdict(dict)
        for figure in Figure.objects.filter(programme_version__in=versions):
            figures[figure.programme_version_id][figure.name] = figure
        return figures


Row = TypeVar("Row", Participation, Award)


def _grouped(rows: Iterable[Row]) -> dict[int, list[Row]]:
    grouped: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.person_id].append(row)
    return grouped


def _practice(entries: Sequence[Evidence]) -> tuple[PracticeLine, ...]:
    minutes: dict[str, int] = defaultdict(int)
    for entry in entries:
        if entry.kind == FactKind.PRACTICE.value:
            minutes[entry.setting] += entry.minutes or 0
    return tuple(PracticeLine(setting, total) for setting, total in sorted(minutes.items()))


def _required(figure: Figure | None) -> int | Unknown:
    """Minutes of a figure in hours; a disputed or unstated one is not stated, never 0."""
    if figure is None:
        return Unknown.NOT_STATED
    if figure.amount is None:
        applies = figure.null_reason != Unknown.NOT_APPLICABLE.value
        return Unknown.NOT_STATED if applies else Unknown.NOT_APPLICABLE
    return int(figure.amount * 60)
