"""Files of earlier records, with the paper that proves them, and the entry of the ledger that each row made."""

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.utils.translation import gettext_lazy as _


def private_storage() -> Storage:
    """Asked for late, so that each site chooses where private files lie (`STORAGES["private"]`)."""
    return storages["private"]


class EarlierFile(models.Model):
    """One file that was confirmed: who attests it, since when, on what paper, and whether it was taken back."""

    institution = models.ForeignKey("curriculum.Institution", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("file"), max_length=200, blank=True)
    proof = models.FileField(
        _("document that proves it"),
        storage=private_storage,
        upload_to="earlier/%Y/%m",
        max_length=255,
        blank=True,
    )
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("attested by")
    )
    brought_at = models.DateTimeField(_("when"))
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("file of earlier records")
        verbose_name_plural = _("files of earlier records")
        ordering = ["-brought_at", "-pk"]

    def __str__(self) -> str:
        return self.name or f"{self.brought_at:%Y-%m-%d %H:%M}"


class EarlierRecord(models.Model):
    """What one row made. `digest` says what it told of whom, so that the same row is brought in once."""

    file = models.ForeignKey(EarlierFile, on_delete=models.PROTECT, related_name="rows")
    line = models.PositiveIntegerField(_("line"))
    digest = models.CharField(max_length=64, db_index=True)
    evidence = models.OneToOneField("curriculum.Evidence", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("earlier record")
        verbose_name_plural = _("earlier records")
        ordering = ["file", "line"]

    def __str__(self) -> str:
        return f"{self.file}: {self.line}"
