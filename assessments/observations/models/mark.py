"""What the assessor touched, in the order in which she did. The last mark of a criterion counts."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.api import Mark

from .observation import Observation


class CriterionMark(models.Model):
    """One touch. `uuid` is made where the mark is made, so that sending it twice stores it once."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="marks")
    criterion = models.CharField(_("criterion"), max_length=80)
    mark = models.CharField(_("mark"), max_length=20, choices=[(mark.value, mark.value) for mark in Mark])
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField(_("marked at"))

    class Meta:
        verbose_name = _("mark of a criterion")
        verbose_name_plural = _("marks of criteria")
        ordering = ["pk"]
        indexes = [models.Index(fields=["observation", "criterion"])]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.mark}"


class CriterionNote(models.Model):
    """What the assessor wrote about a criterion; the candidate reads it. It can be erased, the marks stay."""

    observation = models.ForeignKey(Observation, on_delete=models.PROTECT, related_name="notes")
    criterion = models.CharField(_("criterion"), max_length=80)
    text = models.TextField(_("note"))

    class Meta:
        verbose_name = _("note on a criterion")
        verbose_name_plural = _("notes on criteria")
        constraints = [
            models.UniqueConstraint(fields=["observation", "criterion"], name="one_note_a_criterion")
        ]

    def __str__(self) -> str:
        return self.text
