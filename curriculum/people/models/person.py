"""Persons and what is known about them; a person may stand in several institutions."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models.functions import Replace, Upper
from django.utils.translation import gettext_lazy as _

from curriculum.people.enums import DocumentKind, Gender, Role, Sex
from curriculum.people.managers import PersonQuerySet
from curriculum.people.plain_text import PlainNameField
from curriculum.rules.types import FactKind
from curriculum.standards.models import Institution

PERSON_FACT_KINDS = [
    FactKind.BIRTH,
    FactKind.EDUCATION,
    FactKind.DOCUMENT,
    FactKind.EXPERIENCE,
    FactKind.STATEMENT,
    FactKind.WAIVER,
    FactKind.DEFERRAL,
]


class Person(models.Model):
    """One human being, with or without an account. Names are kept as people write them (R-MIG-2)."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
        verbose_name=_("account"),
    )
    name = models.CharField(_("full name"), max_length=200, db_index=True)
    plain_name = PlainNameField(of="name", db_index=True)
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=10, default="es")
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    phone_e164 = models.CharField(max_length=20, blank=True, editable=False, db_index=True)
    sex = models.CharField(_("sex"), max_length=20, choices=Sex, blank=True)
    gender = models.CharField(_("gender"), max_length=20, choices=Gender, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A role of a person in an institution, with its dates. It decides what she may see and do there."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["person", "institution", "role"], name="role_once_in_institution")
        ]
        indexes = [models.Index(fields=["institution", "role"])]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"


SEPARATORS = (".", "-", " ", "/")


def _compacted(number: models.Expression | models.F) -> models.Expression:
    """A number of a document as it is compared: capitals and digits, nothing between them."""
    for separator in SEPARATORS:
        number = Replace(number, models.Value(separator), models.Value(""))
    return Upper(number)


class IdentityDocument(models.Model):
    """A document that says who somebody is; several per person, of any country, with history (R-MIG-1).

    `kind` is one of `DocumentKind` or, for kinds that an institution has added, the name it gave.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identity_documents")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=30)
    country = models.CharField(_("country"), max_length=2)
    number = models.CharField(_("number"), max_length=60)
    compact_number = models.GeneratedField(
        expression=_compacted(models.F("number")),
        output_field=models.CharField(max_length=60),
        db_persist=True,
        db_index=True,
    )
    expires_on = models.DateField(_("expires on"), null=True, blank=True)
    noted_at = models.DateTimeField(_("on record since"), auto_now_add=True, null=True)
    ended_on = models.DateField(_("no longer used since"), null=True, blank=True)

    class Meta:
        verbose_name = _("identity document")
        verbose_name_plural = _("identity documents")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "country", "kind", "number"], name="identity_document_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind_name} {self.number}"

    @property
    def kind_name(self) -> str:
        return str(dict(DocumentKind.choices).get(self.kind, self.kind))


class OwnDocumentKind(models.Model):
    """A kind of document that an institution meets and we did not list, of one country or of any (R-MIG-1)."""

    institution = models.ForeignKey(Institution, on_delete=models.CASCADE, related_name="document_kinds")
    country = models.CharField(_("country"), max_length=2, blank=True)
    name = models.CharField(_("name"), max_length=30)
    offered = models.BooleanField(_("offered"), default=True)

    class Meta:
        verbose_name = _("kind of document")
        verbose_name_plural = _("kinds of documents")
        ordering = ["country", "name"]
        constraints = [
            models.UniqueConstraint(fields=["institution", "country", "name"], name="document_kind_once")
        ]

    def __str__(self) -> str:
        return self.name


class PersonFact(models.Model):
    """Something about a person that a requirement may ask: schooling, experience, a document, a waiver (R-ADM-2).

    `kind` is one of the person kinds of `rules.FactKind`; `subject` is the key the requirement names, such as
    "primary_completed" or "health_certificate". A fact that proved wrong is retired, not edited.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="facts")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(
        _("kind"), max_length=20, choices=[(kind.value, kind.value) for kind in PERSON_FACT_KINDS]
    )
    subject = models.CharField(_("what"), max_length=80, blank=True)
    occurred_on = models.DateField(_("since"))
    ended_on = models.DateField(_("until"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    attested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    attested_at = models.DateTimeField(auto_now_add=True)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("fact about a person")
        verbose_name_plural = _("facts about persons")
        indexes = [models.Index(fields=["person", "institution"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}".strip()
