"""Who has been reminded of a document, remembered for *my path*."""

from django.core.cache import cache
from django.db import transaction

from .models import Proof

REMEMBERED = 3600  # seconds


def was_reminded(person_id: int) -> bool:
    """Whether this person was ever reminded; one query, then none for an hour."""
    asked = Proof.objects.filter(person=person_id, reminded_at__isnull=False)
    return bool(cache.get_or_set(_key(person_id), lambda: int(asked.exists()), REMEMBERED))


def forget_whether_reminded(person_id: int) -> None:
    transaction.on_commit(lambda: cache.delete(_key(person_id)))


def _key(person_id: int) -> str:
    return f"curriculum:reminded:{person_id}"
