"""Files of people that were brought in, kept so that they can be undone while nobody has used what they made."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.standards.models import Institution

from .participation import Participation
from .person import Person


class PeopleFile(models.Model):
    """One file that was confirmed: by whom, when, and whether it was taken back."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(_("file"), max_length=200, blank=True)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("by"),
    )
    brought_at = models.DateTimeField(_("when"))
    registered = models.PositiveIntegerField(_("new people"), default=0)
    enrolled = models.PositiveIntegerField(_("enrolled"), default=0)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)

    class Meta:
        verbose_name = _("file of people")
        verbose_name_plural = _("files of people")
        ordering = ["-brought_at", "-pk"]
        indexes = [models.Index(fields=["institution", "brought_at"], name="file_by_institution")]

    def __str__(self) -> str:
        return self.name or f"{self.brought_at:%Y-%m-%d %H:%M}"


class FiledPerson(models.Model):
    """What one row of a file made; the row goes with what it made when that is taken back."""

    file = models.ForeignKey(PeopleFile, on_delete=models.CASCADE, related_name="rows")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    participation = models.ForeignKey(
        Participation, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    is_new = models.BooleanField(_("new"))

    class Meta:
        verbose_name = _("row of a file of people")
        verbose_name_plural = _("rows of files of people")
        constraints = [models.UniqueConstraint(fields=["file", "person"], name="person_once_in_file")]

    def __str__(self) -> str:
        return f"{self.file}: {self.person}"
