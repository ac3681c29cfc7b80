"""Who has looked at what, point by point. Rows are only ever added; a later review stands beside an earlier one."""

from collections.abc import Mapping

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.standards.models import Institution


class SubjectKind(models.TextChoices):
    """What can be reviewed."""

    STANDARD = "standard", _("standard")
    PROGRAMME = "programme", _("programme")
    LESSON = "lesson", _("lesson")
    ASSESSMENT = "assessment", _("assessment")


class Point(models.TextChoices):
    """What is looked at (Factor 5 of the ILO guide, l. 997)."""

    GENDER = "gender", _("Gender: care is shown as nobody's gender, and nobody is belittled")
    RIGHTS = "rights", _("Human rights: dignity, privacy and equal treatment")
    AUTONOMY = "autonomy", _("Autonomy: the person cared for decides")
    SAFETY = "safety", _("Health and safety: of the person cared for and of who cares; limits are said")
    WORK = "work", _("Rights of the worker: hours, rest, pay, a safe back")


class Review(models.Model):
    """One review by a named person. `subject` is the key of what was reviewed, the same in every language.

    It is done when every point is in order; a review that found something open is kept as well. `words` are the
    digests of what was read, by language: it holds for these words and for no others.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=20, choices=SubjectKind)
    subject = models.CharField(_("subject"), max_length=120)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("reviewed by")
    )
    reviewed_at = models.DateTimeField(_("reviewed on"))
    is_done = models.BooleanField(_("every point is in order"))
    words = models.JSONField(_("words that were read"), default=dict)

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["-reviewed_at", "-pk"]
        indexes = [models.Index(fields=["kind", "subject"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"

    def is_of_other_words(self, words: Mapping[str, str]) -> bool:
        """Whether what stands there now is not what was read. A language that came later was never read, nor changed.

        Of a review from before words were kept nobody knows what was read, so it does not hold for any.
        """
        if not words:
            return False
        return not self.words or any(words.get(name, read) != read for name, read in self.words.items())


class ReviewedPoint(models.Model):
    """What was found on one point, and the note that belongs to it."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="points")
    point = models.CharField(_("point"), max_length=20, choices=Point)
    in_order = models.BooleanField(_("in order"))
    note = models.TextField(_("note"))

    class Meta:
        verbose_name = _("reviewed point")
        verbose_name_plural = _("reviewed points")
        constraints = [models.UniqueConstraint(fields=["review", "point"], name="point_once_in_review")]

    def __str__(self) -> str:
        return self.get_point_display()
