"""Putting people on an institution's books: their record, their documents, their roles."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from .accounts import open_account
from .documents import documents_with
from .enums import Role
from .models import IdentityDocument, Membership, Person
from .phones import international
from .services import join_institution
from .staff import GROUP_NAMES, give_staff_access, withdraw_staff_access


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What a record says about a person, beside her documents."""

    name: str
    birth_date: date | None = None
    language: str = "es"
    email: str = ""
    phone: str = ""
    sex: str = ""
    gender: str = ""

    def columns(self, country: str) -> dict[str, Any]:
        """The same as a record holds it; a phone number without a country is taken for one of `country`."""
        return {**asdict(self), "phone_e164": international(self.phone, country)}


@dataclass(frozen=True, slots=True)
class DocumentDetails:
    """An identity document: country in two letters, kind, number as printed on it, last day if it has one."""

    country: str
    kind: str
    number: str
    expires_on: date | None = None


class AlreadyKnown(Exception):
    """The institution has a record of this person already; `person` is it."""

    def __init__(self, person: Person) -> None:
        super().__init__(str(person))
        self.person = person


class OwnRole(Exception):
    """An administrator may not end her own role: nobody might be left to undo it."""


def find_person(*, institution: Institution, document: DocumentDetails | None, email: str) -> Person | None:
    """The person whom this institution knows by this document or, failing that, by this e-mail address."""
    if document is not None:
        held = documents_with(institution, [document.number]).filter(
            country=document.country, kind=document.kind
        )
        known = held.select_related("person").first()
        if known is not None:
            return known.person
    if not email:
        return None
    here = Person.objects.filter(memberships__institution=institution, email__iexact=email)
    return here.order_by("pk").first()


@transaction.atomic
def register_person(
    *,
    institution: Institution,
    details: PersonDetails,
    document: DocumentDetails | None,
    role: Role,
    since: date,
    user_name: str = "",
) -> Person:
    """Open a record and give its first role; with a user name also an account, still without a password.

    Raises AlreadyKnown for a known document or e-mail address, UserNameTaken for the account.
    """
    known = find_person(institution=institution, document=document, email=details.email)
    if known is not None:
        raise AlreadyKnown(known)
    person = Person.objects.create(**details.columns(institution.country))
    if document is not None:
        _put_down(person, institution, document)
    if user_name:
        open_account(person=person, user_name=user_name)
    give_role(person=person, institution=institution, role=role, since=since)
    return person


@transaction.atomic
def correct_person(
    *, person: Person, institution: Institution, details: PersonDetails, document: DocumentDetails | None
) -> Person:
    """Correct a record; a document is added beside those it has. Raises AlreadyKnown as registering does.

    Awards keep the name they were granted under.
    """
    Person.objects.select_for_update().get(pk=person.pk)
    known = find_person(institution=institution, document=document, email="")
    if known is not None and known != person:
        raise AlreadyKnown(known)
    columns = details.columns(institution.country)
    for column, value in columns.items():
        setattr(person, column, value)
    person.save(update_fields=[*columns, "plain_name"])
    if document is not None and known is None:
        _put_down(person, institution, document)
    return person


def _put_down(person: Person, institution: Institution, document: DocumentDetails) -> None:
    IdentityDocument.objects.create(
        person=person,
        institution=institution,
        country=document.country,
        kind=document.kind,
        number=document.number,
        expires_on=document.expires_on,
    )


@transaction.atomic
def end_document(*, document: IdentityDocument, on: date) -> IdentityDocument:
    """A document that was replaced or has run out stays on record, and still finds its person."""
    document.ended_on = on
    document.save(update_fields=["ended_on"])
    return document


@transaction.atomic
def give_role(*, person: Person, institution: Institution, role: Role, since: date) -> Membership:
    """Give a role, or take up again one that had ended; trainers and administrators are let into the admin."""
    membership = join_institution(person=person, institution=institution, role=role, since=since)
    if role in GROUP_NAMES and person.user is not None:
        give_staff_access(person, role)
    return membership


@transaction.atomic
def end_role(*, membership: Membership, on: date, ended_by: Account) -> Membership:
    """End a role; what the person did in it stays. Raises OwnRole for one's own administration."""
    if membership.role == Role.ADMINISTRATOR and membership.person.user_id == ended_by.pk:
        raise OwnRole(membership)
    membership.until = on
    membership.save(update_fields=["until"])
    withdraw_staff_access(membership.person, Role(membership.role))
    return membership
