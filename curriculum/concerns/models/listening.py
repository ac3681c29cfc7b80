"""Who listens at an institution, how soon, and whom to call at once."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class ListeningPolicy(models.Model):
    """The institution's own choices; without a row the defaults hold."""

    institution = models.OneToOneField(
        "curriculum.Institution", on_delete=models.CASCADE, related_name="listening_policy"
    )
    answer_days = models.PositiveSmallIntegerField(
        _("days until an answer"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(15)],
        help_text=_("What the page promises. Keep it."),
    )
    keep_months = models.PositiveSmallIntegerField(
        _("months to keep a concern after the last word"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("Then its words are erased. That somebody read it, and when, stays."),
    )

    class Meta:
        verbose_name = _("rules for concerns")
        verbose_name_plural = _("rules for concerns")

    def __str__(self) -> str:
        return str(self.institution)


class HelpLine(models.Model):
    """Somebody outside who helps at once: women's service, labour inspection, ombud."""

    institution = models.ForeignKey(
        "curriculum.Institution", on_delete=models.CASCADE, related_name="help_lines"
    )
    name = models.CharField(_("name"), max_length=120)
    number = models.CharField(_("number"), max_length=40)
    hours = models.CharField(_("when they answer"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.number}"


class Confidant(models.Model):
    """A named person who reads concerns. Her name stands on the door; she never teaches or signs for who tells."""

    institution = models.ForeignKey(
        "curriculum.Institution", on_delete=models.PROTECT, related_name="confidants"
    )
    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    about = models.CharField(
        _("who she is"), max_length=120, help_text=_("For example: social worker, not a trainer here.")
    )
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)
    named_by = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("confidant")
        verbose_name_plural = _("confidants")
        ordering = ["person__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "person"],
                condition=models.Q(until__isnull=True),
                name="confidant_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("named_by")), name="nobody_names_herself_confidant"
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
