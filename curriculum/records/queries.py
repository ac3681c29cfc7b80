"""Reading the ledger as facts, truncated by what was known at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from curriculum.people.facts import FactsByPerson
from curriculum.rules.types import Fact, FactKind, Outcome
from curriculum.standards.clock import local_date
from curriculum.standards.models import Institution

from .models import Evidence


def is_recorded(*, institution_id: int, source_ref: str) -> bool:
    """Whether an act is already in an institution's ledger; one query."""
    return Evidence.objects.filter(institution_id=institution_id, source_ref=source_ref).exists()


def facts_by_person(
    *, person_ids: Iterable[int], institution: Institution, known_at: datetime | None = None
) -> FactsByPerson:
    """The ledger entries of these persons in this institution as rule facts, in one query.

    With `known_at`, only what had been recorded by then. Entries of demonstration modules are left out unless
    the site is a demonstration.
    """
    entries = Evidence.objects.filter(person_id__in=list(person_ids), institution=institution)
    if known_at is not None:
        entries = entries.filter(recorded_at__lte=known_at)
    if not getattr(settings, "CUIDAR_ALLOW_DEMONSTRATION", False):
        entries = entries.filter(demonstration=False)
    facts: FactsByPerson = defaultdict(list)
    for entry in entries.order_by("pk"):
        facts[entry.person_id].append(fact_of(entry, institution))
    return facts


def fact_of(entry: Evidence, institution: Institution) -> Fact:
    """A ledger entry as the rules see it: its day is the day at the institution's place."""
    return Fact(
        id=f"e:{entry.pk}",
        kind=FactKind(entry.kind),
        occurred_on=local_date(entry.occurred_at, institution),
        subject=entry.subject,
        minutes=entry.minutes,
        amount=entry.amount,
        outcome=Outcome(entry.outcome) if entry.outcome else None,
        method=entry.method,
        setting=entry.setting,
        activity=entry.activity,
        withdraws=f"e:{entry.withdraws_id}" if entry.withdraws_id else "",
    )
