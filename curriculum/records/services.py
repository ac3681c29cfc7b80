"""Writing to the ledger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone

from curriculum.people.models import Participation, Person
from curriculum.rules.types import FactKind, Outcome
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from .models import Evidence, EvidenceNote


class EvidenceConflict(Exception):
    """The same act was recorded before with other contents; `source_ref` names it."""

    def __init__(self, source_ref: str) -> None:
        super().__init__(f"{source_ref} is already recorded with other contents")
        self.source_ref = source_ref


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceDraft:
    """An entry before it is recorded. Fields as on `Evidence`; `note` goes to the erasable table beside it.

    `first_stands`: what the same act recorded before, with whatever contents, stays and is no conflict.
    """

    kind: FactKind
    source_ref: str
    occurred_at: datetime
    subject: str = ""
    outcome: Outcome | None = None
    method: str = ""
    setting: str = ""
    activity: str = ""
    minutes: int | None = None
    amount: Decimal | None = None
    demonstration: bool = False
    participation: Participation | None = None
    withdraws: Evidence | None = None
    note: str = ""
    first_stands: bool = False


def append_evidence(
    *,
    person: Person,
    institution: Institution,
    drafts: Iterable[EvidenceDraft],
    recorded_by: Account | None,
    at: datetime | None = None,
) -> list[Evidence]:
    """Append one person's drafts that are not yet in the ledger, as `append_evidence_for_many` does."""
    return append_evidence_for_many(
        drafts=((person, draft) for draft in drafts), institution=institution, recorded_by=recorded_by, at=at
    )


@transaction.atomic
def append_evidence_for_many(
    *,
    drafts: Iterable[tuple[Person, EvidenceDraft]],
    institution: Institution,
    recorded_by: Account | None,
    at: datetime | None = None,
) -> list[Evidence]:
    """Append the drafts of any number of persons that are not yet in the ledger and return the new entries.

    Asking twice with the same `source_ref` changes nothing. Raises EvidenceConflict when the same `source_ref`
    comes with other contents: nothing is written then.
    """
    moment = at or timezone.now()
    wanted = list(drafts)
    entries = [_entry(draft, person, institution, recorded_by, moment) for person, draft in wanted]
    try:
        with transaction.atomic():
            Evidence.objects.bulk_create(entries)
    except IntegrityError:
        entries = _without_recorded(entries, institution, [draft for _, draft in wanted])
        Evidence.objects.bulk_create(entries)
    _write_notes(entries, [draft for _, draft in wanted])
    return entries


def _entry(
    draft: EvidenceDraft,
    person: Person,
    institution: Institution,
    recorded_by: Account | None,
    moment: datetime,
) -> Evidence:
    return Evidence(
        institution=institution,
        person=person,
        participation=draft.participation,
        kind=draft.kind.value,
        subject=draft.subject,
        outcome=draft.outcome.value if draft.outcome else "",
        method=draft.method,
        setting=draft.setting,
        activity=draft.activity,
        minutes=draft.minutes,
        amount=draft.amount,
        demonstration=draft.demonstration,
        withdraws=draft.withdraws,
        occurred_at=draft.occurred_at,
        recorded_at=moment,
        recorded_by=recorded_by,
        source_ref=draft.source_ref,
    )


CONTENT = ("person_id", "kind", "subject", "outcome", "method", "setting", "activity", "minutes", "amount")


def _without_recorded(
    entries: Sequence[Evidence], institution: Institution, drafts: Sequence[EvidenceDraft]
) -> list[Evidence]:
    indifferent = {draft.source_ref for draft in drafts if draft.first_stands}
    recorded = {
        entry.source_ref: entry
        for entry in Evidence.objects.filter(
            institution=institution, source_ref__in=[entry.source_ref for entry in entries]
        )
    }
    for entry in entries:
        twin = recorded.get(entry.source_ref)
        if entry.source_ref in indifferent or not twin:
            continue
        if any(getattr(twin, name) != getattr(entry, name) for name in CONTENT):
            raise EvidenceConflict(entry.source_ref)
    return [entry for entry in entries if entry.source_ref not in recorded]


def _write_notes(entries: Sequence[Evidence], drafts: Sequence[EvidenceDraft]) -> None:
    texts = {draft.source_ref: draft.note for draft in drafts if draft.note}
    notes = [
        EvidenceNote(evidence=entry, text=texts[entry.source_ref])
        for entry in entries
        if entry.source_ref in texts
    ]
    if notes:
        EvidenceNote.objects.bulk_create(notes)
