"""Sessions to come and attendance by module, for learners and for those who teach them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Q, Sum
from django.utils import timezone

from curriculum.api import Memory, modules_of_versions

from .models import ClassSession, PlayArea, Presence

if TYPE_CHECKING:
    from curriculum.models import Participation

AHEAD = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """What is the same for everybody in a group: its sessions from yesterday on, and its play area."""

    sessions: Sequence[ClassSession]
    play_area: PlayArea | None

    def next_session(self, now: datetime) -> ClassSession | None:
        """The one that goes on or comes next. A make-up session is shown only to whom it is for."""
        coming = (each for each in self.sessions if not each.is_cancelled and not each.makes_up_id)
        return next((each for each in coming if each.ends_at > now), None)

    def cancelled_before(self, moment: datetime, now: datetime) -> list[ClassSession]:
        """Sessions to come that do not take place, up to the one that does."""
        return [each for each in self.sessions if each.is_cancelled and now < each.ends_at <= moment]


_plans: Memory[GroupPlan] = Memory("classes.plans")


def plan_of(group_id: int) -> GroupPlan:
    """No query while it is remembered, else two."""
    return _plans.recall(str(group_id), lambda: _read_plan(group_id))


def _read_plan(group_id: int) -> GroupPlan:
    now = timezone.now()
    near = ClassSession.objects.filter(
        group=group_id, ends_at__gte=now - timedelta(days=1), starts_at__lte=now + AHEAD
    ).select_related("group__institution", "module")
    return GroupPlan(list(near), PlayArea.objects.filter(group=group_id).first())


@dataclass(frozen=True, slots=True)
class ModuleAttendance:
    """A module of which lists were taken: how much was planned by her version, attended and missed."""

    title: str
    planned_minutes: int
    attended_minutes: int
    sessions: int
    missed: int


def attendance_by_module(participation: "Participation") -> list[ModuleAttendance]:
    """What she attended of each module of which a list was taken with her on it; two queries.

    Of other modules nothing is said: where nobody takes lists, "0 hours" would look as if she had been missing.
    """
    own = Presence.objects.current().filter(participation=participation).order_by()
    counted = own.values("session__module").annotate(
        attended=Sum("minutes"), sessions=Count("pk"), missed=Count("pk", filter=~Q(absence=""))
    )
    by_module = {row["session__module"]: row for row in counted}
    placed = modules_of_versions([participation.programme_version_id])
    return [
        ModuleAttendance(
            each.module.title, each.class_minutes, row["attended"], row["sessions"], row["missed"]
        )
        for each in placed
        if (row := by_module.get(each.module_id))
    ]


def own_presences(participations: "Iterable[Participation]") -> dict[int, Presence]:
    """What stands of her in each session, by id of session; one query."""
    own = Presence.objects.current().filter(participation__in=list(participations))
    return {each.session_id: each for each in own}
