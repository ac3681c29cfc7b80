"""Lessons as subjects of a review, and what keeps one that nobody has reviewed from being published."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessments.api import Assessment
from curriculum.api import Subject, SubjectKind, is_reviewed, latest_review, register_subjects

from .blocks import OPTIONAL_ASSESSMENT, REQUIRED_ASSESSMENT
from .models import LessonPage, ModulePage
from .words_of_lesson import digest_of_words, draft_digest

if TYPE_CHECKING:
    from django.db.models import QuerySet


class NotReviewed(PermissionDenied):
    """Nobody has reviewed this lesson as it stands, so no person publishes it."""


def register() -> None:
    register_subjects(SubjectKind.LESSON, find=_lesson, list_for=_lessons)


def needs_review(page: LessonPage) -> bool:
    """Whether nobody has found these very words in order: a review lapses when they change. One query."""
    words = {page.locale.language_code: digest_of_words(page)}
    return not is_reviewed(SubjectKind.LESSON, str(page.translation_key), words)


def what_is_missing(page: LessonPage) -> str:
    """What an author reads in place of publishing."""
    review = latest_review(SubjectKind.LESSON, str(page.translation_key))
    if review and review.is_done:
        return _(
            "“%(lesson)s” is saved as a draft. It has changed since it was reviewed on %(day)s. Before it is "
            "published, another trainer, an assessor or an administrator looks at it again."
        ) % {"lesson": page.title, "day": date_format(timezone.localdate(review.reviewed_at))}
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
    pages = list(_with_drafts().filter(translation_key=wanted))
    return _subject(pages, _institution_of(pages[0])) if pages else None


def _lessons(institution_ids: Iterable[int]) -> list[Subject]:
    """The lessons of these institutions, once each; three queries."""
    owners = dict(
        ModulePage.objects.filter(module__institution__in=institution_ids).values_list(
            "path", "module__institution_id"
        )
    )
    by_key: dict[UUID, list[LessonPage]] = defaultdict(list)
    for page in _with_drafts():
        if page.path[: -page.steplen] in owners:
            by_key[page.translation_key].append(page)
    return [_subject(pages, owners[pages[0].path[: -LessonPage.steplen]]) for pages in by_key.values()]


def _with_drafts() -> "QuerySet[LessonPage]":
    """The lessons in every language, the one that was written first before its translations."""
    pages = LessonPage.objects.filter(alias_of=None).select_related("latest_revision", "locale")
    return pages.order_by("pk")


def _institution_of(page: LessonPage) -> int:
    above = ModulePage.objects.filter(path=page.path[: -page.steplen])
    return above.values_list("module__institution_id", flat=True).first() or 0


def _subject(pages: Sequence[LessonPage], institution_id: int) -> Subject:
    page = pages[0]
    revision = page.latest_revision
    return Subject(
        kind=SubjectKind.LESSON,
        key=str(page.translation_key),
        title=page.draft_title or page.title,
        institution_id=institution_id,
        written_by=revision.user_id if revision else page.owner_id,
        includes=_assessments(page),
        address=reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        words={each.locale.language_code: draft_digest(each) for each in pages},
    )


def _assessments(page: LessonPage) -> tuple[str, ...]:
    kinds = {REQUIRED_ASSESSMENT, OPTIONAL_ASSESSMENT}
    ids = [raw["value"] for raw in page.body.raw_data if raw["type"] in kinds and raw["value"]]
    if not ids:
        return ()
    return tuple(str(uuid) for uuid in Assessment.objects.filter(pk__in=ids).values_list("uuid", flat=True))
