"""What an institution has settled about practice."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_SHIFT = 12 * 60
SHORTEST_LIMIT = 30
WHOLE_DAY = 24 * 60


class PlacementPolicy(models.Model):
    """The school's own choices, for the documents give none; without a row the defaults hold."""

    institution = models.OneToOneField(
        "curriculum.Institution",
        on_delete=models.CASCADE,
        related_name="placement_policy",
        verbose_name=_("institution"),
    )
    longest_shift_minutes = models.PositiveSmallIntegerField(
        _("longest shift (minutes)"),
        default=LONGEST_SHIFT,
        validators=[MinValueValidator(SHORTEST_LIMIT), MaxValueValidator(WHOLE_DAY)],
        help_text=_("From start to end, with breaks. 720 is 12 hours."),
    )

    class Meta:
        verbose_name = _("rules for practice")
        verbose_name_plural = _("rules for practice")

    def __str__(self) -> str:
        return str(self.institution)
