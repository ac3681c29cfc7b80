"""A question to think about. It has no place for an answer: nothing is stored."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import DO


class ReflectionBlock(blocks.StructBlock):
    question = blocks.TextBlock(
        label=_("Question"), rows=2, help_text=_("For herself: nobody reads or keeps the answer.")
    )

    class Meta:
        group = DO
        description = _("A question for herself; nobody reads the answer")
        icon = "help"
        label = _("To think about")
        template = "modules/blocks/reflection.html"
