"""The page of a module: its lessons stand beneath it, in the order of the page tree."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from modules.blocks import RICH_TEXT_FEATURES

from .learner_address import LearnerAddressMixin
from .rich_text import TidyRichTextField


class ModulePageMixin(LearnerAddressMixin):
    module = models.ForeignKey(
        "curriculum.Module", on_delete=models.PROTECT, related_name="+", verbose_name=_("module")
    )
    introduction = TidyRichTextField(
        _("introduction"),
        features=RICH_TEXT_FEATURES,
        blank=True,
        help_text=_("What the learner will be able to do at the end, in a few sentences."),
    )

    learner_view = "modules:module"
    template = "modules/module_preview.html"
    content_panels = [*Page.content_panels, FieldPanel("module"), FieldPanel("introduction")]
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        abstract = True


class ModulePage(ModulePageMixin):
    parent_page_types = ["modules.ProgrammePage"]
    subpage_types = ["modules.LessonPage"]

    class Meta:
        verbose_name = _("module page")
        verbose_name_plural = _("module pages")
