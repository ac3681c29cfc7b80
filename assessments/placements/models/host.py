"""Where practice happens, and who may sign for it there."""

import zoneinfo
from datetime import date
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.placements.enums import Capacity
from curriculum.api import current_awards
from curriculum.enums import Setting

if TYPE_CHECKING:
    from curriculum.models import Achievement, Award, Person

CODED_REFERENCE = RegexValidator(
    r"^[A-Z]{1,4}-?\d{1,6}$",
    _("Write a code of capital letters and digits, such as P-014. Never write a name here."),
)


def validate_time_zone(name: str) -> None:
    """Refuses what is not a name of the IANA time zone database."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("Write a time zone by its name, such as America/Montevideo."))


class Host(models.Model):
    """A place that receives learners (R-PLC-3).

    A home has no street address here, and the person cared for is a code that only the institution can read.
    """

    institution = models.ForeignKey(
        "curriculum.Institution",
        on_delete=models.PROTECT,
        related_name="hosts",
        verbose_name=_("institution"),
    )
    key = models.SlugField(_("key"), max_length=80)
    name = models.CharField(
        _("name"), max_length=120, help_text=_("For a private home, a name that tells no family: Home 14.")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Setting)
    time_zone = models.CharField(_("time zone"), max_length=50, validators=[validate_time_zone])
    department = models.CharField(_("department or province"), max_length=80, blank=True)
    person_cared_for = models.CharField(
        _("person cared for (code)"),
        max_length=12,
        blank=True,
        validators=[CODED_REFERENCE],
        help_text=_("Only for a private home: a code such as P-014, never a name."),
    )
    is_active = models.BooleanField(_("receives learners"), default=True)

    class Meta:
        verbose_name = _("host")
        verbose_name_plural = _("hosts")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "key"], name="host_key_once"),
            models.CheckConstraint(
                condition=models.Q(kind=Setting.HOME) | models.Q(person_cared_for=""),
                name="only_a_home_names_whom_it_cares_for",
                violation_error_message=_("Only a private home has a code for the person cared for."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


def valid_awards(day: date) -> "models.QuerySet[Award]":
    """Certificates that are valid on a day; the last day counts."""
    return current_awards().filter(awarded_on__lte=day).exclude(expires_on__lt=day)


def holds(person: "Person", achievement: "Achievement", day: date) -> bool:
    """Whether a person's certificate of this kind is valid on a day; one query."""
    return valid_awards(day).filter(person=person, achievement=achievement).exists()


class HostSupervisorQuerySet(models.QuerySet["HostSupervisor"]):
    def on(self, day: date) -> "HostSupervisorQuerySet":
        """Those who supervise on a day; the last day counts."""
        return self.filter(since__lte=day).exclude(until__lt=day)

    def entitled_on(self, day: date) -> "HostSupervisorQuerySet":
        """Without those whose certificate, on which their right to sign rests, is not valid on a day (R-PLC-5)."""
        valid = valid_awards(day).filter(
            person=models.OuterRef("person"), achievement=models.OuterRef("needs_award")
        )
        return self.filter(models.Q(needs_award__isnull=True) | models.Q(models.Exists(valid)))


class HostSupervisor(models.Model):
    """A person who signs for the shifts at a host, with dates. A new period is a new row.

    She signs by her role at the host or, where `needs_award` names one, by her own certificate (R-PLC-5).
    """

    host = models.ForeignKey(
        Host, on_delete=models.PROTECT, related_name="supervisors", verbose_name=_("host")
    )
    person = models.ForeignKey(
        "curriculum.Person", on_delete=models.PROTECT, related_name="+", verbose_name=_("person")
    )
    capacity = models.CharField(
        _("signs as"),
        max_length=20,
        choices=[(each.value, each.label) for each in (Capacity.SUPERVISOR, Capacity.HOUSEHOLD)],
        default=Capacity.SUPERVISOR,
    )
    needs_award = models.ForeignKey(
        "curriculum.Achievement",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("signs by her own certificate"),
        help_text=_("Where she may sign only as long as this certificate of hers is valid."),
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("Leave empty while it goes on."))

    objects = HostSupervisorQuerySet.as_manager()

    class Meta:
        verbose_name = _("supervisor of a host")
        verbose_name_plural = _("supervisors of hosts")
        ordering = ["host", "person"]
        constraints = [
            models.UniqueConstraint(
                fields=["host", "person"],
                condition=models.Q(until__isnull=True),
                name="supervises_a_host_once",
                violation_error_message=_("This person already supervises this host."),
            ),
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="supervision_ends_after_it_began",
                violation_error_message=_("The last day is before the first. Correct one of the two."),
            ),
        ]
        indexes = [models.Index(fields=["person", "host"])]

    def __str__(self) -> str:
        return f"{self.person}: {self.host}"
