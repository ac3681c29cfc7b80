"""Writing down that somebody looked."""

from django.db import transaction
from django.utils import timezone

from curriculum.people.models import Person
from curriculum.standards.accounts import Account

from .models import Look

LONGEST = 250


@transaction.atomic
def record_look(
    *, viewer: Account, person: Person | None, institution_id: int, page: str, address: str
) -> Look:
    """Keep who sees whose page, before it is shown; nobody in particular for a page of many."""
    return Look.objects.create(
        viewer=viewer,
        person=person,
        institution_id=institution_id,
        page=page,
        address=address[:LONGEST],
        looked_at=timezone.now(),
    )
