"""An award by its code, with everything that decides whether it is valid."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from curriculum.standards.clock import local_date

from ..models import Award, NameConsent
from .content import Content, content_of
from .state import AwardState, state_on


@dataclass(frozen=True, slots=True)
class Checked:
    """What a stranger reads about an award: `day` is the day at the institution's place that it is said of.

    `name` is empty unless its owner lets it be shown.
    """

    award: Award
    day: date
    state: AwardState
    name: str
    content: Content
    revoked_on: date | None = None
    newer: Award | None = None

    @property
    def is_valid(self) -> bool:
        return self.state is AwardState.VALID


def award_behind(code: str) -> Award | None:
    """The award with this code; one query."""
    known = Award.objects.select_related("institution", "achievement", "participation", "revocation")
    return known.filter(code=code).first()


def checked(award: Award, *, at: datetime | None = None) -> Checked:
    """What may be said of an award now. At most four queries, one more while titles are not remembered."""
    day = local_date(at or timezone.now(), award.institution)
    revocation = getattr(award, "revocation", None)
    revoked_on = local_date(revocation.revoked_at, award.institution) if revocation else None
    newer = _renewal_of(award)
    state = state_on(
        day,
        expires_on=award.expires_on,
        revoked_on=revoked_on,
        superseded_on=newer.awarded_on if newer else None,
    )
    name = award.inscription.get("holder", "") if shows_name(award) else ""
    return Checked(award, day, state, name, content_of(award), revoked_on, newer)


def shows_name(award: Award) -> bool:
    """Whether its owner lets her name be read beside this award; one query."""
    return NameConsent.objects.filter(award=award, withdrawn_at__isnull=True).exists()


def _renewal_of(award: Award) -> Award | None:
    later = Award.objects.filter(
        person_id=award.person_id,
        achievement_id=award.achievement_id,
        cycle__gt=award.cycle,
        revocation__isnull=True,
    )
    return later.order_by("-cycle").first()
