"""Finding people by their documents, however the number is written: 1.234.567-8 is 12345678."""

from collections.abc import Iterable

from django.db.models import QuerySet

from curriculum.standards.models import Institution

from .models import IdentityDocument
from .models.person import SEPARATORS


def compact(number: str) -> str:
    """A number of a document as it is compared: capitals and digits, nothing between them."""
    for separator in SEPARATORS:
        number = number.replace(separator, "")
    return number.upper()


def documents_with(institution: Institution, numbers: Iterable[str]) -> QuerySet[IdentityDocument]:
    """The documents of an institution's people with these numbers, the present ones and those of before."""
    wanted = {compact(number) for number in numbers}
    return IdentityDocument.objects.filter(institution=institution, compact_number__in=wanted)
