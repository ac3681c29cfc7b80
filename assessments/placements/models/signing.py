"""How somebody signs without an own account: where a link may go, the links that went, and her PIN."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from assessments.placements.enums import Channel

from .host import HostSupervisor
from .shift import Shift


class SigningContact(models.Model):
    """An address to which links may go, confirmed by the institution and never shown to a learner."""

    supervision = models.ForeignKey(
        HostSupervisor, on_delete=models.CASCADE, related_name="contacts", verbose_name=_("supervisor")
    )
    channel = models.CharField(_("channel"), max_length=20, choices=Channel)
    address = models.CharField(_("address or number"), max_length=254)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(_("confirmed at"))
    ended_at = models.DateTimeField(_("no longer used since"), null=True, blank=True)

    class Meta:
        verbose_name = _("contact for signing")
        verbose_name_plural = _("contacts for signing")
        constraints = [
            models.UniqueConstraint(
                fields=["supervision"], condition=models.Q(ended_at__isnull=True), name="one_signing_contact"
            )
        ]

    def __str__(self) -> str:
        return f"{self.supervision}: {self.get_channel_display()}"


class SignLinkQuerySet(models.QuerySet["SignLink"]):
    def open_at(self, moment: datetime) -> "SignLinkQuerySet":
        """Those that somebody can still use."""
        return self.filter(used_at__isnull=True, expires_at__gt=moment, contact__ended_at__isnull=True)


class SignLink(models.Model):
    """A link for one use, for the shifts that it shows and no others. Its token is never stored: it is signed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    contact = models.ForeignKey(SigningContact, on_delete=models.CASCADE, related_name="links")
    person = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    shifts = models.ManyToManyField(Shift, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked at"))
    expires_at = models.DateTimeField(_("works until"))
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    used_at = models.DateTimeField(_("used at"), null=True, blank=True)

    objects = SignLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link for signing")
        verbose_name_plural = _("links for signing")
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.contact.supervision.person}: {self.expires_at:%Y-%m-%d}"


class SupervisorPin(models.Model):
    """The number with which a supervisor signs on a learner's device; only its hash is here."""

    person = models.OneToOneField("curriculum.Person", on_delete=models.CASCADE, related_name="+")
    hashed = models.CharField(max_length=128)
    set_at = models.DateTimeField(_("set at"))

    class Meta:
        verbose_name = _("PIN of a supervisor")
        verbose_name_plural = _("PINs of supervisors")

    def __str__(self) -> str:
        return str(self.person)


class PinAttempt(models.Model):
    """One try at a PIN, right or wrong, on the device of a learner."""

    pin = models.ForeignKey(SupervisorPin, on_delete=models.CASCADE, related_name="attempts")
    learner = models.ForeignKey("curriculum.Person", on_delete=models.PROTECT, related_name="+")
    tried_at = models.DateTimeField(_("tried at"))
    right = models.BooleanField(_("right"))

    class Meta:
        verbose_name = _("try at a PIN")
        verbose_name_plural = _("tries at PINs")
        indexes = [models.Index(fields=["pin", "tried_at"])]

    def __str__(self) -> str:
        return f"{self.tried_at:%Y-%m-%d %H:%M}"
