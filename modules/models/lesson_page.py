"""The page of a lesson, in one language. What lasts stands in `Lesson`."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField

from modules.advice.panel import AdvicePanel
from modules.blocks import LessonBody
from modules.outside import allow_outside
from modules.recordings.panel import RecordingPanel

from .learner_address import LearnerAddressMixin
from .lesson_form import LessonForm

OUTCOME = blocks.CharBlock(label=_("Outcome"), max_length=200)
SOURCE = blocks.StructBlock(
    [
        ("title", blocks.CharBlock(label=_("Title"), max_length=300)),
        ("publisher", blocks.CharBlock(label=_("Publisher"), max_length=200)),
        ("year", blocks.IntegerBlock(label=_("Year"), required=False, min_value=1800, max_value=2200)),
        ("url", blocks.URLBlock(label=_("Address"), required=False)),
    ],
    label=_("Source"),
    icon="openquote",
)


class LessonPageMixin(LearnerAddressMixin):
    summary = models.CharField(
        _("in one sentence"), max_length=250, help_text=_("It stands under the title and in lists.")
    )
    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        default=8,
        validators=[MinValueValidator(1), MaxValueValidator(240)],
        help_text=_("What it really takes, reading and answering. Five to ten is good."),
    )
    outcomes = StreamField(
        [("outcome", OUTCOME)],
        verbose_name=_("what the learner will be able to do"),
        max_num=4,
        blank=True,
        help_text=_("Two or three sentences: “You will be able to …”."),
    )
    body = StreamField(LessonBody(), verbose_name=_("lesson"), help_text=_("Short blocks, one idea each."))
    sources = StreamField(
        [("source", SOURCE)],
        verbose_name=_("what the content rests on"),
        blank=True,
    )
    reviewed_by = models.CharField(_("reviewed by"), max_length=200, blank=True)
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    next_review_on = models.DateField(_("next review"), null=True, blank=True)
    reviewed_words = models.JSONField(_("words that were reviewed"), default=dict, editable=False)
    source_key = models.SlugField(_("key in the pack"), max_length=80, blank=True, editable=False)
    source_folder = models.CharField(_("folder in the pack"), max_length=100, blank=True, editable=False)

    base_form_class = LessonForm
    learner_view = "modules:lesson"
    template = "modules/lesson_preview.html"
    content_panels = [
        AdvicePanel(heading=_("Looked over")),
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("minutes"),
        FieldPanel("outcomes"),
        FieldPanel("body"),
        RecordingPanel(heading=_("Recorded voice"), classname="collapsed"),
        MultiFieldPanel(
            [
                FieldPanel("sources"),
                FieldPanel("reviewed_by"),
                FieldPanel("reviewed_on"),
                FieldPanel("next_review_on"),
            ],
            heading=_("Sources and review"),
            classname="collapsed",
        ),
    ]
    override_translatable_fields = [
        SynchronizedField("slug"),
        SynchronizedField("sources"),
        SynchronizedField("reviewed_by"),
        SynchronizedField("source_key"),
        SynchronizedField("source_folder"),
    ]

    class Meta:
        abstract = True

    def publish(self, revision: Any, user: Any = None, **kwargs: Any) -> Any:
        """Put a revision before learners. By a person only once another one has reviewed the lesson (R-GEN-1).

        Raises NotReviewed. Packs, which say for themselves what was reviewed, skip the checks of permissions.
        """
        from modules.reviewing import NotReviewed, needs_review, what_is_missing

        by_a_person = user is not None and not kwargs.get("skip_permission_checks")
        if by_a_person and needs_review(draft := revision.as_object()):
            raise NotReviewed(what_is_missing(draft))
        return super().publish(revision, user=user, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """A revision as a page. Which words were reviewed is known when they are published, not when it is kept."""
        page = super().with_content_json(content)
        page.reviewed_words = self.reviewed_words
        return page

    @property
    def has_changed_since_review(self) -> bool:
        from modules.professional_review import has_changed_since_review

        return has_changed_since_review(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """For the preview: readers are served by `modules.views`."""
        from modules.previews import lesson_preview

        return lesson_preview(self, request)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        from modules.rendering import outside_videos

        response = super().serve_preview(request, mode_name)
        allow_outside(response, outside_videos(self.body))
        return response


class LessonPage(LessonPageMixin):
    parent_page_types = ["modules.ModulePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("lesson page")
        verbose_name_plural = _("lesson pages")
