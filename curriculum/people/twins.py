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
    own = Person.objects.filter(user=user.pk)
    same_document = IdentityDocument.objects.filter(
        person__user=user.pk,
        kind=OuterRef("kind"),
        country=OuterRef("country"),
        number__iexact=OuterRef("number"),
    )
    alike = (
        Q(user=user.pk)
        | Exists(IdentityDocument.objects.filter(Exists(same_document), person=OuterRef("pk")))
        | Q(email_to_compare__in=own.exclude(email="").values(e=Lower("email")))
    )
    accounts = get_user_model()
    account_email = accounts.get_email_field_name()
    address = getattr(user, account_email, "")
    if address:
        alike |= Q(email__iexact=address) | Q(**{f"user__{account_email}__iexact": address})
    return Person.objects.alias(email_to_compare=Lower("email")).filter(alike)
