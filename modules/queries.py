"""Reading lessons, and how far somebody has come in them. Counts are integers, never percentages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Length, Substr
from django.utils.translation import get_language

from curriculum.api import Memory, Visitor

from .languages import page_for_reader, pages_for_reader
from .models import Lesson, LessonPage, LessonProgress, ModulePage
from .recordings.queries import with_recording

Completed = Mapping[UUID, datetime]
"""When one person completed which lessons, by key."""

_lessons: Memory[tuple[Lesson, ...]] = Memory("modules.lessons")
_module_of_lesson: Memory[int | None] = Memory("modules.module_of_lesson")
_lesson_page: Memory[LessonPage | None] = Memory("modules.lesson_page")
_module_page: Memory[ModulePage | None] = Memory("modules.module_page")
_pages_of_module: Memory[dict[UUID, LessonPage]] = Memory("modules.pages_of_module")


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """The current lessons of one module in order, and which of them somebody has completed."""

    lessons: Sequence[Lesson]
    completed: Completed = field(default_factory=dict)

    @property
    def total(self) -> int:
        return len(self.lessons)

    @property
    def done(self) -> int:
        return sum(1 for lesson in self.lessons if self.has_completed(lesson))

    @property
    def is_complete(self) -> bool:
        return bool(self.lessons) and self.done == self.total

    @property
    def next_lesson(self) -> Lesson | None:
        """Where to go on: the first lesson not completed after the last completed one, else the first gap."""
        last = max((n for n, each in enumerate(self.lessons) if self.has_completed(each)), default=-1)
        in_turn = [*self.lessons[last + 1 :], *self.lessons[: last + 1]]
        return next((lesson for lesson in in_turn if not self.has_completed(lesson)), None)

    def has_completed(self, lesson: Lesson) -> bool:
        return lesson.key in self.completed

    def lesson(self, key: UUID) -> Lesson:
        return next(lesson for lesson in self.lessons if lesson.key == key)

    def before(self, key: UUID) -> Lesson | None:
        """The lesson that stands before this one, done or not; None before the first."""
        place = self.position(key) - 2
        return self.lessons[place] if place >= 0 else None

    def after(self, key: UUID) -> Lesson | None:
        """The lesson that stands after this one, done or not; None after the last."""
        return next(iter(self.lessons[self.position(key) :]), None)

    def position(self, key: UUID) -> int:
        """Which lesson of the module this is, counted from 1."""
        return next(n for n, lesson in enumerate(self.lessons, start=1) if lesson.key == key)


def completed_by_user(user: Visitor) -> QuerySet[LessonProgress]:
    """What the person behind this account has completed."""
    return LessonProgress.objects.filter(person__user=user.pk)


def moments(completed: QuerySet[LessonProgress]) -> Completed:
    """When which lessons were completed; one query."""
    return dict(completed.order_by().values_list("lesson_id", "completed_at"))


def progress_around(lesson_key: UUID, *, user: Visitor) -> ModuleProgress | None:
    """The module of a lesson with this user's progress; None where no such lesson is current. One query."""
    module_id = _module_of_lesson.recall(str(lesson_key), lambda: _module_id_of(lesson_key))
    return progress_in_module(module_id, user=user) if module_id else None


def progress_in_module(module_id: int, *, user: Visitor) -> ModuleProgress:
    """This user's progress in a module; one query."""
    return ModuleProgress(
        lessons_of(module_id), moments(completed_by_user(user).filter(lesson__module=module_id))
    )


def _module_id_of(lesson_key: UUID) -> int | None:
    current = Lesson.objects.filter(key=lesson_key, retired_at__isnull=True)
    return current.values_list("module_id", flat=True).first()


def lessons_of(module_id: int) -> tuple[Lesson, ...]:
    """The current lessons of a module in order; no query while they are remembered."""
    lessons = Lesson.objects.current().filter(module=module_id).select_related("module", "institution")
    return _lessons.recall(str(module_id), lambda: tuple(lessons))


def lesson_page(key: UUID) -> LessonPage | None:
    """A lesson's page in the reader's language or the closest one; no query while it is remembered."""
    return _lesson_page.recall(f"{key}.{get_language()}", lambda: page_for_reader(lesson_pages(), key))


def module_page(key: UUID) -> ModulePage | None:
    """A module's page in the reader's language or the closest one; no query while it is remembered."""
    pages = ModulePage.objects.select_related("module__institution")
    return _module_page.recall(f"{key}.{get_language()}", lambda: page_for_reader(pages, key))


def pages_of(progress: ModuleProgress) -> dict[UUID, LessonPage]:
    """The pages of a module's lessons, each in the closest language; no query while they are remembered."""
    if not progress.lessons:
        return {}
    keys = [lesson.key for lesson in progress.lessons]
    return _pages_of_module.recall(
        f"{progress.lessons[0].module_id}.{get_language()}", lambda: pages_for_reader(lesson_pages(), keys)
    )


def lesson_pages() -> QuerySet[LessonPage]:
    """Lesson pages without their bodies, which are rendered from a cache; `module_page_key` leads up.

    They know their recorded voice (`recordings.recorded_voice`).
    """
    above = ModulePage.objects.filter(
        path=Substr(OuterRef("path"), 1, Length(OuterRef("path")) - LessonPage.steplen)
    )
    pages = LessonPage.objects.defer("body", "sources", "outcomes").annotate(
        module_page_key=Subquery(above.values("translation_key")[:1])
    )
    return with_recording(pages)
