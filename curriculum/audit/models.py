"""Who may look an institution over, from when until when."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.standards.models import Institution


class AuditMandate(models.Model):
    """An account may read the awards of an institution and what they rest on, from a day until a day, and no more.

    It has an end from its beginning, which is why it is no role like the others. It is ended early, never deleted.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="audit_mandates")
    auditor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="audit_mandates",
        verbose_name=_("auditor"),
    )
    since = models.DateField(_("from"))
    until = models.DateField(_("until"))
    reason = models.CharField(_("reason"), max_length=200)
    appointed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("appointed by")
    )
    appointed_at = models.DateTimeField(_("appointed"))
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ended_at = models.DateTimeField(_("ended early"), null=True, blank=True)

    class Meta:
        verbose_name = _("mandate of an auditor")
        verbose_name_plural = _("mandates of auditors")
        ordering = ["-appointed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(until__gte=models.F("since")), name="audit_mandate_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~models.Q(auditor=models.F("appointed_by")), name="nobody_appoints_herself_auditor"
            ),
        ]
        indexes = [models.Index(fields=["auditor", "institution"], name="mandate_by_auditor")]

    def __str__(self) -> str:
        return f"{self.auditor}: {self.since} – {self.until}"
