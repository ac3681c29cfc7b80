"""What a page “How it works” is made of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .media import VideoBlock
from .outside_video import OutsideVideoBlock
from .procedure import StepBlock


class GuideSteps(blocks.StreamBlock):
    step = StepBlock()

    class Meta:
        min_num = 2
        max_num = 12
        label = _("Steps in order")


class GuideVideo(blocks.StreamBlock):
    video = VideoBlock()
    outside_video = OutsideVideoBlock()
