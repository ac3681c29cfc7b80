"""Standards and programmes as subjects of a review, version by version."""

from collections.abc import Iterable

from django.urls import reverse

from curriculum.standards.models import ProgrammeVersion, StandardVersion

from .models import SubjectKind
from .subjects import Subject, register_subjects


def register() -> None:
    register_subjects(SubjectKind.STANDARD, find=_standard, list_for=_standards)
    register_subjects(SubjectKind.PROGRAMME, find=_programme, list_for=_programmes)


def _of_standard(version: StandardVersion) -> Subject:
    return Subject(
        kind=SubjectKind.STANDARD,
        key=str(version.pk),
        title=str(version),
        institution_id=version.standard.institution_id,
        written_by=version.published_by_id,
        address=reverse("standards:one", args=[version.pk]),
    )


def _of_programme(version: ProgrammeVersion) -> Subject:
    return Subject(
        kind=SubjectKind.PROGRAMME,
        key=str(version.pk),
        title=str(version),
        institution_id=version.programme.institution_id,
        written_by=version.published_by_id,
        address=reverse("programmes:one", args=[version.pk]),
    )


def _standard(key: str) -> Subject | None:
    found = StandardVersion.objects.filter(pk=key).select_related("standard") if key.isdecimal() else ()
    return next(map(_of_standard, found), None)


def _programme(key: str) -> Subject | None:
    found = ProgrammeVersion.objects.filter(pk=key).select_related("programme") if key.isdecimal() else ()
    return next(map(_of_programme, found), None)


def _standards(institution_ids: Iterable[int]) -> list[Subject]:
    own = StandardVersion.objects.filter(standard__institution__in=institution_ids)
    return [_of_standard(version) for version in own.select_related("standard").order_by("pk")]


def _programmes(institution_ids: Iterable[int]) -> list[Subject]:
    own = ProgrammeVersion.objects.filter(programme__institution__in=institution_ids)
    return [_of_programme(version) for version in own.select_related("programme").order_by("pk")]
