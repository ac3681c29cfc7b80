"""How the waiting of a shift ended. A shift has one decision at most, and it never changes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.placements.enums import SignatureGrade, Verdict

from .shift import Shift


class ShiftDecision(models.Model):
    """A supervisor's approval or return, or the learner's own withdrawal.

    `learner` repeats the shift's person so that the database itself refuses a learner who signs for herself.
    `minutes` are those approved. `grade` says how the signature was given.
    """

    shift = models.OneToOneField(Shift, on_delete=models.PROTECT, related_name="decision")
    verdict = models.CharField(_("decision"), max_length=20, choices=Verdict)
    learner = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    decider = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(_("approved minutes"), null=True, blank=True)
    grade = models.CharField(
        _("signature"), max_length=20, choices=SignatureGrade, default=SignatureGrade.OWN_ACCOUNT
    )
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided at"))

    class Meta:
        verbose_name = _("decision on a shift")
        verbose_name_plural = _("decisions on shifts")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verdict=Verdict.WITHDRAWN, decider=models.F("learner"))
                | (~models.Q(verdict=Verdict.WITHDRAWN) & ~models.Q(decider=models.F("learner"))),
                name="nobody_decides_on_her_own_shift",
            ),
            models.CheckConstraint(
                condition=models.Q(verdict=Verdict.APPROVED, minutes__isnull=False)
                | (~models.Q(verdict=Verdict.APPROVED) & models.Q(minutes__isnull=True)),
                name="only_an_approval_has_minutes",
            ),
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()


class DecisionReason(models.Model):
    """Why a shift was returned, in words. It stands apart because it can be erased."""

    decision = models.OneToOneField(ShiftDecision, on_delete=models.PROTECT, related_name="reason")
    text = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("reason")
        verbose_name_plural = _("reasons")

    def __str__(self) -> str:
        return self.text
