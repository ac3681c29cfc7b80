"""A word of the trade and what it means."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import TELL


class TermBlock(blocks.StructBlock):
    term = blocks.CharBlock(label=_("Word"), max_length=80)
    definition = blocks.TextBlock(label=_("What it means"), rows=2, help_text=_("One plain sentence."))

    class Meta:
        group = TELL
        description = _("A word of the trade, in plain words")
        icon = "openquote"
        label = _("Word explained")
        template = "modules/blocks/term.html"
