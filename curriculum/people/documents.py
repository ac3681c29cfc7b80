"""Finding people by their documents, however the number is written (1.234.567-8 is 12345678), and kinds of them."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from curriculum.standards.models import Institution

from .models import IdentityDocument, OwnDocumentKind
from .models.person import SEPARATORS
from .plain_text import plain_name


def compact(number: str) -> str:
    """A number of a document as it is compared: capitals and digits, nothing between them."""
    for separator in SEPARATORS:
        number = number.replace(separator, "")
    return number.upper()


def documents_with(institution: Institution, numbers: Iterable[str]) -> QuerySet[IdentityDocument]:
    """The documents of an institution's people with these numbers, the present ones and those of before."""
    wanted = {compact(number) for number in numbers}
    return IdentityDocument.objects.filter(institution=institution, compact_number__in=wanted)


@transaction.atomic
def add_kind(*, institution: Institution, name: str, country: str) -> OwnDocumentKind:
    """Put a kind on the list of an institution. Raises IntegrityError for one that stands there already."""
    return OwnDocumentKind.objects.create(institution=institution, name=name.strip(), country=country)


@transaction.atomic
def offer_kind(*, kind: OwnDocumentKind, offered: bool) -> OwnDocumentKind:
    """Offer a kind in forms, or no longer; documents of this kind stay as they are."""
    kind.offered = offered
    kind.save(update_fields=["offered"])
    return kind


def own_kinds(institution: Institution) -> dict[str, str]:
    """The kinds that an institution has added and offers, by the way they are compared; one query."""
    offered = OwnDocumentKind.objects.filter(institution=institution, offered=True)
    return {plain_name(name): name for name in offered.values_list("name", flat=True)}
