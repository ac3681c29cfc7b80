"""Records that seem to be of one human being, so that nobody signs for herself from another account."""

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q

from .models import IdentityDocument, Person


def same_human_ids(person: Person) -> frozenset[int]:
    """Ids of all records that share a document or an e-mail address with this one, itself included; one query.

    Phones are not compared: a household often has one.
    """
    shared = IdentityDocument.objects.filter(
        person=person, kind=OuterRef("kind"), country=OuterRef("country"), number__iexact=OuterRef("number")
    )
    alike = Q(Exists(IdentityDocument.objects.filter(Exists(shared), person=OuterRef("pk"))))
    accounts = get_user_model()
    account_email = accounts.get_email_field_name()
    for address in {person.email, getattr(person.user, account_email, "")} - {""}:
        alike |= Q(email__iexact=address)
        if hasattr(accounts, account_email):
            alike |= Q(**{f"user__{account_email}__iexact": address})
    return frozenset(Person.objects.filter(alike).values_list("pk", flat=True)) | {person.pk}
