"""The one next thing for a learner to do: on her path, after a lesson, after a quiz."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessments import api as assessments
from curriculum.api import Memory, Visitor, modules_of_versions

from .languages import by_closeness, unless_own
from .models import Lesson, LessonPage, LessonProgress, ModulePage
from .queries import ModuleProgress, completed_by_user, lesson_page, moments

if TYPE_CHECKING:
    from curriculum.api import Progress
    from curriculum.models import Person, ProgrammeModule


class StepKind(StrEnum):
    LESSON = "lesson"
    MODULE = "module"
    PATH = "path"


@dataclass(frozen=True, slots=True)
class NextStep:
    """Words and address of what to do; `minutes` where they are known.

    `lang` is the language of the title where it is not the reader's own.
    """

    title: str
    url: str
    kind: StepKind
    minutes: int | None = None
    lang: str = ""


def lesson_step(lesson: Lesson, title: str, language: str) -> NextStep:
    address = reverse("modules:lesson", args=[lesson.key])
    return NextStep(title, address, StepKind.LESSON, lesson.minutes, unless_own(language))


def page_step(lesson: Lesson, page: LessonPage) -> NextStep:
    return lesson_step(lesson, page.title, page.locale.language_code)


def step_in_module(progress: ModuleProgress, pages: Mapping[UUID, LessonPage]) -> NextStep | None:
    """Where to go on in a module; None where nothing is left. No query."""
    lesson = progress.next_lesson
    return page_step(lesson, pages[lesson.key]) if lesson and lesson.key in pages else None


def step_after(progress: ModuleProgress, module_page_key: UUID) -> NextStep:
    """After a lesson: the next one of the module; after its last one the path, which knows what comes next."""
    if progress.is_complete:
        return NextStep(_("Go to my path"), reverse("my_path"), StepKind.PATH)
    lesson = progress.next_lesson
    page = lesson_page(lesson.key) if lesson else None
    if lesson and page:
        return page_step(lesson, page)
    return NextStep(
        _("See the whole module"), reverse("modules:module", args=[module_page_key]), StepKind.MODULE
    )


@dataclass(frozen=True, slots=True)
class ModuleOnPath:
    """A module of a pinned version with the learner's progress in it.

    `page_key` leads to its page (None: not published yet); `titles` are those of its lessons, with their language.
    `on_record`: the ledger has it as completed, whether by these lessons, by recognition or from another school.
    """

    placed: "ProgrammeModule"
    page_key: UUID | None
    progress: ModuleProgress
    titles: Mapping[UUID, tuple[str, str]]
    on_record: bool = False

    @property
    def is_complete(self) -> bool:
        return self.on_record or self.progress.is_complete

    @property
    def step(self) -> NextStep | None:
        lesson = None if self.is_complete else self.progress.next_lesson
        return lesson_step(lesson, *self.titles[lesson.key]) if lesson else None


@dataclass(frozen=True, slots=True)
class OutlinedModule:
    """A module of a version with what everybody finds in it; the titles are in one reader's language."""

    placed: "ProgrammeModule"
    page_key: UUID | None
    lessons: tuple[Lesson, ...]
    titles: Mapping[UUID, tuple[str, str]]


_outline: Memory[tuple[OutlinedModule, ...]] = Memory("modules.outline")


def modules_on_path(ways: Sequence["Progress"], *, user: Visitor) -> list[ModuleOnPath]:
    """Every module of the pinned versions, in order; one query, however many modules and lessons."""
    on_record = {way.participation.programme_version_id: way.modules_completed for way in ways}
    versions = sorted(on_record)
    outline = _outline.recall(f"{versions}.{get_language()}", lambda: _outline_of(versions))
    completed = moments(completed_by_user(user))
    return [
        ModuleOnPath(
            each.placed,
            each.page_key,
            ModuleProgress(each.lessons, completed),
            each.titles,
            on_record=each.placed.module.key in on_record[each.placed.programme_version_id],
        )
        for each in outline
    ]


def _outline_of(version_ids: Sequence[int]) -> tuple[OutlinedModule, ...]:
    """Two queries, however many modules and lessons."""
    pages = ModulePage.objects.live().filter(module_id=OuterRef("module_id"))
    placed = modules_of_versions(version_ids)
    rows = list(placed.annotate(page_key=Subquery(pages.values("translation_key")[:1])))
    lessons: dict[int, list[Lesson]] = {row.module_id: [] for row in rows}
    titles: dict[UUID, tuple[str, str]] = {}
    for lesson in _titled_lessons(lessons):
        lessons[lesson.module_id].append(lesson)
        titles[lesson.key] = lesson.shown_title, lesson.shown_language
    return tuple(OutlinedModule(row, row.page_key, tuple(lessons[row.module_id]), titles) for row in rows)


def _titled_lessons(module_ids: Iterable[int]) -> Iterator[Any]:
    """The lessons of these modules, each with its title in the closest language, and which it is."""
    pages = by_closeness(LessonPage.objects.filter(translation_key=OuterRef("key")))
    lessons = Lesson.objects.current().filter(module_id__in=list(module_ids))
    yield from lessons.annotate(
        shown_title=Subquery(pages.values("title")[:1]),
        shown_language=Subquery(pages.values("locale__language_code")[:1]),
    )


def module_to_go_on(modules: Iterable[ModuleOnPath]) -> ModuleOnPath | None:
    """The one that was begun, else the first with a lesson left; None where no lesson is left. No query."""
    begun_first = sorted(modules, key=lambda each: not each.progress.done)
    return next((each for each in begun_first if each.step), None)


def after_assessment(person: "Person", assessment: "assessments.Assessment") -> "assessments.NextStep | None":
    """What the result page of an assessment offers: on, if its lesson is completed; else the lesson. One query."""
    lesson = (
        Lesson.objects.current()
        .filter(activities__assessment=assessment)
        .annotate(is_completed=Exists(LessonProgress.objects.filter(person=person, lesson=OuterRef("key"))))
        .first()
    )
    if lesson is None:
        return None
    if not lesson.is_completed:
        address = reverse("modules:lesson", args=[lesson.key])
        return assessments.NextStep(address, _("Read the lesson again"))
    return assessments.NextStep(reverse("modules:lesson_done", args=[lesson.key]), _("Go on"))
