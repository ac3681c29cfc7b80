"""Which versions stand open, and what everybody may know of a version and its institution."""

from collections.abc import Iterable

from django.db.models import QuerySet

from .enums import OPEN_FOR_ENROLMENT
from .memory import Memory
from .models import Achievement, Institution, ProgrammeModule, ProgrammeVersion

_versions: Memory[ProgrammeVersion] = Memory("versions")
_institutions: Memory[Institution] = Memory("institutions")
_achievements: Memory[dict[int, Achievement]] = Memory("achievements")
_placed_modules: Memory[dict[int, ProgrammeModule]] = Memory("placed_modules")


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


def known_version(version_id: int) -> ProgrammeVersion:
    """A version with its programme; no query while it is remembered."""
    versions = ProgrammeVersion.objects.select_related("programme")
    return _versions.recall(str(version_id), lambda: versions.get(pk=version_id))


def known_institution(institution_id: int) -> Institution:
    """An institution; no query while it is remembered."""
    return _institutions.recall(str(institution_id), lambda: Institution.objects.get(pk=institution_id))


def known_achievements(institution_id: int) -> dict[int, Achievement]:
    """What can be earned at an institution, by id; no query while it is remembered."""
    return _achievements.recall(
        str(institution_id), lambda: Achievement.objects.filter(institution=institution_id).in_bulk()
    )


def placed_modules(version_id: int) -> dict[int, ProgrammeModule]:
    """The modules of a version with their hours there, by id of the module; no query while they are remembered."""
    return _placed_modules.recall(
        str(version_id),
        lambda: {
            placed.module_id: placed
            for placed in ProgrammeModule.objects.filter(programme_version=version_id).order_by("order", "pk")
        },
    )
