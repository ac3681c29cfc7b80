"""Leaving a course, kept as it happened (R-INT-4)."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.people.enums import EndReason

from .participation import Participation


class Departure(models.Model):
    """A participation ended: when, why, and who put it down. It stays when the person comes back.

    The participation itself shows only how it stands; who comes back begins another one.
    """

    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="departures")
    reason = models.CharField(_("reason"), max_length=20, choices=EndReason)
    left_on = models.DateField(_("last day"))
    by_herself = models.BooleanField(_("put down by the person herself"), default=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField(_("recorded at"))

    class Meta:
        verbose_name = _("departure")
        verbose_name_plural = _("departures")
        ordering = ["-recorded_at", "-pk"]

    def __str__(self) -> str:
        return self.get_reason_display()
