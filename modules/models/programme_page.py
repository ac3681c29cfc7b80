"""The public page of a programme: what it is, for whom, what it asks, how long it takes, where it leads."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from modules.being_found import course_data, found_at
from modules.blocks import RICH_TEXT_FEATURES
from modules.languages import language_context

from .rich_text import TidyRichTextField


class ProgrammePageMixin(Page):
    programme = models.ForeignKey(
        "curriculum.Programme", on_delete=models.PROTECT, related_name="+", verbose_name=_("programme")
    )
    summary = models.CharField(
        _("in one sentence"),
        max_length=250,
        blank=True,
        help_text=_("It stands under the title, in lists and in link previews."),
    )
    picture = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown in link previews."),
    )
    more = TidyRichTextField(_("more about it"), features=RICH_TEXT_FEATURES, blank=True)

    template = "modules/programme_page.html"
    content_panels = [
        HelpPanel(
            content=_(
                "Modules, hours, requirements and next steps come from the programme itself, "
                "so that they are the same everywhere."
            )
        ),
        *Page.content_panels,
        FieldPanel("programme"),
        FieldPanel("summary"),
        FieldPanel("picture"),
        FieldPanel("more"),
    ]
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from modules.programme_facts import facts_of

        facts = facts_of(self)
        summary = self.search_description or self.summary
        return {
            **super().get_context(request, *args, **kwargs),
            "facts": facts,
            "found": found_at(self),
            "course": course_data(self, facts.offer, summary) if facts.offer else None,
            **language_context(self),
        }


class ProgrammePage(ProgrammePageMixin):
    parent_page_types = ["modules.CataloguePage"]
    subpage_types = ["modules.ModulePage"]

    class Meta:
        verbose_name = _("programme page")
        verbose_name_plural = _("programme pages")
