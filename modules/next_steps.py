"""The one next thing for a learner to do: on her path, after a lesson, after a quiz."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from assessments import api as assessments
from curriculum.api import Visitor, modules_of_versions

from .languages import by_closeness, page_for_reader, unless_own
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
    page = page_for_reader(lesson_pages(), lesson.key) if lesson else None
    if lesson and page:
        return page_step(lesson, page)
    return NextStep(
        _("See the whole module"), reverse("modules:module", args=[module_page_key]), StepKind.MODULE
    )


@dataclass(frozen=True, slots=True)
class ModuleOnPath:
    """A module of a pinned version with the learner's progress in it.

    `page_key` leads to its page (None: not published yet); `titles` are those of its lessons, with their language.
    """

    placed: "ProgrammeModule"
    page_key: UUID | None
    progress: ModuleProgress
    titles: Mapping[UUID, tuple[str, str]]

    @property
    def step(self) -> NextStep | None:
        lesson = self.progress.next_lesson
        return lesson_step(lesson, *self.titles[lesson.key]) if lesson else None


def modules_on_path(participations: Sequence["Participation"], *, user: Visitor) -> list[ModuleOnPath]:
    """Every module of the pinned versions, in order; two queries, however many modules and lessons."""
    pages = ModulePage.objects.live().filter(module_id=OuterRef("module_id"))
    placed = modules_of_versions({each.programme_version_id for each in participations})
    rows = list(placed.annotate(page_key=Subquery(pages.values("translation_key")[:1])))
    lessons: dict[int, list[Lesson]] = {row.module_id: [] for row in rows}
    titles: dict[UUID, tuple[str, str]] = {}
    for lesson, title, language in _lessons_of(lessons, user):
        lessons[lesson.module_id].append(lesson)
        titles[lesson.key] = title, language
    return [ModuleOnPath(row, row.page_key, ModuleProgress(lessons[row.module_id]), titles) for row in rows]


def _lessons_of(module_ids: Iterable[int], user: Visitor) -> Iterator[tuple[Lesson, str, str]]:
    """The lessons of these modules with progress, each with its title in the closest language, and which it is."""
    pages = by_closeness(LessonPage.objects.filter(translation_key=OuterRef("key")))
    lessons = Lesson.objects.current().filter(module_id__in=list(module_ids))
    titled = lessons.annotate(
        shown_title=Subquery(pages.values("title")[:1]),
        shown_language=Subquery(pages.values("locale__language_code")[:1]),
    )
    for lesson in with_progress(titled, completed_by_user(user)):
        yield lesson, vars(lesson)["shown_title"], vars(lesson)["shown_language"]


def module_to_go_on(modules: Iterable[ModuleOnPath]) -> ModuleOnPath | None:
    """The one that was begun, else the first with a lesson left; None where no lesson is left. No query."""
    begun_first = sorted(modules, key=lambda each: not each.progress.done)
    return next((each for each in begun_first if each.step), None)


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
