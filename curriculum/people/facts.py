"""What is known about the persons themselves, as facts for the rules."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from django.db.models import F

from curriculum.rules.types import Fact, FactKind
from curriculum.standards.models import Institution

from .models import Person, PersonFact

FactsByPerson = dict[int, list[Fact]]

CLAIMS = (FactKind.EDUCATION, FactKind.DOCUMENT, FactKind.EXPERIENCE)
"""What a person may say of herself and must prove; what she states (no kinship, a strategy) is hers to state."""


def own_claims(*, person_ids: Iterable[int], institution: Institution) -> frozenset[str]:
    """Ids of the facts that persons have put down about themselves and nobody else has attested; one query."""
    rows = PersonFact.objects.filter(
        person_id__in=list(person_ids),
        institution=institution,
        kind__in=[kind.value for kind in CLAIMS],
        attested_by=F("person__user"),
    )
    return frozenset(f"p:{pk}" for pk in rows.values_list("pk", flat=True))


def person_facts_by_person(
    *, person_ids: Iterable[int], institution: Institution, known_at: datetime | None = None
) -> FactsByPerson:
    """What is known about the persons themselves: birth, schooling, documents, experience, waivers.

    Two queries, however many persons.
    """
    ids = list(person_ids)
    facts: FactsByPerson = defaultdict(list)
    for person_id, birth_date in Person.objects.filter(pk__in=ids).values_list("pk", "birth_date"):
        if birth_date is not None:
            facts[person_id].append(Fact(id=f"b:{person_id}", kind=FactKind.BIRTH, occurred_on=birth_date))
    rows = PersonFact.objects.filter(person_id__in=ids, institution=institution, retired_at__isnull=True)
    if known_at is not None:
        rows = rows.filter(attested_at__lte=known_at)
    for row in rows.order_by("pk"):
        facts[row.person_id].append(
            Fact(
                id=f"p:{row.pk}",
                kind=FactKind(row.kind),
                occurred_on=row.occurred_on,
                ended_on=row.ended_on,
                valid_until=row.valid_until,
                subject=row.subject,
            )
        )
    return facts
