"""Transcripts from the ledger, for one person or for many: queries grow with chunks, not with people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from django.utils import timezone

from curriculum.credentials.models import Award, title_inscribed
from curriculum.people.models import IdentityDocument, Participation, Person
from curriculum.records.models import Evidence
from curriculum.rules import FactKind
from curriculum.standards.clock import local_date
from curriculum.standards.models import Institution

from .courses import Completion, Courses
from .lines import AwardLine, DecisionLine, PracticeLine, ProgrammeLines, Transcript

CHUNK = 500
IMPORTED = "imported"  # the method of entries that were brought in from earlier records
DECISIONS = (FactKind.UNIT_DECISION.value, FactKind.SKILLS_TEST.value)

Row = Any
"""A row of the database by the names of its columns: models of a whole school cost more than all the rest."""


def build_transcripts(
    *, person_ids: Iterable[int], institution: Institution, as_at: datetime | None = None
) -> Iterator[Transcript]:
    """The transcripts of these persons in this institution, in the order given, as known at a moment.

    Withdrawn entries do not appear. Each institution sees only what it recorded itself.
    """
    moment, courses = as_at or timezone.now(), Courses()
    ids = iter(person_ids)
    while chunk := list(islice(ids, CHUNK)):
        yield from _Chunk(chunk, institution, moment, courses).transcripts()


class _Chunk:
    """Up to CHUNK persons, with everything about them fetched once."""

    def __init__(
        self, person_ids: list[int], institution: Institution, moment: datetime, courses: Courses
    ) -> None:
        self.person_ids, self.institution, self.moment = person_ids, institution, moment
        self.people: dict[int, Row] = {person.pk: person for person in self._people()}
        self.documents = self._documents()
        self.entries = self._entries()
        self.participations = _by_person(self._participations())
        self.awards = _by_person(self._awards())
        self.courses = courses
        courses.learn({row.programme_version_id for rows in self.participations.values() for row in rows})

    def transcripts(self) -> Iterator[Transcript]:
        for person_id in self.person_ids:
            person = self.people.get(person_id)
            if person is not None:
                yield self._transcript(person)

    def _transcript(self, person: Row) -> Transcript:
        entries = self.entries[person.pk]
        completed, practice = self._completed(entries), _practice(entries)
        return Transcript(
            person_uuid=str(person.uuid),
            name=person.name,
            document=self.documents.get(person.pk, ""),
            birth_date=person.birth_date,
            institution=self.institution.name,
            institution_key=self.institution.key,
            country=self.institution.country,
            as_at=self.moment,
            programmes=tuple(
                self._programme(row, completed, practice) for row in self.participations[person.pk]
            ),
            decisions=tuple(self._decision(entry) for entry in entries if entry.kind in DECISIONS),
            awards=tuple(self._award(award) for award in self.awards[person.pk]),
        )

    def _programme(
        self, row: Row, completed: dict[str, Completion], practice: tuple[PracticeLine, ...]
    ) -> ProgrammeLines:
        course = self.courses.of(row.programme_version_id)
        modules = course.module_lines(completed)
        return ProgrammeLines(
            programme_key=course.programme_key,
            programme=course.programme,
            version=course.version,
            group=row.group__name or "",
            kind=row.kind,
            purpose=row.purpose,
            started_on=row.started_on,
            ended_on=row.ended_on,
            required_minutes=course.required_minutes,
            completed_minutes=sum(
                m.taught_minutes for m in modules if m.completed_on and not m.complementary
            ),
            required_practice_minutes=course.required_practice_minutes,
            practice=practice,
            modules=modules,
        )

    def _completed(self, entries: Sequence[Row]) -> dict[str, Completion]:
        found: dict[str, Completion] = {}
        for entry in entries:
            if entry.kind == FactKind.MODULE_COMPLETED.value:
                day = local_date(entry.occurred_at, self.institution)
                found.setdefault(entry.subject, Completion(day, entry.method == IMPORTED))
        return found

    def _decision(self, entry: Row) -> DecisionLine:
        return DecisionLine(
            kind=entry.kind,
            key=entry.subject,
            title=self.courses.unit_titles.get(entry.subject, entry.subject),
            outcome=entry.outcome,
            method=entry.method,
            decided_on=local_date(entry.occurred_at, self.institution),
        )

    def _award(self, row: Row) -> AwardLine:
        revoked_at = row.revocation__revoked_at
        return AwardLine(
            code=row.code,
            kind=row.achievement__kind,
            key=row.achievement__key,
            title=title_inscribed(row.inscription),
            awarded_on=row.awarded_on,
            expires_on=row.expires_on,
            revoked_on=local_date(revoked_at, self.institution)
            if revoked_at and revoked_at <= self.moment
            else None,
        )

    def _people(self) -> Iterable[Row]:
        people = Person.objects.filter(pk__in=self.person_ids).order_by()
        return people.values_list("pk", "uuid", "name", "birth_date", named=True)

    def _documents(self) -> dict[int, str]:
        rows = IdentityDocument.objects.filter(person_id__in=self.person_ids, institution=self.institution)
        newest_last = rows.order_by("-pk").values_list("person_id", "country", "number")
        return {person_id: f"{country} {number}" for person_id, country, number in newest_last}

    def _entries(self) -> dict[int, list[Row]]:
        known = Evidence.objects.filter(
            person_id__in=self.person_ids, institution=self.institution, recorded_at__lte=self.moment
        ).order_by("occurred_at", "pk")
        columns = ("pk", "person_id", "kind", "subject", "outcome", "method", "setting", "minutes")
        rows: list[Row] = list(known.values_list(*columns, "occurred_at", "withdraws_id", named=True))
        withdrawn = {row.withdraws_id for row in rows if row.withdraws_id}
        return _by_person(
            row for row in rows if row.pk not in withdrawn and row.kind != FactKind.WITHDRAWAL.value
        )

    def _participations(self) -> Iterable[Row]:
        known = Participation.objects.filter(
            person_id__in=self.person_ids, institution=self.institution, created_at__lte=self.moment
        ).order_by("started_on", "pk")
        columns = ("person_id", "programme_version_id", "group__name", "kind", "purpose")
        return known.values_list(*columns, "started_on", "ended_on", named=True)

    def _awards(self) -> Iterable[Row]:
        known = Award.objects.filter(
            person_id__in=self.person_ids, institution=self.institution, granted_at__lte=self.moment
        ).order_by("-awarded_on", "-pk")
        columns = ("person_id", "code", "achievement__kind", "achievement__key", "inscription")
        dates = ("awarded_on", "expires_on", "revocation__revoked_at")
        return known.values_list(*columns, *dates, named=True)


def _by_person(rows: Iterable[Row]) -> dict[int, list[Row]]:
    grouped: dict[int, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.person_id].append(row)
    return grouped


def _practice(entries: Sequence[Row]) -> tuple[PracticeLine, ...]:
    minutes: dict[tuple[str, str], int] = defaultdict(int)
    for entry in entries:
        if entry.kind == FactKind.PRACTICE.value:
            minutes[entry.setting, entry.method] += entry.minutes or 0
    return tuple(PracticeLine(setting, total, grade) for (setting, grade), total in sorted(minutes.items()))
