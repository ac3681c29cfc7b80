"""Documents that prove something, page by page, and every opening of them.

The pages lie in the private storage. When their time is over they go; the row stays and says that they were there.
"""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.admission.enums import SENSITIVE, CatchUpState, ProofState
from curriculum.people.models import Person, PersonFact
from curriculum.rules.types import FactKind
from curriculum.standards.models import Institution

PROVES = [FactKind.DOCUMENT, FactKind.EDUCATION, FactKind.EXPERIENCE]


class Proof(models.Model):
    """What a person has sent to show that she meets a requirement.

    `subject` is the key that the requirement names. For experience `began_on` and `ended_on` are the period.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="proofs")
    kind = models.CharField(_("kind"), max_length=20, choices=[(kind.value, kind.value) for kind in PROVES])
    subject = models.CharField(_("what"), max_length=80)
    began_on = models.DateField(_("from"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=ProofState, default=ProofState.WAITING)
    sent_at = models.DateTimeField(_("sent"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    instrument = models.CharField(_("instrument of the test"), max_length=60, blank=True)
    note = models.CharField(_("what to do next"), max_length=300, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(_("looked at"), null=True, blank=True)
    fact = models.OneToOneField(
        PersonFact, on_delete=models.PROTECT, null=True, blank=True, related_name="proof"
    )
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)
    erased_at = models.DateTimeField(_("pages erased"), null=True, blank=True)

    class Meta:
        verbose_name = _("proof")
        verbose_name_plural = _("proofs")
        ordering = ["sent_at", "pk"]
        indexes = [models.Index(fields=["person", "institution"], name="proof_of_person")]

    def __str__(self) -> str:
        return f"{self.person}: {self.subject}"

    @property
    def is_sensitive(self) -> bool:
        return self.subject in SENSITIVE


class ProofPage(models.Model):
    """One page, photographed or as a PDF."""

    proof = models.ForeignKey(Proof, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveSmallIntegerField(_("page"))
    file = models.CharField(max_length=200)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(_("bytes"))

    class Meta:
        verbose_name = _("page of a proof")
        verbose_name_plural = _("pages of proofs")
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["proof", "number"], name="page_once_in_proof")]

    def __str__(self) -> str:
        return f"{self.proof}, {self.number}"


class ProofOpening(models.Model):
    """Somebody else than the person opened a page. It outlasts the pages, and so names the proof without a key."""

    proof_uuid = models.UUIDField(db_index=True)
    subject = models.CharField(max_length=80)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(_("opened"))

    class Meta:
        verbose_name = _("opening of a document")
        verbose_name_plural = _("openings of documents")
        ordering = ["-opened_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.opened_by}: {self.subject}"


class CatchUp(models.Model):
    """Completing primary or secondary school as an adult: where, and how far (R-LEV-4). The latest row holds."""

    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="catch_ups")
    level = models.CharField(_("level"), max_length=80)
    place = models.CharField(_("where"), max_length=120, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=CatchUpState)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(_("noted"))

    class Meta:
        verbose_name = _("catch-up study")
        verbose_name_plural = _("catch-up studies")
        ordering = ["-noted_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_state_display()}"
