"""Work on one's own or in class, on a sheet of paper: it fills the hours of a module that no screen fills."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

MOST_LINES = 12


class TaskSheetBlock(blocks.StructBlock):
    """What to do, what to write down and what to bring. Nothing of it is stored."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    minutes = blocks.IntegerBlock(
        label=_("Minutes"),
        min_value=5,
        max_value=600,
        help_text=_("What it really takes. It counts as independent work, not as time online."),
    )
    purpose = blocks.CharBlock(label=_("What it is for"), max_length=200)
    steps = blocks.ListBlock(
        blocks.CharBlock(label=_("What to do"), max_length=300), label=_("Steps"), min_num=2, max_num=8
    )
    lines = blocks.IntegerBlock(
        label=_("Lines to write on"),
        min_value=0,
        max_value=MOST_LINES,
        default=6,
        help_text=_("On paper only."),
    )
    bring = blocks.CharBlock(
        label=_("What to bring to class"),
        max_length=250,
        help_text=_("Never the name of a person cared for, nor anything that shows who it is."),
    )

    class Meta:
        icon = "form"
        label = _("Task sheet")
        template = "modules/blocks/task_sheet.html"
