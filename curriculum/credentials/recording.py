"""Evidence and what it earns, in one act: completion is immediate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from curriculum.people.models import Person
from curriculum.records.models import Evidence
from curriculum.records.services import EvidenceDraft, append_evidence
from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from .models import Award
from .services import settle_awards


@dataclass(frozen=True, slots=True)
class Recorded:
    """What an act added: new ledger entries, and the awards they earned."""

    entries: tuple[Evidence, ...] = ()
    awards: tuple[Award, ...] = ()


@transaction.atomic
def record_evidence(
    *,
    person: Person,
    institution: Institution,
    drafts: Iterable[EvidenceDraft],
    recorded_by: Account | None,
    at: datetime | None = None,
) -> Recorded:
    """Append evidence and grant what it earns, in one transaction. The same act twice adds nothing.

    `at` is the moment of recording, now when left out. Raises EvidenceConflict as `append_evidence` does.
    """
    entries = append_evidence(
        person=person, institution=institution, drafts=drafts, recorded_by=recorded_by, at=at
    )
    if not entries:
        return Recorded()
    awards = settle_awards(person_ids=[person.pk], institution=institution, at=at)
    return Recorded(tuple(entries), tuple(awards))
