"""Institutions: every participation, entry, award and document belongs to exactly one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Institution(models.Model):
    """A body that trains, certifies, or does both (R-SYS-1)."""

    key = models.SlugField(_("key"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    country = models.CharField(_("country"), max_length=2, help_text=_("Two letters, as in ISO 3166."))
    time_zone = models.CharField(_("time zone"), max_length=50, default="UTC")
    trains = models.BooleanField(_("trains"), default=True)
    certifies = models.BooleanField(_("certifies"), default=True)
    emergency_number = models.CharField(_("emergency number"), max_length=20, blank=True)
    second_factor_grace = models.PositiveSmallIntegerField(
        _("days until a second step is needed"),
        default=7,
        help_text=_("How long somebody who is given a role of the staff may sign in with a password alone."),
    )

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
