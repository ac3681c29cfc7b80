"""Awards. Granted once, kept for good; only a named person revokes, with a reason."""

import secrets
import uuid
from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from curriculum.people.models import Participation, Person
from curriculum.records.models import Evidence
from curriculum.standards.models import Achievement, Institution, RuleSet

# Without 0 O 1 I L U: read aloud and typed from paper without mistakes.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 12


def new_code() -> str:
    """A code that cannot be guessed, for looking an award up."""
    return "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))


def title_inscribed(inscription: Mapping[str, Any]) -> str:
    """The title as granted, in the reader's language or the first that it was granted in."""
    titles: dict[str, str] = inscription.get("titles", {})
    language = (get_language() or "")[:2]
    return titles.get(language) or next(iter(titles.values()), "")


class Award(models.Model):
    """One achievement earned by one person.

    Frozen at grant: the digest of the rule, the finding it gave, the citations, and the `inscription`
    (`{"holder": name, "titles": {language: title}, "issuer": {...}}`) with which documents are printed again.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=CODE_LENGTH, default=new_code, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="awards")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="awards")
    participation = models.ForeignKey(
        Participation, on_delete=models.PROTECT, null=True, blank=True, related_name="awards"
    )
    achievement = models.ForeignKey(Achievement, on_delete=models.PROTECT, related_name="awards")
    rule_set = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="awards")
    rule_digest = models.CharField(_("digest of the rule"), max_length=80)
    finding = models.JSONField(_("finding"))
    inscription = models.JSONField(_("inscription"), default=dict)
    awarded_on = models.DateField(_("awarded on"))
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    cycle = models.PositiveSmallIntegerField(_("renewal"), default=1)
    granted_at = models.DateTimeField(_("granted at"))

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["-awarded_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "achievement", "cycle"], name="award_granted_once")
        ]
        indexes = [models.Index(fields=["institution", "awarded_on"])]

    def __str__(self) -> str:
        return f"{self.achievement}: {self.person}"

    @property
    def title(self) -> str:
        """The title as granted, in the reader's language or the first that it was granted in."""
        return title_inscribed(self.inscription)


class Citation(models.Model):
    """An entry of the ledger on which an award rests."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="citations")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="citations")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["award", "evidence"], name="citation_once")]

    def __str__(self) -> str:
        return f"{self.award_id} ← {self.evidence_id}"


class Revocation(models.Model):
    """A named person takes an award back, and says why. Nothing else ever does."""

    award = models.OneToOneField(Award, on_delete=models.PROTECT, related_name="revocation")
    reason = models.TextField(_("reason"))
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(_("revoked at"))

    class Meta:
        verbose_name = _("revocation")
        verbose_name_plural = _("revocations")

    def __str__(self) -> str:
        return f"{self.award} ({self.revoked_at:%Y-%m-%d})"


class NameConsent(models.Model):
    """For how long the owner of an award lets her name be read by whoever has its code (R-REG-6)."""

    award = models.ForeignKey(Award, on_delete=models.PROTECT, related_name="name_consents")
    given_at = models.DateTimeField(_("given at"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("consent to show a name")
        verbose_name_plural = _("consents to show a name")
        constraints = [
            models.UniqueConstraint(
                fields=["award"], condition=models.Q(withdrawn_at__isnull=True), name="name_shown_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.award_id}: {self.given_at:%Y-%m-%d}"
