"""The school that is measured: the Uruguayan course as it ships, and one almost empty page beside it."""

from dataclasses import dataclass
from functools import cached_property

from wagtail.models import Locale, Page, Site

from assessments.quizzes.models import Quiz
from curriculum.models import Institution, ProgrammeModule, ProgrammeVersion
from curriculum.packs.services import find_pack, load_pack
from modules.models import Lesson, ModulePage

PACK = "uy-dependency-care"
MODULE = "levelling"  # it earns an award of its own


@dataclass(frozen=True)
class School:
    """What the requests ask for."""

    institution: Institution
    version: ProgrammeVersion
    floor: str

    @cached_property
    def placed_modules(self) -> list[ProgrammeModule]:
        """The modules of the course in their order."""
        return list(self.version.programme_modules.select_related("module"))

    @cached_property
    def lessons(self) -> list[Lesson]:
        """All lessons in the order in which they are studied."""
        return [
            lesson
            for placed in self.placed_modules
            for lesson in Lesson.objects.current().filter(module=placed.module)
        ]

    @cached_property
    def quizzes(self) -> list[Quiz]:
        """The quiz of each lesson, in the same order."""
        return [Quiz.objects.get(lesson_activities__lesson=lesson) for lesson in self.lessons]

    @cached_property
    def module_page(self) -> ModulePage:
        return ModulePage.objects.get(module__key=MODULE, locale__language_code="es")

    @cached_property
    def module_lessons(self) -> list[Lesson]:
        return [lesson for lesson in self.lessons if lesson.module_id == self.module_page.module_id]


def make_school() -> School:
    institution = Institution.objects.create(
        key="bench", name="Escuela", country="UY", time_zone="America/Montevideo", emergency_number="911"
    )
    version, _ = load_pack(folder=find_pack(PACK), institution=institution)
    root = Site.objects.get(is_default_site=True).root_page
    floor = root.add_child(
        instance=Page(title="Casi nada", slug="floor", locale=Locale.objects.get(language_code="es"))
    )
    return School(institution, version, floor.get_url())
