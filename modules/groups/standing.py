"""How one learner stands in her group, and by which rule she is called silent or stuck. No database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from curriculum.models import Participation, Person

SILENT_AFTER = timedelta(days=14)
TRIES_OF_WHO_IS_STUCK = 3


class Standing(StrEnum):
    """One word for one learner; the first that is true, in this order."""

    FINISHED = "finished"
    SILENT = "silent"
    STUCK = "stuck"
    GOING_ON = "going_on"

    @property
    def label(self) -> str | Promise:
        return LABELS[self]


LABELS: dict[Standing, str | Promise] = {
    Standing.FINISHED: _("everything done"),
    Standing.SILENT: _("silent"),
    Standing.STUCK: _("stuck"),
    Standing.GOING_ON: _("going on"),
}


@dataclass(frozen=True, slots=True)
class Tries:
    """How often somebody handed in one assessment, and whether she was ever competent in it."""

    lesson_key: UUID
    assessment_title: str
    count: int
    competent: bool

    @property
    def is_stuck(self) -> bool:
        return not self.competent and self.count >= TRIES_OF_WHO_IS_STUCK


@dataclass(frozen=True)
class LearnerRow:
    """One learner: what she completed and when, her tries by lesson, and the moments of her last signs of life.

    `came` is the last time she signed in or handed something in; `advanced` when she last completed a lesson.
    """

    participation: "Participation"
    lesson_keys: Sequence[UUID]
    completed: Mapping[UUID, datetime]
    tries: Mapping[UUID, Tries]
    came: datetime | None
    now: datetime
    advanced: datetime | None = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "advanced", max(self.completed.values(), default=None))

    @property
    def person(self) -> "Person":
        return self.participation.person

    @property
    def last_seen(self) -> datetime | None:
        return max((moment for moment in (self.came, self.advanced) if moment), default=None)

    @property
    def days_silent(self) -> int | None:
        return (self.now - self.last_seen).days if self.last_seen else None

    @cached_property
    def done(self) -> int:
        return sum(1 for key in self.lesson_keys if key in self.completed)

    @property
    def has_finished(self) -> bool:
        return bool(self.lesson_keys) and self.done == len(self.lesson_keys)

    @property
    def is_silent(self) -> bool:
        """Nothing for two weeks, or never anything, with lessons left to do."""
        if self.has_finished:
            return False
        return self.last_seen is None or self.now - self.last_seen > SILENT_AFTER

    @cached_property
    def stuck_at(self) -> Tries | None:
        """The assessment that she handed in three times and more without showing it: the one tried most."""
        stuck = [tries for tries in self.tries.values() if tries.is_stuck]
        return max(stuck, key=lambda tries: tries.count, default=None)

    @property
    def turns_in_place(self) -> bool:
        """She came within two weeks, and it is longer than two weeks that she completed anything."""
        since = self.advanced or self.first_day
        comes = self.came is not None and self.now - self.came <= SILENT_AFTER
        return comes and not self.has_finished and self.now - since > SILENT_AFTER

    @property
    def first_day(self) -> datetime:
        day = self.participation.started_on
        return datetime(day.year, day.month, day.day, tzinfo=self.now.tzinfo)

    @property
    def is_stuck(self) -> bool:
        return not self.has_finished and (self.stuck_at is not None or self.turns_in_place)

    @cached_property
    def standing(self) -> Standing:
        if self.has_finished:
            return Standing.FINISHED
        if self.is_silent:
            return Standing.SILENT
        return Standing.STUCK if self.is_stuck else Standing.GOING_ON

    @property
    def next_key(self) -> UUID | None:
        """The lesson where she would go on: the one she is stuck at, else the first not completed."""
        if self.stuck_at:
            return self.stuck_at.lesson_key
        return next((key for key in self.lesson_keys if key not in self.completed), None)
