"""What to do beside what not to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import blocks


def _sentences(label: str | Promise) -> blocks.ListBlock:
    return blocks.ListBlock(
        blocks.CharBlock(label=_("Sentence"), max_length=250), label=label, min_num=1, max_num=8
    )


class DoDontBlock(blocks.StructBlock):
    do = _sentences(_("Do"))
    dont = _sentences(_("Do not"))

    class Meta:
        icon = "check"
        label = _("Do and do not")
        template = "modules/blocks/do_dont.html"
