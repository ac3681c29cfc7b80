from .catalogue_page import CataloguePage, CataloguePageMixin
from .lesson import Lesson, LessonActivity, LessonProgress
from .lesson_page import LessonPage, LessonPageMixin
from .module_page import ModulePage, ModulePageMixin
from .programme_page import ProgrammePage, ProgrammePageMixin

__all__ = [
    "CataloguePage",
    "CataloguePageMixin",
    "Lesson",
    "LessonActivity",
    "LessonPage",
    "LessonPageMixin",
    "LessonProgress",
    "ModulePage",
    "ModulePageMixin",
    "ProgrammePage",
    "ProgrammePageMixin",
]
