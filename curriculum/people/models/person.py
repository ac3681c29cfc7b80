"""Persons and what is known about them; a person may stand in several institutions."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from curriculum.people.enums import DocumentKind, Role
from curriculum.people.managers import PersonQuerySet
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
    birth_date = models.DateField(_("date of birth"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=10, default="es")
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
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


class IdentityDocument(models.Model):
    """A document that says who somebody is; several per person, of any country, with history (R-MIG-1)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="identity_documents")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=30, choices=DocumentKind)
    country = models.CharField(_("country"), max_length=2)
    number = models.CharField(_("number"), max_length=60)
    expires_on = models.DateField(_("expires on"), null=True, blank=True)

    class Meta:
        verbose_name = _("identity document")
        verbose_name_plural = _("identity documents")
        constraints = [
            models.UniqueConstraint(
                fields=["institution", "country", "kind", "number"], name="identity_document_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


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
