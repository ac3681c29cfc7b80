"""Finding people by their documents, however the number is written: 1.234.567-8 is 12345678."""

from collections.abc import Iterable

from django.db.models import CharField, Expression, F, QuerySet, Value
from django.db.models.functions import Replace, Upper

from curriculum.standards.models import Institution

from .models import IdentityDocument

SEPARATORS = (".", "-", " ", "/")


def compact(number: str) -> str:
    """A number of a document as it is compared: capitals and digits, nothing between them."""
    for separator in SEPARATORS:
        number = number.replace(separator, "")
    return number.upper()


def documents_with(institution: Institution, numbers: Iterable[str]) -> QuerySet[IdentityDocument]:
    """The documents of an institution's people with these numbers; each row has `compact_number`."""
    written: Expression | F = F("number")
    for separator in SEPARATORS:
        written = Replace(written, Value(separator), Value(""))
    return (
        IdentityDocument.objects.filter(institution=institution)
        .annotate(compact_number=Upper(written, output_field=CharField()))
        .filter(compact_number__in={compact(number) for number in numbers})
    )
