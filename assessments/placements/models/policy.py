"""What an institution has settled about practice."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.placements.checks import Limits

LONGEST_SHIFT = 12 * 60
MOST_A_WEEK = 48 * 60
REST = 8 * 60
SHORTEST_LIMIT = 30
WHOLE_DAY = 24 * 60
WHOLE_WEEK = 7 * WHOLE_DAY
DEFAULTS = Limits(longest_shift=LONGEST_SHIFT, a_day=LONGEST_SHIFT, a_week=MOST_A_WEEK, rest=REST)


def _between(low: int, high: int) -> list[MinValueValidator | MaxValueValidator]:
    return [MinValueValidator(low), MaxValueValidator(high)]


class PlacementPolicy(models.Model):
    """The school's own choices, for all its programmes or for one; the documents give none.

    A programme's row takes the place of the school's; without a row DEFAULTS hold. An empty limit is no limit.
    """

    institution = models.ForeignKey(
        "curriculum.Institution",
        on_delete=models.CASCADE,
        related_name="placement_policies",
        verbose_name=_("institution"),
    )
    programme = models.ForeignKey(
        "curriculum.Programme",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("programme"),
        help_text=_("Leave empty for all programmes of the institution."),
    )
    longest_shift_minutes = models.PositiveSmallIntegerField(
        _("longest shift (minutes)"),
        default=LONGEST_SHIFT,
        validators=_between(SHORTEST_LIMIT, WHOLE_DAY),
        help_text=_("From start to end, with breaks. 720 is 12 hours."),
    )
    most_a_day = models.PositiveSmallIntegerField(
        _("most on one day (minutes)"),
        default=LONGEST_SHIFT,
        null=True,
        blank=True,
        validators=_between(SHORTEST_LIMIT, WHOLE_DAY),
        help_text=_("More only with a reason, which the supervisor reads. Empty for no limit."),
    )
    most_a_week = models.PositiveSmallIntegerField(
        _("most in one week (minutes)"),
        default=MOST_A_WEEK,
        null=True,
        blank=True,
        validators=_between(SHORTEST_LIMIT, WHOLE_WEEK),
        help_text=_("From Monday to Sunday. 2880 is 48 hours."),
    )
    rest_minutes = models.PositiveSmallIntegerField(
        _("rest between two days (minutes)"),
        default=REST,
        null=True,
        blank=True,
        validators=_between(0, WHOLE_DAY),
    )
    late_days = models.PositiveSmallIntegerField(
        _("days to log a shift"),
        null=True,
        blank=True,
        help_text=_("How many days later a shift can still be logged. Empty for no limit."),
    )

    guaranteed_places = models.PositiveSmallIntegerField(
        _("places guaranteed before a group opens"),
        null=True,
        blank=True,
        help_text=_(
            "For how many learners agreements must guarantee the practice. Empty: a group opens without."
        ),
    )

    class Meta:
        verbose_name = _("rules for practice")
        verbose_name_plural = _("rules for practice")
        constraints = [
            models.UniqueConstraint(
                fields=["institution"],
                condition=models.Q(programme__isnull=True),
                name="one_policy_an_institution",
                violation_error_message=_("The institution has rules already. Change those."),
            ),
            models.UniqueConstraint(fields=["programme"], name="one_policy_a_programme"),
        ]

    def __str__(self) -> str:
        return str(self.programme or self.institution)

    @property
    def limits(self) -> Limits:
        return Limits(
            longest_shift=self.longest_shift_minutes,
            a_day=self.most_a_day,
            a_week=self.most_a_week,
            rest=self.rest_minutes,
            late_days=self.late_days,
        )
