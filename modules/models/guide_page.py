"""How something works, for anybody who comes by: steps with drawings, and a video for those who like.

R-VIS-1: each process (starting a course, certification) is explained with captions, a transcript and a light version.
"""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from modules.blocks import GuideSteps, GuideVideo
from modules.languages import language_context
from modules.outside import allow_outside


class GuidePageMixin(Page):
    """The steps are always there, to be read and heard. The video may be missing."""

    summary = models.CharField(
        _("in one sentence"), max_length=250, help_text=_("It stands under the title and in lists.")
    )
    steps = StreamField(
        GuideSteps(),
        verbose_name=_("steps"),
        help_text=_("One thing a step, in the order in which it happens."),
    )
    video = StreamField(
        GuideVideo(),
        verbose_name=_("video"),
        blank=True,
        max_num=1,
        help_text=_("The same in moving pictures. Nobody needs it: the steps say everything."),
    )

    template = "modules/guide_page.html"
    content_panels = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("steps"),
        FieldPanel("video"),
    ]
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context(request, *args, **kwargs), **language_context(self)}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return self._allowing_its_video(super().serve(request, *args, **kwargs))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        return self._allowing_its_video(super().serve_preview(request, mode_name))

    def _allowing_its_video(self, response: HttpResponseBase) -> HttpResponseBase:
        from modules.rendering import outside_videos

        allow_outside(response, outside_videos(self.video))
        return response


class GuidePage(GuidePageMixin):
    parent_page_types = ["modules.CataloguePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page “How it works”")
        verbose_name_plural = _("pages “How it works”")
