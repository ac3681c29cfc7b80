"""The ledger. Nobody edits or deletes an entry; a correction is a new entry that withdraws the old one."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.people.models import Participation, Person
from curriculum.rules.types import FactKind, Outcome
from curriculum.standards.models import Institution

LEDGER_KINDS = [
    FactKind.MODULE_COMPLETED,
    FactKind.UNIT_DECISION,
    FactKind.SKILLS_TEST,
    FactKind.PRACTICE,
    FactKind.PRACTICE_MONTHS,
    FactKind.CLASS_ATTENDANCE,
    FactKind.CREDITS,
    FactKind.WITHDRAWAL,
]


class Evidence(models.Model):
    """One thing that a person has shown, or the withdrawal of one.

    `subject` is the key of the module, unit or test; `minutes` are integers; `amount` counts months or credits.
    `occurred_at` is when it happened, `recorded_at` when we learned of it. `source_ref` names the act that made
    the entry, so that the same act is never recorded twice.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="evidence")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="evidence")
    participation = models.ForeignKey(
        Participation, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=[(kind.value, kind.value) for kind in LEDGER_KINDS]
    )
    subject = models.CharField(_("subject"), max_length=80, blank=True)
    outcome = models.CharField(
        _("outcome"),
        max_length=20,
        blank=True,
        choices=[(outcome.value, outcome.value) for outcome in Outcome],
    )
    method = models.CharField(_("method"), max_length=30, blank=True)
    setting = models.CharField(_("setting"), max_length=20, blank=True)
    activity = models.CharField(_("class of activity"), max_length=20, blank=True)
    minutes = models.PositiveIntegerField(_("minutes"), null=True, blank=True)
    amount = models.DecimalField(_("amount"), max_digits=8, decimal_places=2, null=True, blank=True)
    demonstration = models.BooleanField(_("demonstration"), default=False)
    withdraws = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="withdrawn_by"
    )
    occurred_at = models.DateTimeField(_("happened at"))
    recorded_at = models.DateTimeField(_("recorded at"))
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    source_ref = models.CharField(_("source"), max_length=120)

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "source_ref"], name="evidence_source_once"),
            models.CheckConstraint(
                condition=models.Q(kind=FactKind.WITHDRAWAL.value, withdraws__isnull=False)
                | ~models.Q(kind=FactKind.WITHDRAWAL.value),
                name="withdrawal_names_an_entry",
            ),
        ]
        indexes = [models.Index(fields=["person", "institution", "recorded_at"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}".strip()


class EvidenceNote(models.Model):
    """Words that belong to an entry: a reason, a comment. They stand apart because they can be erased."""

    evidence = models.OneToOneField(Evidence, on_delete=models.PROTECT, related_name="note")
    text = models.TextField(_("text"))
    written_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("note")
        verbose_name_plural = _("notes")

    def __str__(self) -> str:
        return self.text
