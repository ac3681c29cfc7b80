"""Putting people on an institution's books: their record, their documents, their roles."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from curriculum.standards.accounts import Account
from curriculum.standards.models import Institution

from .accounts import open_account
from .documents import documents_with
from .enums import Role
from .models import IdentityDocument, Membership, Person
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


@dataclass(frozen=True, slots=True)
class DocumentDetails:
    """An identity document: country in two letters, kind of `DocumentKind`, number as printed on it."""

    country: str
    kind: str
    number: str


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
    person = Person.objects.create(
        name=details.name,
        birth_date=details.birth_date,
        language=details.language,
        email=details.email,
        phone=details.phone,
    )
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
    person.name, person.birth_date, person.language = details.name, details.birth_date, details.language
    person.email, person.phone = details.email, details.phone
    person.save(update_fields=["name", "birth_date", "language", "email", "phone"])
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
    )


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
