"""Practice at a glance, for whoever follows a group or runs the school.

What waits too long for a signature, whose hours are at risk before her group ends, how full the places are (R-PLC-4,
R-PLC-6, R-PLC-7).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Prefetch, Q, QuerySet

from curriculum.api import Visitor, groups_seen_by, learners_of

from .models import Agreement, HostShift
from .models.shift import ShiftQuerySet
from .permissions import followed_by
from .practice import Practice, practices_of
from .queries import tallies
from .services.scanning import UNANSWERED_AFTER

if TYPE_CHECKING:
    from curriculum.models import Group, Participation

A_WEEK = 7  # days


@dataclass(frozen=True, slots=True)
class HoursAhead:
    """What one learner still has before her; `days_left` is None where the end of her group is not stated."""

    participation: "Participation"
    practice: Practice
    days_left: int | None

    @property
    def a_week(self) -> int | None:
        """Minutes that she would have to do each week from now on; None where the end is not stated."""
        if self.days_left is None:
            return None
        return minutes_a_week(self.practice.unlogged, self.days_left)


@dataclass(frozen=True, slots=True)
class PlaceCovered:
    """An agreement in force: the learners who have a place in a shift, those who wait, and how many it takes."""

    agreement: Agreement
    parts: Sequence[Any]
    placed: int
    waiting: int

    @property
    def capacity(self) -> int:
        """What its shifts take at once; the guaranteed places where no shift is written down."""
        return sum(part.capacity for part in self.parts) if self.parts else self.agreement.places


def minutes_a_week(unlogged: int, days_left: int) -> int:
    """The least whole minutes a week that bring `unlogged` minutes to an end in `days_left` days, today being one."""
    return -(-unlogged * A_WEEK // max(days_left, A_WEEK))


def running_groups(user: Visitor, day: date) -> QuerySet["Group"]:
    """The groups that this account sees and that have not ended, the one that ends first before the others."""
    running = Q(ends_on__isnull=True) | Q(ends_on__gte=day)
    return groups_seen_by(user).filter(running).order_by(F("ends_on").asc(nulls_last=True), "name", "pk")


def hours_ahead(group: "Group", day: date) -> list[HoursAhead]:
    """Every learner of a group who still lacks practice, who lacks most first.

    The number of queries does not grow with the learners.
    """
    participations = list(learners_of(group).select_related("person", "institution"))
    tally_of = tallies(each.pk for each in participations)
    practice = practices_of(participations, tally_of)
    left = None if group.ends_on is None else max((group.ends_on - day).days + 1, 0)
    lacking = [
        HoursAhead(each, practice[each.pk], left)
        for each in participations
        if practice[each.pk].missing or (practice[each.pk].need is None and tally_of[each.pk].settings)
    ]
    return sorted(lacking, key=lambda one: (-one.practice.unlogged, -one.practice.missing))


def unanswered(user: Visitor, now: datetime) -> ShiftQuerySet:
    """The shifts in her sight that nobody has answered for a week, the oldest first."""
    late = followed_by(user).waiting().filter(logged_at__lt=now - UNANSWERED_AFTER)
    return late.select_related("person", "host").order_by("logged_at", "pk")


def coverage_of(institution_ids: Collection[int], day: date) -> list[PlaceCovered]:
    """The places of these institutions with an agreement in force on a day, by name; two queries."""
    open_ones = Q(placements__ended_on__isnull=True)
    taken = HostShift.objects.annotate(taken=Count("placements", filter=open_ones))
    agreements = (
        Agreement.objects.in_force(day)
        .filter(host__institution__in=institution_ids, host__is_active=True)
        .annotate(
            placed=Count("placements", filter=open_ones & Q(placements__shift__isnull=False)),
            in_line=Count("placements", filter=open_ones & Q(placements__shift__isnull=True)),
        )
        .select_related("host")
        .prefetch_related(Prefetch("shifts", queryset=taken))
        .order_by("host__name", "pk")
    )
    return [PlaceCovered(each, list(each.shifts.all()), each.placed, each.in_line) for each in agreements]
