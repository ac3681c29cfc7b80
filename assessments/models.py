"""An assessment, whatever its method, and every attempt that a person made at it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.enums import Outcome


class Assessment(models.Model):
    """Something that shows competence: a quiz, an observed test … Its `method` names the plugin that runs it.

    `unit_key` names the unit of competency on which a result is a decision; empty, it decides on none.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(
        "curriculum.Institution",
        on_delete=models.PROTECT,
        related_name="assessments",
        verbose_name=_("institution"),
    )
    key = models.SlugField(_("key"), max_length=80)
    title = models.CharField(_("title"), max_length=250)
    method = models.CharField(_("method"), max_length=30, editable=False)
    module = models.ForeignKey(
        "curriculum.Module",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="assessments",
        verbose_name=_("module"),
    )
    unit_key = models.CharField(
        _("unit of competency"),
        max_length=80,
        blank=True,
        help_text=_("Its key. Leave empty if the result decides on no unit."),
    )
    is_active = models.BooleanField(_("open to learners"), default=True)

    class Meta:
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        ordering = ["key"]
        constraints = [models.UniqueConstraint(fields=["institution", "key"], name="assessment_key_once")]

    def __str__(self) -> str:
        return self.title


class Attempt(models.Model):
    """One try of one person. All are kept; a later one never replaces an earlier one.

    `details` holds what the method froze: the questions with their version, and the answers. `source_ref` names
    the act that made the attempt, so that the same act never makes two. `score` and `max_score` are points.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="attempts")
    institution = models.ForeignKey(
        "curriculum.Institution", on_delete=models.PROTECT, related_name="attempts"
    )
    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="attempts")
    participation = models.ForeignKey(
        "curriculum.Participation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attempts",
    )
    number = models.PositiveIntegerField(_("number"))
    started_at = models.DateTimeField(_("started at"))
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True)
    outcome = models.CharField(
        _("outcome"),
        max_length=20,
        choices=[(outcome.value, outcome.value) for outcome in Outcome],
        default=Outcome.NOT_YET_ASSESSED.value,
    )
    score = models.PositiveIntegerField(_("points"), null=True, blank=True)
    max_score = models.PositiveIntegerField(_("points possible"), null=True, blank=True)
    details = models.JSONField(_("details"), default=dict)
    source_ref = models.CharField(_("source"), max_length=120, unique=True)

    class Meta:
        verbose_name = _("attempt")
        verbose_name_plural = _("attempts")
        ordering = ["person", "assessment", "number"]
        constraints = [
            models.UniqueConstraint(fields=["person", "assessment", "number"], name="attempt_number_once"),
        ]
        indexes = [
            models.Index(fields=["person", "assessment", "outcome"]),
            models.Index(fields=["institution", "submitted_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.assessment_id} · {self.number}"

    @property
    def is_competent(self) -> bool:
        return self.outcome == Outcome.COMPETENT.value
