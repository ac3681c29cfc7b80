"""The body of a lesson: the blocks that a trainer can choose from, in the order of the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from assessments.api import AssessmentBlock

from .checklist import ChecklistBlock
from .document import DocumentBlock
from .media import AudioBlock, VideoBlock
from .outside_video import OutsideVideoBlock
from .pair import DoDontBlock
from .picture import PictureBlock
from .procedure import ProcedureBlock
from .reflection import ReflectionBlock
from .remember import RememberBlock
from .task_sheet import TaskSheetBlock
from .term import TermBlock
from .text import RICH_TEXT_FEATURES, HeadingBlock, TextBlock
from .warning import WarningBlock


class LessonBody(blocks.StreamBlock):
    heading = HeadingBlock()
    text = TextBlock(features=RICH_TEXT_FEATURES)
    picture = PictureBlock()
    procedure = ProcedureBlock()
    do_dont = DoDontBlock()
    warning = WarningBlock()
    term = TermBlock()
    checklist = ChecklistBlock()
    reflection = ReflectionBlock()
    remember = RememberBlock()
    task_sheet = TaskSheetBlock()
    audio = AudioBlock()
    video = VideoBlock()
    outside_video = OutsideVideoBlock()
    document = DocumentBlock()
    assessment = AssessmentBlock(
        label=_("Assessment"), help_text=_("The lesson is completed when the learner has shown this.")
    )
    practice = AssessmentBlock(
        label=_("Optional practice"),
        help_text=_("To try things out; the lesson can be completed without it."),
    )


REQUIRED_ASSESSMENT, OPTIONAL_ASSESSMENT = "assessment", "practice"
