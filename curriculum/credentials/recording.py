"""Evidence and what it earns, in one act: completion is immediate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from curriculum.people.models import Person
from curriculum.records.models import Evidence
from curriculum.records.services import EvidenceDraft, append_evidence_for_many
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from .models import Award
from .services import settle_awards


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an act added: new ledger entries, and the awards they earned."""

    entries: tuple[Evidence, ...] = ()
    awards: tuple[Award, ...] = ()


def record_evidence(
    *,
    person: Person,
    institution: Institution,
    drafts: Iterable[EvidenceDraft],
    recorded_by: Account | None,
    at: datetime | None = None,
) -> Recorded:
    """Append one person's evidence and grant what it earns, as `record_evidence_for_many` does."""
    return record_evidence_for_many(
        drafts=((person, draft) for draft in drafts), institution=institution, recorded_by=recorded_by, at=at
    )


@transaction.atomic
def record_evidence_for_many(
    *,
    drafts: Iterable[tuple[Person, EvidenceDraft]],
    institution: Institution,
    recorded_by: Account | None,
    at: datetime | None = None,
) -> Recorded:
    """Append evidence of any number of persons and grant what it earns, in one transaction.

    The number of queries does not grow with the persons. The same act twice adds nothing.
    `at` is the moment of recording, now when left out. Raises EvidenceConflict as `append_evidence` does.
    """
    entries = append_evidence_for_many(drafts=drafts, institution=institution, recorded_by=recorded_by, at=at)
    if not entries:
        return Recorded()
    person_ids = {entry.person_id for entry in entries}
    awards = settle_awards(person_ids=person_ids, institution=institution, at=at)
    return Recorded(tuple(entries), tuple(awards))
