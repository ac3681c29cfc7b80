"""When a group meets, and when a person cannot come (R-INT-2). Days of the week are counted from Monday, 1 to 7."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.people.enums import BusyWith, Shift, Weekday

from .participation import Group
from .person import Person


class WeeklyHours(models.Model):
    """A stretch of one day of each week. A shift that goes on past midnight is two stretches."""

    weekday = models.PositiveSmallIntegerField(_("day"), choices=Weekday)
    starts_at = models.TimeField(_("from"))
    ends_at = models.TimeField(_("to"))

    class Meta:
        abstract = True


class TimetableSlot(WeeklyHours):
    """A group meets here at this hour, week after week, from one day to another; sessions are held in it."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="timetable")
    shift = models.CharField(_("shift"), max_length=10, choices=Shift, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    from_day = models.DateField(_("from day"), null=True, blank=True)
    to_day = models.DateField(_("to day"), null=True, blank=True)

    class Meta:
        verbose_name = _("hour of the timetable")
        verbose_name_plural = _("timetable")
        ordering = ["weekday", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="slot_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=models.Q(to_day__isnull=True)
                | models.Q(from_day__isnull=True)
                | models.Q(to_day__gte=models.F("from_day")),
                name="slot_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts_at:%H:%M}–{self.ends_at:%H:%M}"


class BusyHours(WeeklyHours):
    """When a person works or cares for her own; she says so herself, or her office does."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="busy_hours")
    busy_with = models.CharField(_("with what"), max_length=10, choices=BusyWith)

    class Meta:
        verbose_name = _("hours when she cannot come")
        verbose_name_plural = _("hours when she cannot come")
        ordering = ["weekday", "starts_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")), name="busy_ends_after_it_starts"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.starts_at:%H:%M}–{self.ends_at:%H:%M}"
