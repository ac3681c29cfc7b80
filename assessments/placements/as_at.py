"""The ledger of hours as it stood at the end of a day: what was logged, decided or corrected later was not known."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Case, DateTimeField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from .models import Amendment, Host, Shift
from .models.shift import ShiftQuerySet


def shifts_as_at(day: date, *, institution_ids: Collection[int]) -> ShiftQuerySet:
    """The shifts that were logged by the end of a day where their institution is; one query for its clocks.

    Each knows `known_until`, the first moment after that day, its `verdict_then` (None while it waited) and the
    minutes that it counted then, as `counted_then`: as last corrected by that day, 0 where it was not approved.
    """
    zones = Host.objects.filter(institution__in=institution_ids).order_by()
    ends = [
        When(institution=institution_id, then=Value(end_of(day, zone)))
        for institution_id, zone in zones.values_list("institution", "institution__time_zone").distinct()
    ]
    decided = Q(decision__decided_at__lt=F("known_until"))
    amended = Amendment.objects.filter(
        shift=OuterRef("pk"), outcome__applied=True, outcome__decided_at__lt=OuterRef("known_until")
    )
    last_amended = Subquery(amended.order_by("-pk").values("minutes")[:1])
    return (
        Shift.objects.filter(institution__in=institution_ids)
        .annotate(known_until=Case(*ends, default=None, output_field=DateTimeField()))
        .filter(logged_at__lt=F("known_until"))
        .annotate(
            verdict_then=Case(When(decided, then="decision__verdict")),
            counted_then=Case(When(decided, then=Coalesce(last_amended, "decision__minutes", 0)), default=0),
        )
    )


def end_of(day: date, zone: str) -> datetime:
    """The first moment after a day, by the clocks of a place."""
    return datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(zone))
