from .catalogue_page import CataloguePage, CataloguePageMixin
from .guide_page import GuidePage, GuidePageMixin
from .lesson import Lesson, LessonActivity, LessonProgress
from .lesson_page import LessonPage, LessonPageMixin
from .module_page import ModulePage, ModulePageMixin
from .programme_page import ProgrammePage, ProgrammePageMixin
from .recording import LessonRecording

__all__ = [
    "CataloguePage",
    "CataloguePageMixin",
    "GuidePage",
    "GuidePageMixin",
    "Lesson",
    "LessonActivity",
    "LessonPage",
    "LessonPageMixin",
    "LessonProgress",
    "LessonRecording",
    "ModulePage",
    "ModulePageMixin",
    "ProgrammePage",
    "ProgrammePageMixin",
]
