"""The owner of an award lets her name be read beside it, or no longer."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ..models import Award, NameConsent


@transaction.atomic
def show_name(*, award: Award, at: datetime | None = None) -> NameConsent:
    """From now on whoever has the code reads the name. Saying so twice changes nothing."""
    consent, _ = NameConsent.objects.get_or_create(
        award=award, withdrawn_at=None, defaults={"given_at": at or timezone.now()}
    )
    return consent


def hide_name(*, award: Award, at: datetime | None = None) -> None:
    """From now on nobody reads it. That it was shown, and how long, stays known to its owner."""
    NameConsent.objects.filter(award=award, withdrawn_at=None).update(withdrawn_at=at or timezone.now())
