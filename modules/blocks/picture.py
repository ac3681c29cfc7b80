"""Pictures. Nobody is left out: each one is told in words."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from .groups import SHOW


class PictureBlock(blocks.StructBlock):
    """A picture, the words for those who do not see it, and a caption if it helps everybody."""

    image = ImageChooserBlock(label=_("Picture"))
    alt = blocks.CharBlock(
        label=_("In words"),
        max_length=300,
        help_text=_(
            "What the picture shows, for those who do not see it. Write what matters for the lesson."
        ),
    )
    caption = blocks.CharBlock(
        label=_("Caption"),
        max_length=200,
        required=False,
        help_text=_("Everybody reads it. It may be empty."),
    )

    class Meta:
        group = SHOW
        description = _("A drawing or photo, told in words too")
        icon = "image"
        label = _("Picture")
        template = "modules/blocks/picture.html"
