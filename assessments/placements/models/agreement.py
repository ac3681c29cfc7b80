"""What a host and the institution have agreed: for how long, how many learners, how many hours, and who goes when."""

import uuid
from datetime import date
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.placements.enums import Reward
from curriculum.api import private_storage

from .host import Host

if TYPE_CHECKING:
    from .shift import Shift  # noqa: F401


TERMS = (
    "host_id",
    "starts_on",
    "ends_on",
    "places",
    "minutes_a_place",
    "reward",
    "institution_signer",
    "institution_signed_on",
    "host_signer",
    "host_signed_on",
    "consent_on",
)
"""The columns that nobody changes once both sides have signed; another agreement follows."""


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def in_force(self, day: date) -> "AgreementQuerySet":
        """Signed by both sides, and running on a day; the last day counts."""
        signed = self.filter(institution_signed_on__lte=day, host_signed_on__lte=day)
        return signed.filter(starts_on__lte=day, ends_on__gte=day)


class Agreement(models.Model):
    """An agreement with a host before a course starts (R-PLC-2). It is in force once both sides have signed.

    `minutes_a_place` are guaranteed to each of its `places`. `body` is the organisation through which the host was
    found (R-PLC-8). For a home, the household's consent has its day and the code of who gave it, never a name.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    host = models.ForeignKey(
        Host, on_delete=models.PROTECT, related_name="agreements", verbose_name=_("place")
    )
    body = models.CharField(_("found through"), max_length=120, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    places = models.PositiveSmallIntegerField(_("guaranteed places"))
    minutes_a_place = models.PositiveIntegerField(
        _("guaranteed minutes for each place"), help_text=_("3600 is 60 hours.")
    )
    reward = models.CharField(_("paid"), max_length=20, choices=Reward, default=Reward.UNPAID)
    institution_signer = models.CharField(_("signed for the institution by"), max_length=120, blank=True)
    institution_signed_on = models.DateField(_("on"), null=True, blank=True)
    host_signer = models.CharField(
        _("signed for the place by"),
        max_length=120,
        blank=True,
        help_text=_("For a private home, the code of the household."),
    )
    host_signed_on = models.DateField(_("on"), null=True, blank=True)
    consent_on = models.DateField(_("consent of the household on"), null=True, blank=True)
    document = models.FileField(
        _("document"), storage=private_storage, upload_to="agreements/", blank=True, max_length=200
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="agreement_ends_after_it_began",
                violation_error_message=_("The last day is before the first. Correct one of the two."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.host} ({self.starts_on:%Y-%m-%d} – {self.ends_on:%Y-%m-%d})"

    @property
    def is_signed(self) -> bool:
        return self.institution_signed_on is not None and self.host_signed_on is not None


class HostShift(models.Model):
    """A part of the day at a host and how many learners it takes at once (R-PLC-4); it may end after midnight."""

    agreement = models.ForeignKey(
        Agreement, on_delete=models.CASCADE, related_name="shifts", verbose_name=_("agreement")
    )
    name = models.CharField(_("name"), max_length=60)
    starts = models.TimeField(_("start"))
    ends = models.TimeField(_("end"))
    capacity = models.PositiveSmallIntegerField(_("learners at once"))

    class Meta:
        verbose_name = _("shift of a place")
        verbose_name_plural = _("shifts of places")
        ordering = ["starts", "pk"]

    def __str__(self) -> str:
        return f"{self.agreement.host}: {self.name}"


class Placement(models.Model):
    """A learner's place at a host, or her turn in the line for one: without a shift she waits."""

    participation = models.ForeignKey(
        "curriculum.Participation", on_delete=models.PROTECT, related_name="placements"
    )
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="placements")
    shift = models.ForeignKey(
        HostShift, on_delete=models.PROTECT, null=True, blank=True, related_name="placements"
    )
    asked_at = models.DateTimeField(_("asked at"))
    placed_at = models.DateTimeField(_("placed at"), null=True, blank=True)
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_on = models.DateField(_("ended on"), null=True, blank=True)

    class Meta:
        verbose_name = _("place of a learner")
        verbose_name_plural = _("places of learners")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "agreement"],
                condition=models.Q(ended_on__isnull=True),
                name="one_place_an_agreement",
            )
        ]

    def __str__(self) -> str:
        return f"{self.participation.person}: {self.shift or self.agreement.host}"

    @property
    def waits(self) -> bool:
        return self.shift_id is None and self.ended_on is None
