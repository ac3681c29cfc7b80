"""A signed sheet as a photo: what a learner or the office brings when nobody can sign on a phone."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.validators import FileExtensionValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.api import private_storage

from .host import HostSupervisor
from .shift import Shift

KINDS = ["jpg", "jpeg", "png", "webp", "heic", "pdf"]
LARGEST = 8 * 1024 * 1024  # bytes


def validate_size(file: File) -> None:
    if file.size > LARGEST:
        raise ValidationError(_("The file is larger than 8 MB. Take the photo with less detail."))


class Scan(models.Model):
    """A photo of a sheet for the shifts that it shows. With a `signer` it carries her signature; without one it is
    evidence for an administrator, who stands in where nobody answered.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey("curriculum.Institution", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    signer = models.ForeignKey(
        HostSupervisor, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    shifts = models.ManyToManyField(Shift, related_name="scans")
    file = models.FileField(
        _("photo or PDF"),
        storage=private_storage,
        upload_to="sheets/",
        max_length=200,
        validators=[FileExtensionValidator(KINDS), validate_size],
    )
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField(_("brought at"))

    class Meta:
        verbose_name = _("signed sheet")
        verbose_name_plural = _("signed sheets")
        ordering = ["brought_at", "pk"]

    def __str__(self) -> str:
        return f"{self.person}: {self.brought_at:%Y-%m-%d}"
