"""Reading shifts and hosts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from curriculum.api import Visitor

from .checks import Agreed, Limits, Span, Taken
from .enums import State, Verdict
from .models import (
    Agreement,
    Amendment,
    Countersignature,
    Host,
    HostSupervisor,
    PlacementPolicy,
    Shift,
    SigningContact,
    SignLink,
    SupervisorPin,
)
from .models.policy import DEFAULTS
from .models.shift import ShiftQuerySet
from .permissions import decidable_by, signable_by

A_WEEK = timedelta(days=8)  # a week, and the offset of any clock


LAST_AMENDED = Subquery(
    Amendment.objects.filter(shift=OuterRef("pk"), outcome__applied=True)
    .order_by("-pk")
    .values("minutes")[:1]
)
"""The minutes of a shift's last applied correction."""


def counted_minutes(shift: Shift) -> int:
    """What a shift counts now: as last corrected, else as approved, else as logged; one query."""
    counted = Coalesce(LAST_AMENDED, "decision__minutes", "minutes")
    return Shift.objects.annotate(counted=counted).values_list("counted", flat=True).get(pk=shift.pk)


def policy_of(institution_id: int, programme_version_id: int) -> PlacementPolicy | None:
    """The rules of this programme, else the school's; one query."""
    own = Q(programme__versions=programme_version_id)
    policies = PlacementPolicy.objects.filter(
        own | Q(programme__isnull=True), institution_id=institution_id
    ).order_by(F("programme").asc(nulls_last=True))
    return policies.first()


def limits_of(institution_id: int, programme_version_id: int) -> Limits:
    """What holds for a shift of this programme: its own rules, else the school's, else the defaults; one query."""
    policy = policy_of(institution_id, programme_version_id)
    return policy.limits if policy else DEFAULTS


def agreed_for(host_id: int, span: Span, zone: ZoneInfo, person_id: int) -> Agreed | None:
    """What the agreements of a host say of a shift; None where it has none. One query, three where it has."""
    agreements = list(
        Agreement.objects.filter(
            host=host_id, institution_signed_on__isnull=False, host_signed_on__isnull=False
        )
        .prefetch_related("shifts")
        .order_by("starts_on")
    )
    if not agreements:
        return None
    start = span.starts_at.astimezone(zone)
    running = [each for each in agreements if each.starts_on <= start.date() <= each.ends_on]
    parts = [part for each in running for part in each.shifts.all()]
    capacity = sum(part.capacity for part in parts if within(start.time(), part.starts, part.ends))
    others = 0
    if capacity:
        there = Shift.objects.standing().filter(
            host=host_id, minutes__gt=0, starts_at__lt=span.ends_at, ends_at__gt=span.starts_at
        )
        others = there.exclude(person=person_id).values("person").distinct().count()
    periods = tuple((each.starts_on, each.ends_on) for each in agreements)
    return Agreed(periods, capacity or None, others)


def within(clock: time, start: time, end: time) -> bool:
    """Whether a time of day lies in a part of the day that may cross midnight."""
    return start <= clock < end if start <= end else clock >= start or clock < end


def taken_around(person_id: int, span: Span) -> tuple[Taken, ...]:
    """The learner's shifts, at any host, that wait or count, in the weeks about a span; one query."""
    near = Shift.objects.standing().filter(
        person_id=person_id, starts_at__lt=span.ends_at + A_WEEK, ends_at__gt=span.starts_at - A_WEEK
    )
    rows = near.annotate(counted=Coalesce(LAST_AMENDED, "decision__minutes", "minutes")).values_list(
        "starts_at", "ends_at", "counted", "host__time_zone"
    )
    return tuple(
        Taken(Span(start, end), minutes, start.astimezone(ZoneInfo(zone)).date())
        for start, end, minutes, zone in rows
    )


def hosts_of(institution_ids: Iterable[int]) -> list[Host]:
    """The places that receive learners of these institutions; one query."""
    return list(Host.objects.filter(institution_id__in=list(institution_ids), is_active=True))


def own_shifts(user: Visitor) -> ShiftQuerySet:
    """The shifts of the person behind an account with all that her list shows; two queries."""
    return (
        Shift.objects.filter(person__user=user.pk)
        .select_related("person", "host", "decision__reason", "reflection", "excess", "corrected_by")
        .prefetch_related("activities")
    )


def amendable_by(user: Visitor) -> ShiftQuerySet:
    """The approved shifts that are this account's own, or that she may sign for; one query."""
    signable = signable_by(user).values("pk")
    own = Q(person__user=user.pk) | Q(pk__in=signable)
    shifts = Shift.objects.approved().filter(own)
    return shifts.select_related("person", "host", "decision", "participation", "institution")


def amendments_for(user: Visitor) -> QuerySet[Amendment]:
    """The corrections after approval that wait for this account's signature; one query."""
    waiting = Amendment.objects.filter(outcome__isnull=True, shift__in=amendable_by(user).values("pk"))
    hers = Countersignature.objects.filter(amendment=OuterRef("pk"), person__user=user.pk)
    return waiting.filter(~Exists(hers)).select_related("shift__person", "shift__host")


def to_correct(shifts: ShiftQuerySet) -> ShiftQuerySet:
    """Those that were returned and wait for the learner."""
    return shifts.filter(decision__verdict=Verdict.RETURNED, corrected_by__isnull=True)


def waiting_for(user: Visitor) -> ShiftQuerySet:
    """The shifts on which this user may decide, by learner, the oldest first; two queries."""
    return (
        decidable_by(user)
        .select_related("person", "host", "excess")
        .prefetch_related("activities")
        .order_by("person__name", "person_id", "starts_at", "pk")
    )


@dataclass(slots=True)
class Tally:
    """Minutes of shifts by state, and of the waiting and approved ones by setting."""

    minutes: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))
    approved_by_setting: dict[str, int] = field(default_factory=dict)
    waiting_by_setting: dict[str, int] = field(default_factory=dict)
    to_correct: int = 0

    @property
    def waiting(self) -> int:
        return self.minutes[State.WAITING]

    @property
    def settings(self) -> list[tuple[str, int, int]]:
        """Each setting with its approved and its waiting minutes."""
        known = sorted({*self.approved_by_setting, *self.waiting_by_setting})
        return [
            (each, self.approved_by_setting.get(each, 0), self.waiting_by_setting.get(each, 0))
            for each in known
        ]


def tallies(participation_ids: Iterable[int]) -> defaultdict[int, Tally]:
    """The sums of these participations’ shifts, by id, nothing for one without shifts; one query."""
    rows = (
        Shift.objects.filter(participation_id__in=list(participation_ids))
        .order_by()
        .alias(now=Coalesce(LAST_AMENDED, "decision__minutes", "minutes"))
        .values_list("participation_id", "setting", "decision__verdict")
        .annotate(
            counted=Sum("now"),
            uncorrected=Count("pk", filter=Q(corrected_by__isnull=True)),
        )
    )
    found: defaultdict[int, Tally] = defaultdict(Tally)
    for participation_id, setting, verdict, minutes, uncorrected in rows:
        tally, state = found[participation_id], State(verdict or State.WAITING)
        tally.minutes[state] += minutes
        if state is State.WAITING:
            tally.waiting_by_setting[setting] = minutes
        elif state is State.APPROVED:
            tally.approved_by_setting[setting] = minutes
        elif state is State.RETURNED:
            tally.to_correct += uncorrected
    return found


def who_can_sign_for(user: Visitor) -> QuerySet[HostSupervisor]:
    """Who may sign today where shifts of this learner wait, each with what she can sign by; one query."""
    waiting = Shift.objects.waiting().filter(person__user=user.pk)
    now, today = timezone.now(), timezone.localdate()
    contacts = SigningContact.objects.filter(supervision=OuterRef("pk"), ended_at__isnull=True)
    asked = SignLink.objects.open_at(now).filter(contact__supervision=OuterRef("pk"), person__user=user.pk)
    return (
        HostSupervisor.objects.on(today)
        .entitled_on(today)
        .filter(host__in=waiting.values("host"))
        .exclude(person__user=user.pk)
        .annotate(
            has_contact=Exists(contacts),
            has_pin=Exists(SupervisorPin.objects.filter(person=OuterRef("person"))),
            asked_until=Subquery(asked.values("expires_at")[:1]),
        )
        .select_related("person", "host__institution")
        .order_by("host__name", "person__name")
    )


def lapsed_supervisions(user: Visitor) -> QuerySet[HostSupervisor]:
    """Where this account would sign today if her certificate were valid; one query."""
    today = timezone.localdate()
    hers = HostSupervisor.objects.on(today).filter(person__user=user.pk, needs_award__isnull=False)
    return hers.exclude(pk__in=hers.entitled_on(today).values("pk")).select_related("host", "needs_award")


def supervises_somewhere(user: Visitor) -> bool:
    """Whether this account supervises any host today; one query."""
    return HostSupervisor.objects.on(timezone.localdate()).filter(person__user=user.pk).exists()
