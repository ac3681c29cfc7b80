"""Headings and running text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from modules.tidying import tidy

from .groups import TELL

# What a lesson needs and a phone can show; titles, colours and tables would break the page's plain order.
RICH_TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class HeadingBlock(blocks.CharBlock):
    """The title of a part of the lesson."""

    class Meta:
        group = TELL
        description = _("A short title for what comes next")
        icon = "title"
        label = _("Heading")
        template = "modules/blocks/heading.html"


class TextBlock(blocks.RichTextBlock):
    """A few short paragraphs or a list, tidied before they are kept."""

    def clean(self, value: RichText) -> RichText:
        return super().clean(RichText(tidy(value.source)))

    class Meta:
        group = TELL
        description = _("A few short sentences or a list")
        icon = "pilcrow"
        label = _("Text")
        template = "modules/blocks/text.html"
