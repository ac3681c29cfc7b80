"""Who belongs on the list of a session, what it says of her, and how often somebody misses."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q, QuerySet

from curriculum.api import Visitor, local_date

from .models import ClassSession, Presence

if TYPE_CHECKING:
    from curriculum.models import Group, Participation

MISSES_OFTEN = 2  # sessions missed of the last SESSIONS_LOOKED_AT
SESSIONS_LOOKED_AT = 5


@dataclass(frozen=True, slots=True)
class RollRow:
    """A learner on the list. `is_own`: she is the one who takes it, so this row is not hers to fill in."""

    participation: "Participation"
    presence: Presence | None
    is_own: bool


def listed_in(session: ClassSession) -> "Iterable[Participation]":
    """Who took part in the group on that day; of a make-up session, those who missed the other one. One query."""
    day = local_date(session.starts_at, session.group.institution)
    people = session.group.participations.filter(started_on__lte=day).filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=day)
    )
    if session.makes_up_id:
        missed = Presence.objects.current().filter(session=session.makes_up_id).exclude(absence="")
        people = people.filter(pk__in=missed.values("participation"))
    return people.select_related("person").order_by("person__name", "pk")


def current_presences(session: ClassSession) -> QuerySet[Presence]:
    """What stands of each learner, with its entry in the ledger."""
    return session.presences.current().select_related("evidence", "taken_by")


def roll_of(session: ClassSession, reader: Visitor) -> list[RollRow]:
    """The list with what stands; two queries."""
    standing = {each.participation_id: each for each in current_presences(session)}
    return [
        RollRow(each, standing.get(each.pk), each.person.user_id == reader.pk) for each in listed_in(session)
    ]


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody with the sessions that she missed lately, of how many."""

    participation: "Participation"
    missed: int
    looked_at: int


def who_misses_often(group: "Group") -> Sequence[Missing]:
    """Those who missed at least MISSES_OFTEN of the group's last sessions, the most first; three queries."""
    taken = ClassSession.objects.filter(group=group, presences__isnull=False).distinct()
    last = list(taken.order_by("-starts_at").values_list("pk", flat=True)[:SESSIONS_LOOKED_AT])
    rows = Presence.objects.current().filter(session__in=last).order_by().values("participation")
    counted = rows.annotate(missed=Count("pk", filter=~Q(absence="")), looked_at=Count("pk"))
    often = {row["participation"]: row for row in counted if row["missed"] >= MISSES_OFTEN}
    people = group.participations.filter(pk__in=often, ended_on__isnull=True).select_related("person")
    found = [Missing(each, often[each.pk]["missed"], often[each.pk]["looked_at"]) for each in people]
    return sorted(found, key=lambda each: (-each.missed, each.participation.person.name))
