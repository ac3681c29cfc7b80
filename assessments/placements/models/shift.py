"""A shift as the learner put it down. It never changes: a correction is a new shift that names the old one."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.placements.enums import ShiftKind, State, Verdict
from curriculum.enums import ActivityClass, Setting

from .host import Host


class ShiftQuerySet(models.QuerySet["Shift"]):
    def waiting(self) -> "ShiftQuerySet":
        return self.filter(decision__isnull=True)

    def approved(self) -> "ShiftQuerySet":
        return self.filter(decision__verdict=Verdict.APPROVED)

    def standing(self) -> "ShiftQuerySet":
        """Those whose time is taken: waiting or approved."""
        return self.filter(models.Q(decision__isnull=True) | models.Q(decision__verdict=Verdict.APPROVED))


class Shift(models.Model):
    """Hours of practice at a host (R-PLC-6).

    `uuid` is made where the shift is written down, so that sending it twice stores it once. `minutes` is the
    whole number of minutes from start to end without the break. `setting` is the host's kind on that day;
    `activity_class` is the one class of all its activities, empty when they are of several: minutes are never
    shared out by guess. `exceeds` names the limits it goes over, with a reason beside it. `corrects` is
    the returned shift that this one takes the place of. `from_paper` marks one that an administrator
    keyed from a sheet.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey("curriculum.Institution", on_delete=models.PROTECT, related_name="shifts")
    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="shifts")
    participation = models.ForeignKey(
        "curriculum.Participation", on_delete=models.PROTECT, related_name="shifts"
    )
    host = models.ForeignKey(Host, on_delete=models.PROTECT, related_name="shifts", verbose_name=_("host"))
    kind = models.CharField(_("kind"), max_length=20, choices=ShiftKind, default=ShiftKind.PRACTICE)
    setting = models.CharField(_("setting"), max_length=20, choices=Setting)
    starts_at = models.DateTimeField(_("start"))
    ends_at = models.DateTimeField(_("end"))
    break_minutes = models.PositiveSmallIntegerField(_("break (minutes)"), default=0)
    minutes = models.PositiveSmallIntegerField(_("minutes"))
    activity_class = models.CharField(
        _("class of activity"), max_length=20, choices=ActivityClass, blank=True
    )
    activities = models.ManyToManyField(
        "curriculum.Activity", through="ShiftActivity", related_name="+", verbose_name=_("activities")
    )
    exceeds = models.CharField(_("goes over"), max_length=60, blank=True)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    revision = models.PositiveSmallIntegerField(_("revision"), default=1)
    logged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    logged_at = models.DateTimeField(_("logged at"))
    from_paper = models.BooleanField(_("from paper"), default=False)

    objects = ShiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("shift")
        verbose_name_plural = _("shifts")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="shift_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=models.Q(corrects__isnull=True, revision=1)
                | models.Q(corrects__isnull=False, revision__gt=1),
                name="shift_revision_counts_corrections",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "starts_at"]),
            models.Index(fields=["host", "starts_at"]),
            models.Index(fields=["institution", "starts_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d} · {self.minutes} min"

    @property
    def state(self) -> State:
        decision = getattr(self, "decision", None)
        return State(decision.verdict) if decision else State.WAITING

    @property
    def is_waiting(self) -> bool:
        return self.state is State.WAITING

    @property
    def starts_local(self) -> datetime:
        """What the host's clock showed at the start, as a naive datetime, so that templates leave it alone."""
        return self.starts_at.astimezone(ZoneInfo(self.host.time_zone)).replace(tzinfo=None)

    @property
    def ends_local(self) -> datetime:
        return self.ends_at.astimezone(ZoneInfo(self.host.time_zone)).replace(tzinfo=None)

    @property
    def source_ref(self) -> str:
        """The name under which an approved shift stands in the ledger."""
        return f"placements:shift:{self.uuid}"


class ShiftActivity(models.Model):
    """An activity of daily living that was part of a shift."""

    shift = models.ForeignKey(Shift, on_delete=models.PROTECT, related_name="activity_rows")
    activity = models.ForeignKey("curriculum.Activity", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("activity of a shift")
        verbose_name_plural = _("activities of shifts")
        constraints = [models.UniqueConstraint(fields=["shift", "activity"], name="activity_once_in_shift")]

    def __str__(self) -> str:
        return str(self.activity)


class ShiftReflection(models.Model):
    """What the learner wrote about a shift. It stands apart because it can be erased while the hours stay."""

    shift = models.OneToOneField(Shift, on_delete=models.PROTECT, related_name="reflection")
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("reflection")
        verbose_name_plural = _("reflections")

    def __str__(self) -> str:
        return self.text


class ShiftExcess(models.Model):
    """Why a shift goes over a limit, in the learner's words; her supervisor reads it before anything else."""

    shift = models.OneToOneField(Shift, on_delete=models.PROTECT, related_name="excess")
    text = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("reason for going over a limit")
        verbose_name_plural = _("reasons for going over limits")

    def __str__(self) -> str:
        return self.text
