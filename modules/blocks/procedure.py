"""Something to be done in an order."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from .groups import SHOW


class StepBlock(blocks.StructBlock):
    """One step, with a picture where words are not enough."""

    text = blocks.TextBlock(label=_("What to do"), rows=2)
    image = ImageChooserBlock(label=_("Picture"), required=False)
    alt = blocks.CharBlock(
        label=_("The picture in words"),
        max_length=300,
        required=False,
        help_text=_("Needed as soon as there is a picture."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["image"] and not cleaned["alt"]:
            message = _("Say in words what the picture shows, for those who do not see it.")
            raise StructBlockValidationError({"alt": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "order"
        label = _("Step")


class ProcedureBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    steps = blocks.ListBlock(StepBlock(), label=_("Steps"), min_num=2, max_num=12)

    class Meta:
        group = SHOW
        description = _("Steps to follow one after the other, with pictures")
        icon = "list-ol"
        label = _("Steps in order")
        template = "modules/blocks/procedure.html"
