"""A correction after approval: what should have been approved, signed by both persons, applied as new entries."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.placements.enums import Side

from .shift import Shift


class Amendment(models.Model):
    """Other minutes for an approved shift; 0 where it never was. Why stands beside it, erasable."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    shift = models.ForeignKey(Shift, on_delete=models.PROTECT, related_name="amendments")
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed at"))

    class Meta:
        verbose_name = _("correction after approval")
        verbose_name_plural = _("corrections after approval")
        ordering = ["proposed_at", "pk"]

    def __str__(self) -> str:
        return f"{self.shift}: {self.minutes} min"

    @property
    def source_ref(self) -> str:
        """The name under which the new minutes stand in the ledger."""
        return f"placements:amendment:{self.uuid}"


class AmendmentReason(models.Model):
    """Why, in words of whoever proposed it."""

    amendment = models.OneToOneField(Amendment, on_delete=models.PROTECT, related_name="reason")
    text = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("reason of a correction")
        verbose_name_plural = _("reasons of corrections")

    def __str__(self) -> str:
        return self.text


class Countersignature(models.Model):
    """One of the two persons agrees. `stands_in` where an administrator signs for one who has left."""

    amendment = models.ForeignKey(Amendment, on_delete=models.PROTECT, related_name="signatures")
    side = models.CharField(_("side"), max_length=20, choices=Side)
    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    stands_in = models.BooleanField(_("stands in"), default=False)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(_("signed at"))

    class Meta:
        verbose_name = _("countersignature")
        verbose_name_plural = _("countersignatures")
        constraints = [
            models.UniqueConstraint(fields=["amendment", "side"], name="one_signature_a_side"),
            models.UniqueConstraint(fields=["amendment", "person"], name="nobody_signs_for_both_sides"),
        ]

    def __str__(self) -> str:
        return f"{self.get_side_display()}: {self.person}"


class AmendmentOutcome(models.Model):
    """How a correction ended: applied, or dropped. It never changes."""

    amendment = models.OneToOneField(Amendment, on_delete=models.PROTECT, related_name="outcome")
    applied = models.BooleanField(_("applied"))
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided at"))

    class Meta:
        verbose_name = _("outcome of a correction")
        verbose_name_plural = _("outcomes of corrections")

    def __str__(self) -> str:
        return str(_("applied") if self.applied else _("dropped"))
