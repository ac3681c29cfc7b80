"""News from a trainer to her group."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Announcement(models.Model):
    """Shown on *my path* of everybody in the group up to its last day, or until it is taken back."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey("curriculum.Group", on_delete=models.PROTECT, related_name="announcements")
    author = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    text = models.TextField(_("text"))
    shown_until = models.DateField(_("last day"))
    made_at = models.DateTimeField(_("written at"))
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("announcement")
        verbose_name_plural = _("announcements")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["group", "shown_until"])]

    def __str__(self) -> str:
        return self.text[:60]
