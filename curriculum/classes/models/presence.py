"""Whether somebody was in a session. Rows are only ever added: a correction replaces an earlier row and says why."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.classes.enums import Absence, Source

from .session import ClassSession


class PresenceQuerySet(models.QuerySet["Presence"]):
    def current(self) -> "PresenceQuerySet":
        """What stands: rows that no other replaces."""
        return self.filter(replaced_by__isnull=True)


class Presence(models.Model):
    """One learner in one session: there, with her minutes, or not there, with a reason if she gave one.

    `evidence` is the entry in the ledger that counts her minutes; there is none for an absence.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    session = models.ForeignKey(ClassSession, on_delete=models.PROTECT, related_name="presences")
    participation = models.ForeignKey(
        "curriculum.Participation", on_delete=models.PROTECT, related_name="presences"
    )
    absence = models.CharField(_("why not there"), max_length=20, choices=Absence, blank=True)
    late_minutes = models.PositiveSmallIntegerField(_("minutes late"), default=0)
    early_minutes = models.PositiveSmallIntegerField(_("minutes left early"), default=0)
    minutes = models.PositiveSmallIntegerField(_("minutes attended"))
    source = models.CharField(_("source"), max_length=10, choices=Source, default=Source.SCREEN)
    evidence = models.OneToOneField(
        "curriculum.Evidence", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    taken_at = models.DateTimeField(_("taken at"))
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    objects = PresenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "participation"],
                condition=models.Q(replaces__isnull=True),
                name="presence_taken_once",
            ),
            models.CheckConstraint(
                condition=models.Q(absence="") | models.Q(minutes=0, late_minutes=0, early_minutes=0),
                name="absent_has_no_minutes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id}: {self.minutes}"

    @property
    def is_absent(self) -> bool:
        return bool(self.absence)


class PresenceNote(models.Model):
    """Why attendance was corrected. The words stand apart because they can be erased with the person."""

    presence = models.OneToOneField(Presence, on_delete=models.PROTECT, related_name="note")
    text = models.CharField(_("why"), max_length=200)

    class Meta:
        verbose_name = _("note on attendance")
        verbose_name_plural = _("notes on attendance")

    def __str__(self) -> str:
        return self.text
