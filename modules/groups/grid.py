"""The grid of a group: learners by lessons, grouped by module. Seven queries for any group."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.utils import timezone

from assessments.models import Attempt
from curriculum.api import learners_of, modules_of_versions
from curriculum.enums import Outcome
from modules.languages import by_closeness
from modules.models import Lesson, LessonActivity, LessonPage, LessonProgress

from .standing import LearnerRow, Standing, Tries

if TYPE_CHECKING:
    from curriculum.models import Group, Participation, ProgrammeModule

SHOWN_FIRST = [Standing.SILENT, Standing.STUCK, Standing.GOING_ON, Standing.FINISHED]


@dataclass(frozen=True, slots=True)
class LessonColumn:
    key: UUID
    number: int
    title: str


@dataclass(frozen=True)
class ModuleColumns:
    """A module of the programme with its current lessons, which may be none yet."""

    placed: "ProgrammeModule"
    lessons: Sequence[LessonColumn]

    @property
    def title(self) -> str:
        return self.placed.module.title

    @property
    def width(self) -> int:
        """How many columns it takes: a module without lessons still has one, to say so."""
        return max(len(self.lessons), 1)

    def done_by(self, row: LearnerRow) -> int:
        return sum(1 for lesson in self.lessons if lesson.key in row.completed)

    def is_completed_by(self, row: LearnerRow) -> bool:
        return bool(self.lessons) and self.done_by(row) == len(self.lessons)


@dataclass(frozen=True)
class GroupGrid:
    """The silent ones first, the longest silent at the top; then those who are stuck; then the others by name."""

    modules: Sequence[ModuleColumns]
    rows: Sequence[LearnerRow]

    @cached_property
    def lessons(self) -> list[LessonColumn]:
        return [lesson for module in self.modules for lesson in module.lessons]

    @cached_property
    def titles(self) -> dict[UUID, str]:
        return {lesson.key: lesson.title for lesson in self.lessons}

    @cached_property
    def stuck(self) -> list[LearnerRow]:
        return [row for row in self.rows if row.standing is Standing.STUCK]


def grid_of(group: "Group", *, now: datetime | None = None) -> GroupGrid:
    moment = now or timezone.now()
    learners = list(learners_of(group).select_related("person__user"))
    modules = _modules(group)
    keys = [lesson.key for module in modules for lesson in module.lessons]
    people = [learner.person_id for learner in learners]
    completed = _completed(people, keys)
    tries, handed_in = _tries(people, group.institution_id, keys)
    rows = [
        LearnerRow(
            participation=learner,
            lesson_keys=keys,
            completed=completed.get(learner.person_id, {}),
            tries=tries.get(learner.person_id, {}),
            came=_came(learner, handed_in.get(learner.person_id)),
            now=moment,
        )
        for learner in learners
    ]
    return GroupGrid(modules, sorted(rows, key=_silent_first))


def _silent_first(row: LearnerRow) -> tuple[int, float, str]:
    seen = row.last_seen.timestamp() if row.last_seen else 0.0
    return (
        SHOWN_FIRST.index(row.standing),
        seen if row.standing is Standing.SILENT else 0.0,
        row.person.name,
    )


def _came(learner: "Participation", handed_in: datetime | None) -> datetime | None:
    account = learner.person.user
    signed_in = account.last_login if account else None
    return max((moment for moment in (signed_in, handed_in) if moment), default=None)


def _modules(group: "Group") -> list[ModuleColumns]:
    """Two queries: the modules, and their lessons with titles in the reader's language or the closest one."""
    placed = list(modules_of_versions([group.programme_version_id]))
    pages = by_closeness(LessonPage.objects.filter(translation_key=OuterRef("key")))
    lessons = Lesson.objects.current().filter(module_id__in=[each.module_id for each in placed])
    columns: dict[int, list[LessonColumn]] = defaultdict(list)
    titled = lessons.annotate(shown_title=Subquery(pages.values("title")[:1]))
    for key, module_id, title in titled.values_list("key", "module_id", "shown_title"):
        columns[module_id].append(LessonColumn(key, len(columns[module_id]) + 1, title or ""))
    return [ModuleColumns(each, columns[each.module_id]) for each in placed]


def _completed(people: list[int], keys: list[UUID]) -> Mapping[int, Mapping[UUID, datetime]]:
    """Each person's completed lessons with the moment; one query."""
    completed: dict[int, dict[UUID, datetime]] = defaultdict(dict)
    progress = LessonProgress.objects.filter(person_id__in=people, lesson_id__in=keys)
    for person_id, key, moment in progress.values_list("person_id", "lesson_id", "completed_at"):
        completed[person_id][key] = moment
    return completed


def _tries(
    people: list[int], institution_id: int, keys: list[UUID]
) -> tuple[Mapping[int, Mapping[UUID, Tries]], Mapping[int, datetime]]:
    """Each person's tries by lesson, and when she last handed anything in; two queries."""
    places = LessonActivity.objects.filter(lesson_id__in=keys, required=True).select_related("assessment")
    lesson_of = {place.assessment_id: (place.lesson_id, place.assessment.title) for place in places}
    attempts = Attempt.objects.filter(
        person_id__in=people, institution_id=institution_id, submitted_at__isnull=False
    )
    counted = (
        attempts.order_by()
        .values("person_id", "assessment_id")
        .annotate(
            tries=Count("pk"),
            shown=Count("pk", filter=Q(outcome=Outcome.COMPETENT.value)),
            latest=Max("submitted_at"),
        )
    )
    tries: dict[int, dict[UUID, Tries]] = defaultdict(dict)
    last: dict[int, datetime] = {}
    for row in counted:
        person_id, latest = row["person_id"], row["latest"]
        last[person_id] = max(latest, last.get(person_id, latest))
        if row["assessment_id"] in lesson_of:
            key, title = lesson_of[row["assessment_id"]]
            tries[person_id][key] = Tries(key, title, row["tries"], bool(row["shown"]))
    return tries, last
