"""A random sample that whoever knows its seed draws again.

Awards are put in the order of SHA-256("<seed>:<uuid of the award>") and the first ones are taken: no program's own
random numbers are needed to check it, and an award that comes later moves none of the others.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from heapq import nsmallest
from uuid import UUID

from curriculum.credentials.models import Award
from curriculum.standards.models import Institution

LARGEST = 200


@dataclass(frozen=True, slots=True)
class Sample:
    """`population` counts the awards granted until `as_at`; `awards` stand in the order drawn."""

    seed: str
    size: int
    as_at: datetime
    population: int
    awards: Sequence[Award]


def new_seed() -> str:
    return secrets.token_hex(4)


def rank(seed: str, award: UUID) -> str:
    return sha256(f"{seed}:{award}".encode()).hexdigest()


def draw_sample(*, institution: Institution, seed: str, size: int, as_at: datetime) -> Sample:
    """Two queries, whatever the size. ValueError for a size out of 1 to LARGEST."""
    if not 1 <= size <= LARGEST:
        raise ValueError(f"a sample has 1 to {LARGEST} awards")
    granted = Award.objects.filter(institution=institution, granted_at__lte=as_at).order_by()
    ranked = [(rank(seed, uuid), pk) for pk, uuid in granted.values_list("pk", "uuid").iterator()]
    drawn = [pk for _rank, pk in nsmallest(size, ranked)]
    found = Award.objects.select_related("achievement", "person", "revocation").in_bulk(drawn)
    return Sample(seed, size, as_at, len(ranked), [found[pk] for pk in drawn])
