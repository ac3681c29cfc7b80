"""Who took what out of the system. Rows are only ever added."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.standards.models import Institution


class ExportFormat(models.TextChoices):
    """How data leave."""

    PDF = "pdf", _("A PDF for each person (zip)")
    CSV = "csv", _("Table: CSV")
    XLSX = "xlsx", _("Table: XLSX, for spreadsheets")


class ExportSubject(models.TextChoices):
    """Of whom."""

    GROUP = "group", _("Group")
    PROGRAMME = "programme", _("Programme")
    LIST = "list", _("List of the desk")


class ExportLog(models.Model):
    """One export: by whom, of whom, how many, how and why. Written before the first byte leaves.

    `detail` holds what was chosen beside it: the columns of transcripts, the search and filters of a list.
    """

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    exported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by")
    )
    exported_at = models.DateTimeField(_("when"))
    subject = models.CharField(_("of"), max_length=20, choices=ExportSubject)
    subject_key = models.CharField(_("key"), max_length=80)
    detail = models.TextField(_("chosen"), blank=True)
    format = models.CharField(_("how"), max_length=10, choices=ExportFormat)
    people = models.PositiveIntegerField(_("people"))
    reason = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-exported_at", "-pk"]
        indexes = [models.Index(fields=["institution", "exported_at"])]

    def __str__(self) -> str:
        return f"{self.subject} {self.subject_key}, {self.format}"
