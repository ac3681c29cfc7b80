"""Slips of paper with which somebody signs in for the first time, or again without e-mail."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from curriculum.standards.models import Institution

from .person import Person

GOOD_FOR = timedelta(hours=24)


class SignInSlip(models.Model):
    """One printed slip: for whom, by whom, when, and what became of it. The code itself is kept nowhere."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sign_in_slips")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    code_digest = models.CharField(max_length=64, unique=True, editable=False)
    first = models.BooleanField(_("for the first sign-in"))
    printed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("printed by"),
    )
    printed_at = models.DateTimeField(_("printed"), default=timezone.now)
    used_at = models.DateTimeField(_("used"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)

    class Meta:
        verbose_name = _("sign-in slip")
        verbose_name_plural = _("sign-in slips")
        ordering = ["-printed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(used_at__isnull=True, cancelled_at__isnull=True),
                name="one_open_slip_per_account",
            )
        ]
        indexes = [models.Index(fields=["institution", "printed_at"], name="slip_by_institution")]

    def __str__(self) -> str:
        return f"{self.person}: {self.printed_at:%Y-%m-%d %H:%M}"

    @property
    def good_until(self) -> datetime:
        return self.printed_at + GOOD_FOR

    @property
    def is_open(self) -> bool:
        return self.used_at is None and self.cancelled_at is None and timezone.now() < self.good_until
