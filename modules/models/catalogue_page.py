"""The page that leads to programmes: of one institution, or of a whole site."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from modules.being_found import found_at
from modules.languages import language_context

from .guide_page import GuidePage
from .programme_page import ProgrammePage


class CataloguePageMixin(Page):
    """What is offered here. With an institution it is the root of that institution's pages."""

    institution = models.ForeignKey(
        "curriculum.Institution",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("institution"),
        help_text=_("Empty for the front page of a site with several institutions."),
    )
    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("Two or three plain sentences for somebody who comes by.")
    )

    template = "modules/catalogue_page.html"
    content_panels = [*Page.content_panels, FieldPanel("institution"), FieldPanel("introduction")]
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        programmes = ProgrammePage.objects.live().public().descendant_of(self).order_by("path")
        return {
            **super().get_context(request, *args, **kwargs),
            "programmes": programmes,
            "guides": GuidePage.objects.live().child_of(self).order_by("path"),
            "found": found_at(self),
            **language_context(self),
        }


class CataloguePage(CataloguePageMixin):
    parent_page_types = ["wagtailcore.Page", "modules.CataloguePage"]
    subpage_types = ["modules.CataloguePage", "modules.ProgrammePage", "modules.GuidePage"]

    class Meta:
        verbose_name = _("catalogue page")
        verbose_name_plural = _("catalogue pages")
