"""A video on a stranger's server. It is opened only by readers who have been told whose it is and what it costs."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from modules.outside import OutsideVideo, outside_video

from .media import CAPTION_TYPES, FileBlock, transcript_block


class OutsideVideoValue(blocks.StructValue):
    @property
    def video(self) -> OutsideVideo | None:
        """What its address leads to; None for one that was never checked."""
        return outside_video(self.get("address") or "")


class OutsideVideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    address = blocks.URLBlock(
        label=_("Address of the video"),
        help_text=_("On YouTube or Vimeo, or of a film that ends in .mp4 or .webm; with https."),
    )
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=1, max_value=240)
    megabytes = blocks.IntegerBlock(
        label=_("Size in MB"),
        required=False,
        min_value=1,
        max_value=4000,
        help_text=_("About how much data it takes, if you know. Learners pay for it."),
    )
    captioned = blocks.BooleanBlock(
        label=_("It has captions in the language of this page"),
        help_text=_("A video without captions is not shown. YouTube and Vimeo let you add them."),
    )
    captions = FileBlock(
        kinds=CAPTION_TYPES,
        required=False,
        label=_("Captions"),
        help_text=_("Needed for a film with an address of its own: a WebVTT file (.vtt)."),
    )
    transcript = transcript_block()

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        video = outside_video(cleaned["address"])
        if video is None:
            message = _(
                "No video that can be shown stands at this address. Copy it again from YouTube or Vimeo."
            )
            raise StructBlockValidationError({"address": ValidationError(message)})
        if video.is_file and not cleaned["captions"]:
            message = _("Add the captions as a WebVTT file (.vtt).")
            raise StructBlockValidationError({"captions": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "globe"
        label = _("Video from elsewhere")
        template = "modules/blocks/outside_video.html"
        value_class = OutsideVideoValue
