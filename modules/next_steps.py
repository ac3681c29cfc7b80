"""The one next thing for a learner to do: on her path, after a lesson, after a quiz."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from assessments import api as assessments
from curriculum.api import Visitor, modules_of_versions

from .languages import by_closeness, page_for_reader
from .models import Lesson, LessonPage, ModulePage
from .queries import (
    ModuleProgress,
    completed_by_person,
    completed_by_user,
    lesson_pages,
    with_progress,
)

if TYPE_CHECKING:
    from curriculum.models import Participation, Person, ProgrammeModule


class StepKind(StrEnum):
    LESSON = "lesson"
    MODULE = "module"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class NextStep:
    """Words and address of what to do, in the reader's language; `minutes` where they are known."""

    title: str
    url: str
    kind: StepKind
    minutes: int | None = None


def lesson_step(lesson: Lesson, page: LessonPage) -> NextStep:
    return NextStep(page.title, reverse("modules:lesson", args=[lesson.key]), StepKind.LESSON, lesson.minutes)


def step_in_module(progress: ModuleProgress, pages: Mapping[UUID, LessonPage]) -> NextStep | None:
    """Where to go on in a module; None where nothing is left. No query."""
    lesson = progress.next_lesson
    return lesson_step(lesson, pages[lesson.key]) if lesson and lesson.key in pages else None


def step_after(progress: ModuleProgress, module_page_key: UUID) -> NextStep:
    """After a lesson: the next one of the module, or back to the module, from where the path goes on."""
    lesson = progress.next_lesson
    page = page_for_reader(lesson_pages(), lesson.key) if lesson else None
    if lesson and page:
        return lesson_step(lesson, page)
    return NextStep(
        _("See the whole module"), reverse("modules:module", args=[module_page_key]), StepKind.MODULE
    )


@dataclass(frozen=True, slots=True)
class ModuleOnPath:
    """A module of a pinned version with the learner's progress in it.

    `page_key` leads to its page (None: not published yet); `titles` are those of its lessons.
    """

    placed: "ProgrammeModule"
    page_key: UUID | None
    progress: ModuleProgress
    titles: Mapping[UUID, str]

    @property
    def step(self) -> NextStep | None:
        lesson = self.progress.next_lesson
        if lesson is None:
            return None
        address = reverse("modules:lesson", args=[lesson.key])
        return NextStep(self.titles[lesson.key], address, StepKind.LESSON, lesson.minutes)


def modules_on_path(participations: Sequence["Participation"], *, user: Visitor) -> list[ModuleOnPath]:
    """Every module of the pinned versions, in order; two queries, however many modules and lessons."""
    pages = ModulePage.objects.live().filter(module_id=OuterRef("module_id"))
    placed = modules_of_versions({each.programme_version_id for each in participations})
    rows = list(placed.annotate(page_key=Subquery(pages.values("translation_key")[:1])))
    lessons: dict[int, list[Lesson]] = {row.module_id: [] for row in rows}
    titles: dict[UUID, str] = {}
    for lesson, title in _lessons_of(lessons, user):
        lessons[lesson.module_id].append(lesson)
        titles[lesson.key] = title
    return [ModuleOnPath(row, row.page_key, ModuleProgress(lessons[row.module_id]), titles) for row in rows]


def _lessons_of(module_ids: Iterable[int], user: Visitor) -> Iterable[tuple[Lesson, str]]:
    """The lessons of these modules with progress, each with its title in the closest language."""
    pages = by_closeness(LessonPage.objects.filter(translation_key=OuterRef("key")))
    lessons = Lesson.objects.current().filter(module_id__in=list(module_ids))
    titled = lessons.annotate(shown_title=Subquery(pages.values("title")[:1]))
    for lesson in with_progress(titled, completed_by_user(user)):
        yield lesson, vars(lesson)["shown_title"]


def next_step(participations: Sequence["Participation"], *, user: Visitor) -> NextStep | None:
    """The first thing left on a learner's path; None where no lesson is left. Two queries."""
    return first_step(modules_on_path(participations, user=user))


def first_step(modules: Iterable[ModuleOnPath]) -> NextStep | None:
    """The next lesson of the module that was begun, else of the first one not completed. No query."""
    begun_first = sorted(modules, key=lambda each: not each.progress.done)
    return next((step for each in begun_first if (step := each.step)), None)


def after_assessment(person: "Person", assessment: "assessments.Assessment") -> "assessments.NextStep | None":
    """What the result page of an assessment offers: on, if its lesson is completed; else the lesson. One query."""
    with_it = Lesson.objects.current().filter(activities__assessment=assessment)
    lesson = next(iter(with_progress(with_it[:1], completed_by_person(person.pk))), None)
    if lesson is None:
        return None
    if not lesson.completed_at:
        address = reverse("modules:lesson", args=[lesson.key])
        return assessments.NextStep(address, _("Read the lesson again"))
    return assessments.NextStep(reverse("modules:lesson_done", args=[lesson.key]), _("Go on"))
