"""What a lesson is made of: one file for each family of blocks."""

from .body import OPTIONAL_ASSESSMENT, REQUIRED_ASSESSMENT, LessonBody
from .guide import GuideSteps, GuideVideo
from .text import RICH_TEXT_FEATURES

__all__ = [
    "OPTIONAL_ASSESSMENT",
    "REQUIRED_ASSESSMENT",
    "RICH_TEXT_FEATURES",
    "GuideSteps",
    "GuideVideo",
    "LessonBody",
]
