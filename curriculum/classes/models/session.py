"""When a group is in class, for which module, and where its children can be meanwhile."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ClassSession(models.Model):
    """One meeting of a group for one module. A session is never deleted: it is cancelled, with a reason.

    `moved_from` is the cancelled session that this one stands for; `makes_up` is the session whose absent learners
    come to this one.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey("curriculum.Group", on_delete=models.PROTECT, related_name="class_sessions")
    module = models.ForeignKey("curriculum.Module", on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(_("to"))
    place = models.CharField(_("place"), max_length=120, blank=True)
    moved_from = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="moved_to"
    )
    makes_up = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="made_up_by"
    )
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancelled_at = models.DateTimeField(_("cancelled at"), null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cancel_reason = models.CharField(_("why"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("class session")
        verbose_name_plural = _("class sessions")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="session_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["group", "starts_at"],
                condition=models.Q(cancelled_at__isnull=True),
                name="one_session_at_a_time",
            ),
        ]
        indexes = [models.Index(fields=["group", "starts_at"], name="session_by_group")]

    def __str__(self) -> str:
        return f"{self.group}: {self.starts:%Y-%m-%d %H:%M}"

    @property
    def zone(self) -> ZoneInfo:
        """The clock at the institution's place; `group` and its institution are at hand."""
        return ZoneInfo(self.group.institution.time_zone)

    @property
    def starts(self) -> datetime:
        """What the clock at the institution's place shows then; without a zone, or templates would move it."""
        return self.starts_at.astimezone(self.zone).replace(tzinfo=None)

    @property
    def ends(self) -> datetime:
        """As `starts`."""
        return self.ends_at.astimezone(self.zone).replace(tzinfo=None)

    @property
    def minutes(self) -> int:
        return int((self.ends_at - self.starts_at).total_seconds() // 60)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None


class PlayArea(models.Model):
    """Where the learners' children are during class: places, and what a day costs (R-INT-3). No booking."""

    group = models.OneToOneField("curriculum.Group", on_delete=models.CASCADE, related_name="play_area")
    places = models.PositiveSmallIntegerField(_("places for children"))
    daily_fee = models.DecimalField(_("fee a day"), max_digits=8, decimal_places=2, default=0)
    currency = models.CharField(_("currency"), max_length=3, blank=True)
    words = models.CharField(_("where and from which age"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("play area")
        verbose_name_plural = _("play areas")

    def __str__(self) -> str:
        return str(self.group)
