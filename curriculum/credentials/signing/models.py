"""Keys that an institution signs with, and the credentials that it has issued."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.people.models import Person
from curriculum.standards.models import Institution

from ..models import Award


class Curve(models.TextChoices):
    """What a key is for: proofs inside a file (Ed25519), or files as tokens (P-256)."""

    ED25519 = "ed25519", "Ed25519"
    P256 = "p256", "P-256"


class SigningKey(models.Model):
    """A key of an institution; only its public half is here.

    A retired one signs no more, and what it signed stays true. A withdrawn one was in strange hands: nothing that
    it signed is believed.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="signing_keys")
    curve = models.CharField(_("curve"), max_length=10, choices=Curve)
    number = models.PositiveIntegerField(_("number"))
    public = models.CharField(_("public key"), max_length=200)
    made_at = models.DateTimeField(_("made at"))
    retired_at = models.DateTimeField(_("retired at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        verbose_name = _("key for signing")
        verbose_name_plural = _("keys for signing")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "number"], name="signing_key_number_once"),
            models.UniqueConstraint(
                fields=["institution", "curve"],
                condition=models.Q(retired_at__isnull=True),
                name="one_key_signs_at_a_time",
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True) | models.Q(retired_at__isnull=False),
                name="a_withdrawn_key_signs_no_more",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.institution.key} #{self.name}"

    @property
    def name(self) -> str:
        """How the key is called in the address of its institution."""
        return f"key-{self.number}"


class HolderName(models.Model):
    """By what random name a person is known in her credentials; it leads to nothing else of hers."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="holder_name")
    urn = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        verbose_name = _("name of a holder")
        verbose_name_plural = _("names of holders")

    def __str__(self) -> str:
        return str(self.urn)


LIST_LENGTH = 131_072
"""Places in a status list: the least that the standard allows, so that one among them tells nothing."""


class Credential(models.Model):
    """An award as it was written down for others to check, without the signature, and its place in a status list.

    One is in force for an award; one that was issued anew says since when it is replaced.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="credentials")
    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="credentials")
    list_number = models.PositiveIntegerField(_("status list"))
    list_place = models.PositiveIntegerField(_("place in the status list"))
    document = models.JSONField(_("document"))
    issued_at = models.DateTimeField(_("issued at"))
    replaced_at = models.DateTimeField(_("replaced at"), null=True, blank=True)

    class Meta:
        verbose_name = _("credential")
        verbose_name_plural = _("credentials")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "list_number", "list_place"], name="status_place_once"
            ),
            models.UniqueConstraint(
                fields=["award"],
                condition=models.Q(replaced_at__isnull=True),
                name="one_credential_in_force",
            ),
            models.CheckConstraint(
                condition=models.Q(list_place__lt=LIST_LENGTH), name="status_place_in_list"
            ),
        ]

    def __str__(self) -> str:
        return f"urn:uuid:{self.uuid}"
