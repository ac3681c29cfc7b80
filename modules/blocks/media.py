"""Audio and video. Both come with their words, so that nobody needs to hear or to have data to spare."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from .groups import SHOW

AUDIO_TYPES = frozenset({"mp3", "m4a", "ogg", "oga", "wav"})
VIDEO_TYPES = frozenset({"mp4", "webm", "m4v"})
CAPTION_TYPES = frozenset({"vtt"})


class FileBlock(DocumentChooserBlock):
    """A document of some kinds only, told by the ending of its name."""

    def __init__(self, kinds: frozenset[str] = frozenset(), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.kinds = kinds

    def clean(self, value: Any) -> Any:
        document = super().clean(value)
        if document and document.file_extension.lower() not in self.kinds:
            raise ValidationError(
                _("This file cannot be used here. Choose one that ends in: %(kinds)s."),
                params={"kinds": ", ".join(sorted(self.kinds))},
            )
        return document


def transcript_block() -> blocks.TextBlock:
    return blocks.TextBlock(
        label=_("Everything that is said"),
        rows=6,
        help_text=_("Word for word, with the sounds that matter. It stands under the player."),
    )


class AudioBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    file = FileBlock(kinds=AUDIO_TYPES, label=_("Audio file"))
    transcript = transcript_block()

    class Meta:
        group = SHOW
        description = _("A recording with its text")
        icon = "media"
        label = _("Audio")
        template = "modules/blocks/audio.html"


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=150)
    file = FileBlock(kinds=VIDEO_TYPES, label=_("Video file"), help_text=_("MP4 plays on most phones."))
    captions = FileBlock(
        kinds=CAPTION_TYPES,
        label=_("Captions"),
        help_text=_(
            "A WebVTT file (.vtt) with what is said and heard. A video without captions is not shown."
        ),
    )
    transcript = transcript_block()

    class Meta:
        group = SHOW
        description = _("A short video with captions and text")
        icon = "media"
        label = _("Video")
        template = "modules/blocks/video.html"
