"""Groups, participations and admission: who takes part in which version of a programme."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.people.enums import Decision, EndReason, ParticipationKind, Purpose
from curriculum.people.managers import ParticipationQuerySet
from curriculum.standards.models import Institution, ProgrammeVersion

from .person import Person


class Group(models.Model):
    """A cohort that takes a programme version together."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="groups")
    programme_version = models.ForeignKey(ProgrammeVersion, on_delete=models.PROTECT, related_name="groups")
    key = models.SlugField(_("key"), max_length=80)
    name = models.CharField(_("name"), max_length=120)
    starts_on = models.DateField(_("starts on"))
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    trainers = models.ManyToManyField(
        Person, blank=True, related_name="groups_taught", verbose_name=_("trainers")
    )

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ["-starts_on", "name"]
        constraints = [models.UniqueConstraint(fields=["institution", "key"], name="group_key_once")]

    def __str__(self) -> str:
        return self.name


class Participation(models.Model):
    """A person on one version of a programme, by enrolment or candidacy. The version never changes by itself."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="participations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="participations")
    programme_version = models.ForeignKey(
        ProgrammeVersion, on_delete=models.PROTECT, related_name="participations"
    )
    group = models.ForeignKey(
        Group, on_delete=models.PROTECT, null=True, blank=True, related_name="participations"
    )
    kind = models.CharField(
        _("kind"), max_length=20, choices=ParticipationKind, default=ParticipationKind.ENROLMENT
    )
    purpose = models.CharField(_("purpose"), max_length=20, choices=Purpose, default=Purpose.TRAINING)
    started_on = models.DateField(_("started on"))
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.CharField(_("reason for ending"), max_length=20, choices=EndReason, blank=True)
    enrolled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ParticipationQuerySet.as_manager()

    class Meta:
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        ordering = ["person__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "programme_version"],
                condition=models.Q(ended_on__isnull=True),
                name="one_open_participation_per_version",
            ),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True, end_reason="")
                | (models.Q(ended_on__isnull=False) & ~models.Q(end_reason="")),
                name="participation_end_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["group", "person"])]

    def __str__(self) -> str:
        return f"{self.person}: {self.programme_version}"

    @property
    def is_open(self) -> bool:
        return self.ended_on is None

    @property
    def is_earning(self) -> bool:
        """Whether its evidence still earns awards: open, or ended because everything was done."""
        return self.is_open or self.end_reason == EndReason.COMPLETED


class Admission(models.Model):
    """A decision on entry: who decided, when, on what finding (R-ADM-14). A new decision is a new row."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="admissions")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="admissions")
    programme_version = models.ForeignKey(
        ProgrammeVersion, on_delete=models.PROTECT, related_name="admissions"
    )
    decision = models.CharField(_("decision"), max_length=20, choices=Decision)
    finding = models.JSONField(_("finding"))
    rule_digest = models.CharField(_("digest of the requirements"), max_length=80, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField()

    class Meta:
        verbose_name = _("admission")
        verbose_name_plural = _("admissions")
        ordering = ["-decided_at"]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_decision_display()}"
