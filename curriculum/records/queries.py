"""Reading the ledger as facts, truncated by what was known at a moment."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

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
    for person_id, *columns in entries.order_by("pk").values_list("person_id", *FACT_COLUMNS):
        facts[person_id].append(_fact(institution, *columns))
    return facts


def fact_of(entry: Evidence, institution: Institution) -> Fact:
    """A ledger entry as the rules see it: its day is the day at the institution's place."""
    return _fact(institution, *(getattr(entry, column) for column in FACT_COLUMNS))


# In the order of `_fact`. Rows are read by column: making models of a long ledger costs more than judging it.
FACT_COLUMNS = (
    "pk",
    "kind",
    "occurred_at",
    "subject",
    "minutes",
    "amount",
    "outcome",
    "method",
    "setting",
    "activity",
    "withdraws_id",
)


def _fact(
    institution: Institution,
    pk: int,
    kind: str,
    occurred_at: datetime,
    subject: str,
    minutes: int | None,
    amount: Decimal | None,
    outcome: str,
    method: str,
    setting: str,
    activity: str,
    withdraws_id: int | None,
) -> Fact:
    return Fact(
        id=f"e:{pk}",
        kind=FactKind(kind),
        occurred_on=local_date(occurred_at, institution),
        subject=subject,
        minutes=minutes,
        amount=amount,
        outcome=Outcome(outcome) if outcome else None,
        method=method,
        setting=setting,
        activity=activity,
        withdraws=f"e:{withdraws_id}" if withdraws_id else "",
    )
