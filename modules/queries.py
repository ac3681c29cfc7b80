"""Reading lessons, and how far somebody has come in them. Counts are integers, never percentages."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Length, Substr

from curriculum.api import Visitor

from .models import Lesson, LessonPage, LessonProgress, ModulePage
from .recordings.queries import with_recording


@dataclass(frozen=True, slots=True)
class ModuleProgress:
    """The current lessons of one module in order, and which of them somebody has completed."""

    lessons: Sequence[Lesson]

    @property
    def total(self) -> int:
        return len(self.lessons)

    @property
    def done(self) -> int:
        return sum(1 for lesson in self.lessons if lesson.completed_at)

    @property
    def is_complete(self) -> bool:
        return bool(self.lessons) and self.done == self.total

    @property
    def next_lesson(self) -> Lesson | None:
        """Where to go on: the first lesson not completed after the last completed one, else the first gap."""
        last = max((n for n, each in enumerate(self.lessons) if each.completed_at), default=-1)
        in_turn = [*self.lessons[last + 1 :], *self.lessons[: last + 1]]
        return next((lesson for lesson in in_turn if not lesson.completed_at), None)

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


def completed_by_person(person_id: int) -> QuerySet[LessonProgress]:
    """What this person has completed, with or without an account."""
    return LessonProgress.objects.filter(person_id=person_id)


def with_progress(lessons: QuerySet[Lesson], completed: QuerySet[LessonProgress]) -> list[Lesson]:
    """Lessons with `completed_at`, None where it is not among the completed ones of one person; one query."""
    moment = completed.filter(lesson=OuterRef("key")).values("completed_at")[:1]
    found: list[Lesson] = []
    for lesson in lessons.annotate(moment=Subquery(moment)):
        lesson.completed_at = lesson.moment
        found.append(lesson)
    return found


def progress_around(lesson_key: UUID, *, user: Visitor) -> ModuleProgress | None:
    """The module of a lesson with this user's progress; None where no such lesson is current. One query."""
    module = Lesson.objects.filter(key=lesson_key, retired_at__isnull=True).values("module_id")
    lessons = Lesson.objects.current().filter(module_id__in=module)
    found = with_progress(lessons.select_related("module", "institution"), completed_by_user(user))
    return ModuleProgress(found) if found else None


def progress_in_module(module_id: int, *, user: Visitor) -> ModuleProgress:
    """This user's progress in a module; one query."""
    lessons = Lesson.objects.current().filter(module_id=module_id)
    return ModuleProgress(with_progress(lessons, completed_by_user(user)))


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
