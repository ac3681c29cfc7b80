"""How the waiting of a shift ended. A shift has one decision at most, and it never changes."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.placements.enums import Capacity, Doubt, Verdict
from curriculum.enums import SignatureGrade

from .shift import Shift


class ShiftDecision(models.Model):
    """A supervisor's approval or return, or the learner's own withdrawal.

    `learner` repeats the shift's person so that the database itself refuses a learner who signs for herself.
    `minutes` are those approved, fewer than the shift has where part of it was. `grade` says how the signature was
    given, `capacity` in which capacity. `decided_by` is the account that pressed, where the signer has one.
    """

    shift = models.OneToOneField(Shift, on_delete=models.PROTECT, related_name="decision")
    verdict = models.CharField(_("decision"), max_length=20, choices=Verdict)
    learner = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    decider = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(_("approved minutes"), null=True, blank=True)
    grade = models.CharField(
        _("signature"), max_length=20, choices=SignatureGrade, default=SignatureGrade.OWN_ACCOUNT
    )
    capacity = models.CharField(_("capacity"), max_length=20, choices=Capacity, default=Capacity.SUPERVISOR)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
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
            models.CheckConstraint(
                condition=models.Q(
                    grade__in=[SignatureGrade.LINK, SignatureGrade.PIN], decided_by__isnull=True
                )
                | models.Q(
                    grade__in=[SignatureGrade.OWN_ACCOUNT, SignatureGrade.PAPER], decided_by__isnull=False
                ),
                name="an_account_pressed_unless_link_or_pin",
            ),
        ]

    def __str__(self) -> str:
        return self.get_verdict_display()


class DecisionReason(models.Model):
    """Why a shift, or a part of it, was not approved, in words. It stands apart because it can be erased."""

    decision = models.OneToOneField(ShiftDecision, on_delete=models.PROTECT, related_name="reason")
    text = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("reason")
        verbose_name_plural = _("reasons")

    def __str__(self) -> str:
        return self.text


class CompetenceComment(models.Model):
    """What a supervisor saw of the learner's competence. It stands beside the hours and can be erased."""

    decision = models.OneToOneField(ShiftDecision, on_delete=models.PROTECT, related_name="comment")
    text = models.TextField(_("comment on competence"))

    class Meta:
        verbose_name = _("comment on competence")
        verbose_name_plural = _("comments on competence")

    def __str__(self) -> str:
        return self.text


class SignatureDoubt(models.Model):
    """Something about a signature that the office should look at."""

    decision = models.ForeignKey(ShiftDecision, on_delete=models.PROTECT, related_name="doubts")
    kind = models.CharField(_("kind"), max_length=20, choices=Doubt)

    class Meta:
        verbose_name = _("doubt about a signature")
        verbose_name_plural = _("doubts about signatures")
        constraints = [models.UniqueConstraint(fields=["decision", "kind"], name="doubt_once_a_signature")]

    def __str__(self) -> str:
        return self.get_kind_display()
