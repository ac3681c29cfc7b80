"""Which versions stand open."""

from collections.abc import Iterable

from django.db.models import QuerySet

from .enums import OPEN_FOR_ENROLMENT
from .models import Institution, ProgrammeVersion


def version_open_for_enrolment(institution: str, programme: str) -> ProgrammeVersion | None:
    """The newest published version of a programme that people may start on, by keys; one query."""
    return (
        ProgrammeVersion.objects.filter(
            programme__institution__key=institution,
            programme__key=programme,
            published_at__isnull=False,
            status__in=OPEN_FOR_ENROLMENT,
        )
        .select_related("programme__institution")
        .order_by("-published_at", "-pk")
        .first()
    )


def institutions_for_choice(ids: Iterable[int]) -> QuerySet[Institution]:
    """These institutions, for a form to choose from, by key."""
    return Institution.objects.filter(pk__in=list(ids)).order_by("key")
