"""One person, watched by another one while she does something. Finished, it never changes."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.models import Attempt
from assessments.observations.enums import Situation, State
from curriculum.enums import DocumentKind, Outcome

from .skills_test import RubricVersion, SkillsTest


class Observation(models.Model):
    """An observed test of one candidate, planned, begun and finished by an assessor (R-ASM-8).

    `rubric` is frozen when it begins. `identity_seen` is the kind of document that the assessor looked at; its
    number is not kept here. `appeal_until` is the last day on which the candidate may appeal. `appeal_of` is the
    observation whose decision is looked at again: whoever took that one may not take this one.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    test = models.ForeignKey(SkillsTest, on_delete=models.PROTECT, related_name="observations")
    institution = models.ForeignKey(
        "curriculum.Institution", on_delete=models.PROTECT, related_name="observations"
    )
    participation = models.ForeignKey(
        "curriculum.Participation", on_delete=models.PROTECT, related_name="observations"
    )
    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="observations")
    assessor = models.ForeignKey(
        "curriculum.Person", on_delete=models.PROTECT, related_name="observations_made"
    )
    appeal_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="appeals"
    )
    planned_at = models.DateTimeField(_("planned for"))
    place = models.CharField(_("place"), max_length=150)
    situation = models.CharField(_("situation"), max_length=20, choices=Situation)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    rubric = models.ForeignKey(
        RubricVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="observations"
    )
    identity_seen = models.CharField(
        _("identity document seen"), max_length=20, choices=DocumentKind, blank=True
    )
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    finished_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    outcome = models.CharField(
        _("outcome"),
        max_length=20,
        choices=[(outcome.value, outcome.value) for outcome in Outcome],
        default=Outcome.NOT_YET_ASSESSED.value,
    )
    attempt = models.OneToOneField(
        Attempt, on_delete=models.PROTECT, null=True, blank=True, related_name="observation"
    )
    appeal_until = models.DateField(_("appeal until"), null=True, blank=True)

    class Meta:
        verbose_name = _("observed test of a person")
        verbose_name_plural = _("observed tests of persons")
        ordering = ["planned_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(assessor=models.F("person")), name="nobody_assesses_herself"
            ),
            models.CheckConstraint(
                condition=models.Q(started_at__isnull=True)
                | (models.Q(rubric__isnull=False) & ~models.Q(identity_seen="")),
                name="begun_with_rubric_and_identity",
            ),
            models.CheckConstraint(
                condition=models.Q(finished_at__isnull=True)
                | models.Q(
                    started_at__isnull=False,
                    finished_by__isnull=False,
                    attempt__isnull=False,
                    appeal_until__isnull=False,
                ),
                name="finished_with_all_that_counts",
            ),
        ]
        indexes = [
            models.Index(fields=["assessor", "planned_at"]),
            models.Index(fields=["person", "finished_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.test_id} · {self.planned_at:%Y-%m-%d}"

    @property
    def state(self) -> State:
        if self.finished_at is not None:
            return State.FINISHED
        return State.PLANNED if self.started_at is None else State.RUNNING

    @property
    def is_competent(self) -> bool:
        return self.outcome == Outcome.COMPETENT.value

    @property
    def source_ref(self) -> str:
        """The name under which its result stands in the ledger."""
        return f"observation:{self.uuid}"


class TieDeclaration(models.Model):
    """What the assessor said of her ties with the candidate. `ties` are codes; none: "I have no tie with her"."""

    observation = models.OneToOneField(Observation, on_delete=models.PROTECT, related_name="declaration")
    ties = models.JSONField(_("ties"), default=list)
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField(_("declared at"))

    class Meta:
        verbose_name = _("declaration of ties")
        verbose_name_plural = _("declarations of ties")

    def __str__(self) -> str:
        return f"{self.observation_id}: {', '.join(self.ties)}"


class CandidateSignature(models.Model):
    """That the candidate has read the outcome. It is no consent: she may appeal all the same."""

    observation = models.OneToOneField(Observation, on_delete=models.PROTECT, related_name="signature")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(_("signed at"))

    class Meta:
        verbose_name = _("signature of a candidate")
        verbose_name_plural = _("signatures of candidates")

    def __str__(self) -> str:
        return f"{self.observation_id} · {self.signed_at:%Y-%m-%d}"
