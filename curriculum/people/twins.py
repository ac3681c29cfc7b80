"""Records that seem to be of one human being, so that nobody signs for herself from another account."""

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from curriculum.standards.accounts import Visitor

from .models import IdentityDocument, Person


def people_behind(user: Visitor) -> QuerySet[Person]:
    """The person of an account, and every record that shares a document or an e-mail address with her.

    Meant as a subquery about known persons (`Exists(people_behind(user).filter(pk=OuterRef("person")))`); it asks
    nothing by itself. Phones are not compared: a household often has one.
    """
    if not user.is_authenticated:
        return Person.objects.none()
    address = f"user__{get_user_model().get_email_field_name()}"
    own = Person.objects.filter(user=user.pk)
    hers = [own.exclude(**{field: ""}).values(e=Lower(field)) for field in ("email", address)]
    same_document = IdentityDocument.objects.filter(
        person__user=user.pk,
        kind=OuterRef("kind"),
        country=OuterRef("country"),
        number__iexact=OuterRef("number"),
    )
    with_her_document = IdentityDocument.objects.filter(Exists(same_document), person=OuterRef("pk"))
    alike = Q(user=user.pk) | Q(Exists(with_her_document))
    for field in ("lower_email", "lower_account_email"):
        for addresses in hers:
            alike |= Q(**{f"{field}__in": addresses})
    compared = Person.objects.alias(lower_email=Lower("email"), lower_account_email=Lower(address))
    return compared.filter(alike)
