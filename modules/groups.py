"""A trainer's view of a group: who has done how much of each module, and who has gone silent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, Max
from django.utils import timezone

from assessments.models import Attempt
from curriculum.api import learners_of, modules_of_versions

from .models import Lesson, LessonProgress

if TYPE_CHECKING:
    from curriculum.models import Group, Participation, ProgrammeModule

SILENT_AFTER = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Cell:
    """Lessons of one module that one learner has completed, of how many there are."""

    done: int
    total: int

    @property
    def is_complete(self) -> bool:
        return self.total > 0 and self.done >= self.total


@dataclass(frozen=True, slots=True)
class LearnerRow:
    """One learner: her cells in the order of the modules, and when she last did something (None: never)."""

    participation: "Participation"
    cells: Sequence[Cell]
    last_seen: datetime | None
    now: datetime

    @property
    def has_finished(self) -> bool:
        return all(cell.is_complete for cell in self.cells if cell.total)

    @property
    def is_silent(self) -> bool:
        """Nothing for two weeks, or never anything, with lessons left to do."""
        if self.has_finished:
            return False
        return self.last_seen is None or self.now - self.last_seen > SILENT_AFTER

    @property
    def days_silent(self) -> int | None:
        return (self.now - self.last_seen).days if self.last_seen else None


@dataclass(frozen=True, slots=True)
class GroupGrid:
    modules: Sequence["ProgrammeModule"]
    rows: Sequence[LearnerRow]


def grid_of(group: "Group", *, now: datetime | None = None) -> GroupGrid:
    """Learners by modules, the silent ones first, the longest silent at the top. Five queries for any group."""
    moment = now or timezone.now()
    learners = list(learners_of(group))
    modules = list(modules_of_versions([group.programme_version_id]))
    module_ids = [placed.module_id for placed in modules]
    totals = _lessons_by_module(module_ids)
    people = [learner.person_id for learner in learners]
    done, last_lesson = _lessons_done(people, module_ids)
    last_attempt = _last_attempts(people, group.institution_id)
    rows = [
        LearnerRow(
            participation=learner,
            cells=[Cell(done[learner.person_id].get(pk, 0), totals.get(pk, 0)) for pk in module_ids],
            last_seen=_later(last_lesson.get(learner.person_id), last_attempt.get(learner.person_id)),
            now=moment,
        )
        for learner in learners
    ]
    return GroupGrid(modules, sorted(rows, key=_silent_first))


def _silent_first(row: LearnerRow) -> tuple[bool, float, str]:
    seen = row.last_seen.timestamp() if row.last_seen else 0.0
    return (not row.is_silent, seen if row.is_silent else 0.0, row.participation.person.name)


def _later(first: datetime | None, second: datetime | None) -> datetime | None:
    return max((moment for moment in (first, second) if moment), default=None)


def _lessons_by_module(module_ids: list[int]) -> Mapping[int, int]:
    counted = Lesson.objects.filter(module_id__in=module_ids, retired_at__isnull=True).values("module_id")
    return dict(counted.annotate(lessons=Count("key")).values_list("module_id", "lessons"))


def _lessons_done(
    person_ids: list[int], module_ids: list[int]
) -> tuple[Mapping[int, Mapping[int, int]], Mapping[int, datetime]]:
    """Completed current lessons by person and module, and each person's last moment of completing one."""
    done: dict[int, dict[int, int]] = defaultdict(dict)
    last: dict[int, datetime] = {}
    progress = LessonProgress.objects.filter(
        person_id__in=person_ids, lesson__module_id__in=module_ids, lesson__retired_at__isnull=True
    )
    counted = progress.values("person_id", "lesson__module_id").annotate(
        lessons=Count("pk"), latest=Max("completed_at")
    )
    for person_id, module_id, lessons, latest in counted.values_list(
        "person_id", "lesson__module_id", "lessons", "latest"
    ):
        done[person_id][module_id] = lessons
        last[person_id] = max(latest, last.get(person_id, latest))
    return done, last


def _last_attempts(person_ids: list[int], institution_id: int) -> Mapping[int, datetime]:
    attempts = Attempt.objects.filter(
        person_id__in=person_ids, institution_id=institution_id, submitted_at__isnull=False
    )
    latest = attempts.order_by().values("person_id").annotate(latest=Max("submitted_at"))
    return dict(latest.values_list("person_id", "latest"))
