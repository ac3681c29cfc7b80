"""What to do beside what not to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import TAKE_CARE


def _sentences(label: str | Promise) -> blocks.ListBlock:
    return blocks.ListBlock(
        blocks.CharBlock(label=_("Sentence"), max_length=250), label=label, min_num=1, max_num=8
    )


class DoDontBlock(blocks.StructBlock):
    do = _sentences(_("Do"))
    dont = _sentences(_("Do not"))

    class Meta:
        group = TAKE_CARE
        description = _("Good practice beside what to avoid")
        icon = "check"
        label = _("Do and do not")
        template = "modules/blocks/do_dont.html"
