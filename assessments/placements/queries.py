"""Reading shifts and hosts."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, Sum
from django.utils import timezone

from curriculum.api import Visitor

from .checks import Span
from .enums import State, Verdict
from .models import Host, HostSupervisor, PlacementPolicy, Shift
from .models.policy import LONGEST_SHIFT
from .models.shift import ShiftQuerySet
from .permissions import decidable_by


def longest_shift_minutes(institution_id: int) -> int:
    """How long a shift may last at an institution, in minutes; one query."""
    policy = PlacementPolicy.objects.filter(institution_id=institution_id).first()
    return policy.longest_shift_minutes if policy else LONGEST_SHIFT


def taken_spans(person_id: int, span: Span) -> tuple[Span, ...]:
    """The learner's shifts, at any host, that wait or count and meet a span; one query."""
    met = Shift.objects.standing().filter(
        person_id=person_id, starts_at__lt=span.ends_at, ends_at__gt=span.starts_at
    )
    return tuple(Span(*times) for times in met.values_list("starts_at", "ends_at"))


def hosts_of(institution_ids: Iterable[int]) -> list[Host]:
    """The places that receive learners of these institutions; one query."""
    return list(Host.objects.filter(institution_id__in=list(institution_ids), is_active=True))


def own_shifts(user: Visitor) -> ShiftQuerySet:
    """The shifts of the person behind an account with all that her list shows; two queries."""
    return (
        Shift.objects.filter(person__user=user.pk)
        .select_related("person", "host", "decision__reason", "reflection", "corrected_by")
        .prefetch_related("activities")
    )


def to_correct(shifts: ShiftQuerySet) -> ShiftQuerySet:
    """Those that were returned and wait for the learner."""
    return shifts.filter(decision__verdict=Verdict.RETURNED, corrected_by__isnull=True)


def waiting_for(user: Visitor) -> ShiftQuerySet:
    """The shifts on which this user may decide, by learner, the oldest first; two queries."""
    return (
        decidable_by(user)
        .select_related("person", "host")
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
        .values_list("participation_id", "setting", "decision__verdict")
        .annotate(
            Sum("minutes"),
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


def supervises_somewhere(user: Visitor) -> bool:
    """Whether this account supervises any host today; one query."""
    return HostSupervisor.objects.on(timezone.localdate()).filter(person__user=user.pk).exists()
