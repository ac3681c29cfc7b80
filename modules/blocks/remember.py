"""What stays when the rest is forgotten."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import TAKE_CARE

THINGS_TO_REMEMBER = 3


class RememberBlock(blocks.StructBlock):
    items = blocks.ListBlock(
        blocks.CharBlock(label=_("Sentence"), max_length=200),
        label=_("Three things"),
        min_num=THINGS_TO_REMEMBER,
        max_num=THINGS_TO_REMEMBER,
    )

    class Meta:
        group = TAKE_CARE
        description = _("Three sentences, at the end")
        icon = "thumbtack"
        label = _("To remember")
        template = "modules/blocks/remember.html"
