"""The lasting identity of a lesson, what it asks, and who has completed it.

None of these rows hangs on a page: pages are translated, revised, moved and deleted, progress is not.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class LessonQuerySet(models.QuerySet["Lesson"]):
    def current(self) -> "LessonQuerySet":
        """Lessons that have a page to read today, in the order of their module."""
        return self.filter(retired_at__isnull=True).order_by("order", "key")


class Lesson(models.Model):
    """One lesson in all its languages; `key` is the `translation_key` of its pages.

    `retired_at` says since when no page shows it. A retired lesson is not asked of anybody, and what was
    completed stays completed.
    """

    key = models.UUIDField(_("key"), primary_key=True, editable=False)
    institution = models.ForeignKey(
        "curriculum.Institution", on_delete=models.PROTECT, related_name="lessons"
    )
    module = models.ForeignKey("curriculum.Module", on_delete=models.PROTECT, related_name="lessons")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    source_key = models.SlugField(_("key in the pack"), max_length=80, blank=True)
    retired_at = models.DateTimeField(_("retired at"), null=True, blank=True)

    objects = LessonQuerySet.as_manager()

    class Meta:
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "module", "source_key"],
                condition=~models.Q(source_key=""),
                name="lesson_source_key_once",
            )
        ]
        indexes = [models.Index(fields=["module", "order"])]

    def __str__(self) -> str:
        return self.source_key or str(self.key)

    @property
    def is_retired(self) -> bool:
        return self.retired_at is not None


class LessonActivity(models.Model):
    """An assessment that stands in a lesson: an indexed relation, so that nobody searches page bodies."""

    lesson = models.ForeignKey(Lesson, on_delete=models.CASCADE, related_name="activities")
    assessment = models.ForeignKey(
        "assessments.Assessment", on_delete=models.PROTECT, related_name="lesson_activities"
    )
    required = models.BooleanField(_("required"), default=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("activity of a lesson")
        verbose_name_plural = _("activities of lessons")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint(fields=["lesson", "assessment"], name="assessment_once_in_lesson")
        ]

    def __str__(self) -> str:
        return str(self.assessment)


class LessonProgress(models.Model):
    """A person has completed a lesson, in whichever language; it never becomes undone."""

    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="lesson_progress")
    institution = models.ForeignKey("curriculum.Institution", on_delete=models.PROTECT, related_name="+")
    lesson = models.ForeignKey(Lesson, on_delete=models.PROTECT, related_name="progress")
    completed_at = models.DateTimeField(_("completed at"))

    class Meta:
        verbose_name = _("completed lesson")
        verbose_name_plural = _("completed lessons")
        constraints = [models.UniqueConstraint(fields=["person", "lesson"], name="lesson_completed_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.lesson}"
