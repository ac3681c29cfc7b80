"""The section "lessons" of a pack."""

from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from curriculum.api import LoadContext, PackFault, PackFolder
from modules.languages import by_closeness
from modules.models import Lesson, LessonPage

from .checking import lesson_faults
from .folders import content_languages, lesson_folders
from .lessons import LessonLoader
from .manner import lesson_notes
from .minutes import independent_notes, minutes_faults
from .tree import Tree
from .writing import LessonWriter

if TYPE_CHECKING:
    from curriculum.models import ProgrammeVersion


class LessonSection:
    name = "lessons"
    order = 60  # assessments stand in lessons, so they are loaded before

    def check(self, folder: PackFolder) -> Iterable[PackFault]:
        """Every fault of the lessons, without touching the database."""
        return chain(lesson_faults(folder), minutes_faults(folder))

    def notes(self, folder: PackFolder) -> Iterable[PackFault]:
        """What the lessons owe their readers, and independent work without task sheets."""
        return chain(lesson_notes(folder, timezone.localdate()), independent_notes(folder))

    def load(self, folder: PackFolder, context: LoadContext) -> None:
        """Make the pages of the programme, its modules and its lessons, in every language of the pack."""
        languages = content_languages(folder)
        tree = Tree(context.institution, context.programme_version, languages, context.user)
        module_pages = tree.module_pages()
        loader = LessonLoader(context)
        last: dict[str, UUID] = {}
        for lesson in lesson_folders(folder):
            module = lesson.module_key
            last[module] = loader.load(lesson, module_pages[module], after=last.get(module))

    def export(self, programme_version: "ProgrammeVersion", target: Path) -> None:
        """Write the published lessons back as the files they are read from."""
        for module in programme_version.modules.all():
            for number, key in enumerate(_lesson_keys(module.pk), start=1):
                pages = _pages_of(key)
                LessonWriter(pages).write(target / "lessons" / module.key, number)


def _lesson_keys(module_id: int) -> list[UUID]:
    return list(Lesson.objects.current().filter(module_id=module_id).values_list("key", flat=True))


def _pages_of(key: UUID) -> dict[str, LessonPage]:
    """The published pages of a lesson by language, the site's main language first."""
    pages = by_closeness(LessonPage.objects.filter(translation_key=key), settings.LANGUAGE_CODE)
    return {page.locale.language_code: page for page in pages}
