"""What was loaded from packs, so that a trainer's later changes can be told from the pack's own text."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.standards.models import Institution


class LoadedItem(models.Model):
    """The digest of an item as the pack last wrote it: if the item differs now, a person has changed it."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="+")
    section = models.CharField(_("part"), max_length=40)
    key = models.CharField(_("key"), max_length=160)
    digest = models.CharField(_("digest"), max_length=80)
    loaded_at = models.DateTimeField(_("loaded at"), auto_now=True)

    class Meta:
        verbose_name = _("item loaded from a pack")
        verbose_name_plural = _("items loaded from packs")
        constraints = [
            models.UniqueConstraint(fields=["institution", "section", "key"], name="loaded_item_once")
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.key}"
