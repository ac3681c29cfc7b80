"""Lessons as subjects of a review, and what keeps one that nobody has reviewed from being published."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext as _

from assessments.api import Assessment
from curriculum.api import Subject, SubjectKind, is_reviewed, register_subjects

from .blocks import OPTIONAL_ASSESSMENT, REQUIRED_ASSESSMENT
from .models import LessonPage, ModulePage


class NotReviewed(PermissionDenied):
    """Nobody has reviewed this lesson yet, so no person publishes it."""


def register() -> None:
    register_subjects(SubjectKind.LESSON, find=_lesson, list_for=_lessons)


def needs_review(page: LessonPage) -> bool:
    """Whether the review still has to be done; one query."""
    return not is_reviewed(SubjectKind.LESSON, str(page.translation_key))


def what_is_missing(page: LessonPage) -> str:
    """What an author reads in place of publishing."""
    return _(
        "“%(lesson)s” is saved as a draft. Before it is published, another trainer, an assessor or an administrator "
        "reviews it on five points: gender, human rights, autonomy, health and safety, rights of the worker."
    ) % {"lesson": page.title}


def address_of_review(page: LessonPage) -> str:
    return reverse("review", args=[SubjectKind.LESSON.value, str(page.translation_key)])


def _lesson(key: str) -> Subject | None:
    try:
        wanted = UUID(key)
    except ValueError:
        return None
    pages = LessonPage.objects.filter(translation_key=wanted, alias_of=None).order_by("pk")
    page = pages.select_related("latest_revision").first()
    return _subject(page, _institution_of(page)) if page else None


def _lessons(institution_ids: Iterable[int]) -> list[Subject]:
    """The lessons of these institutions, once each; three queries."""
    owners = dict(
        ModulePage.objects.filter(module__institution__in=institution_ids).values_list(
            "path", "module__institution_id"
        )
    )
    seen: dict[UUID, Subject] = {}
    pages = LessonPage.objects.filter(alias_of=None).select_related("latest_revision").order_by("pk")
    for page in pages.defer("outcomes", "sources"):
        institution_id = owners.get(page.path[: -page.steplen])
        if institution_id and page.translation_key not in seen:
            seen[page.translation_key] = _subject(page, institution_id)
    return list(seen.values())


def _institution_of(page: LessonPage) -> int:
    above = ModulePage.objects.filter(path=page.path[: -page.steplen])
    return above.values_list("module__institution_id", flat=True).first() or 0


def _subject(page: LessonPage, institution_id: int) -> Subject:
    revision = page.latest_revision
    return Subject(
        kind=SubjectKind.LESSON,
        key=str(page.translation_key),
        title=page.draft_title or page.title,
        institution_id=institution_id,
        written_by=revision.user_id if revision else page.owner_id,
        includes=_assessments(page),
        address=reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
    )


def _assessments(page: LessonPage) -> tuple[str, ...]:
    kinds = {REQUIRED_ASSESSMENT, OPTIONAL_ASSESSMENT}
    ids = [raw["value"] for raw in page.body.raw_data if raw["type"] in kinds and raw["value"]]
    if not ids:
        return ()
    return tuple(str(uuid) for uuid in Assessment.objects.filter(pk__in=ids).values_list("uuid", flat=True))
