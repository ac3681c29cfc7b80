"""Things to check; the ticks stay on the reader's screen."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import DO


class ChecklistBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    items = blocks.ListBlock(
        blocks.CharBlock(label=_("Point"), max_length=250), label=_("Points"), min_num=2, max_num=12
    )

    class Meta:
        group = DO
        description = _("Points to tick before or after a task")
        icon = "tasks"
        label = _("Checklist")
        template = "modules/blocks/checklist.html"
