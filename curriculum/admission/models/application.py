"""An application for a place, and every decision on it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.admission.enums import OPEN_STATES, ApplicationState, VerdictKind
from curriculum.people.models import Admission, Group, Person
from curriculum.standards.models import Institution, ProgrammeVersion


class Application(models.Model):
    """A person asks to be let into a version of a programme; she may prepare it over many days."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="applications", verbose_name=_("person")
    )
    programme_version = models.ForeignKey(ProgrammeVersion, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(
        Group,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("group"),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=ApplicationState, default=ApplicationState.DRAFT
    )
    started_at = models.DateTimeField(_("begun"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["sent_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "programme_version"],
                condition=models.Q(state__in=[state.value for state in OPEN_STATES]),
                name="one_open_application_per_version",
            )
        ]
        indexes = [models.Index(fields=["institution", "state"], name="application_by_state")]

    def __str__(self) -> str:
        return f"{self.person}: {self.programme_version}"

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES


class Verdict(models.Model):
    """One decision: who, when, on which finding, why (R-ADM-14). It is never edited; a new one is a new row."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="verdicts")
    kind = models.CharField(_("decision"), max_length=20, choices=VerdictKind)
    finding = models.JSONField(_("finding"))
    rule_digest = models.CharField(_("digest of the requirements"), max_length=80)
    admission = models.OneToOneField(
        Admission, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("decided"))

    class Meta:
        verbose_name = _("decision on an application")
        verbose_name_plural = _("decisions on applications")
        ordering = ["decided_at", "pk"]

    def __str__(self) -> str:
        return f"{self.application}: {self.get_kind_display()}"


class VerdictReason(models.Model):
    """Why, in words; beside the decision, so that it can be erased."""

    verdict = models.OneToOneField(Verdict, on_delete=models.PROTECT, related_name="why")
    text = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("reason of a decision")
        verbose_name_plural = _("reasons of decisions")

    def __str__(self) -> str:
        return self.text
