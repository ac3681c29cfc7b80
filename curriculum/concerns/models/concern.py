"""A concern, its words under seal, those who may read it, and every reading.

Nothing here points at who told it: no person, no account, no address. Readers are settled when it is told; whoever
is named a confidant later does not read what came before.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.concerns.enums import Matter, Teller


class Concern(models.Model):
    uuid = models.UUIDField(unique=True, editable=False)
    institution = models.ForeignKey(
        "curriculum.Institution", on_delete=models.PROTECT, related_name="+", verbose_name=_("institution")
    )
    matter = models.CharField(_("about what"), max_length=20, choices=Matter)
    teller = models.CharField(_("told by"), max_length=20, choices=Teller)
    code_print = models.CharField(max_length=64, unique=True, editable=False)
    told_on = models.DateField(_("told on"))
    last_word_on = models.DateField(_("last word on"))
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    class Meta:
        verbose_name = _("concern")
        verbose_name_plural = _("concerns")
        ordering = ["-told_on", "-pk"]

    def __str__(self) -> str:
        return self.get_matter_display()


class ConcernReader(models.Model):
    """One of those it was told to."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="readers")
    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("reader of a concern")
        verbose_name_plural = _("readers of concerns")
        constraints = [models.UniqueConstraint(fields=["concern", "person"], name="reader_once_of_a_concern")]

    def __str__(self) -> str:
        return str(self.person)


class ConcernWords(models.Model):
    """Something said, under seal. Without `reader` it was said by who told the concern."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="words")
    reader = models.ForeignKey(
        "curriculum.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sealed = models.TextField()
    said_on = models.DateField(_("said on"))

    class Meta:
        verbose_name = _("words of a concern")
        verbose_name_plural = _("words of concerns")
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.uuid)


class ConcernReading(models.Model):
    """Somebody opened a concern. It outlasts the concern, and so names it without pointing at it."""

    concern_uuid = models.UUIDField(db_index=True)
    institution = models.ForeignKey("curriculum.Institution", on_delete=models.PROTECT, related_name="+")
    reader = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(_("read at"))

    class Meta:
        verbose_name = _("reading of a concern")
        verbose_name_plural = _("readings of concerns")
        ordering = ["read_at"]

    def __str__(self) -> str:
        return f"{self.reader}: {self.concern_uuid}"
