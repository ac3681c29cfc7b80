"""Keeps `Lesson` in step with the pages: what is published, in which order, with which assessments."""

from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from curriculum.api import forget_everything

from .blocks import OPTIONAL_ASSESSMENT, REQUIRED_ASSESSMENT
from .models import Lesson, LessonActivity, LessonPage, ModulePage


@transaction.atomic
def refresh_lesson(page: LessonPage) -> None:
    """After a lesson is published: its identity, its place in the module, its assessments."""
    module_page = _module_page_above(page)
    if module_page is None:
        return
    Lesson.objects.update_or_create(
        key=page.translation_key,
        defaults={
            "institution_id": module_page.module.institution_id,
            "module_id": module_page.module_id,
            "minutes": page.minutes,
            "source_key": page.source_key,
            "retired_at": None,
        },
        create_defaults={
            "institution_id": module_page.module.institution_id,
            "module_id": module_page.module_id,
            "minutes": page.minutes,
            "source_key": page.source_key,
            "order": Lesson.objects.filter(module_id=module_page.module_id).count(),
        },
    )
    _refresh_activities(page)
    refresh_order(module_page.translation_key)


@transaction.atomic
def refresh_order(module_key: UUID) -> None:
    """The order of lessons is the order of their pages; the site's main language decides."""
    pages = LessonPage.objects.none()
    for path in ModulePage.objects.filter(translation_key=module_key).values_list("path", flat=True):
        pages |= LessonPage.objects.filter(path__startswith=path)
    ranked = pages.live().values_list("translation_key", "locale__language_code", "path")
    places: dict[UUID, tuple[bool, str]] = {}
    for key, language, path in ranked:
        place = (language != settings.LANGUAGE_CODE, path)
        places[key] = min(place, places.get(key, place))
    position = {key: order for order, key in enumerate(sorted(places, key=places.__getitem__))}
    moved = [
        lesson for lesson in Lesson.objects.filter(key__in=position) if lesson.order != position[lesson.key]
    ]
    for lesson in moved:
        lesson.order = position[lesson.key]
    Lesson.objects.bulk_update(moved, ["order"])
    forget_everything()


def retire_lesson_without_page(key: UUID) -> None:
    """After a page goes: a lesson that no language shows any more is retired; progress stays."""
    if not LessonPage.objects.live().filter(translation_key=key).exists():
        Lesson.objects.filter(key=key, retired_at__isnull=True).update(retired_at=timezone.now())
        forget_everything()


def _module_page_above(page: Page) -> ModulePage | None:
    parent_path = page.path[: -page.steplen]
    return ModulePage.objects.select_related("module").filter(path=parent_path).first()


def _refresh_activities(page: LessonPage) -> None:
    """Every translation has the same assessments, so the page just published speaks for all."""
    wanted = _assessments_in(page)
    kept = LessonActivity.objects.filter(lesson_id=page.translation_key)
    kept.exclude(assessment_id__in=wanted).delete()
    for order, (assessment_id, required) in enumerate(wanted.items()):
        LessonActivity.objects.update_or_create(
            lesson_id=page.translation_key,
            assessment_id=assessment_id,
            defaults={"required": required, "order": order},
        )


def _assessments_in(page: LessonPage) -> dict[int, bool]:
    """Ids of the assessments of a lesson in their order, each with whether it is required."""
    wanted: dict[int, bool] = {}
    for raw in page.body.raw_data:
        if raw["type"] in {REQUIRED_ASSESSMENT, OPTIONAL_ASSESSMENT} and raw["value"]:
            required = raw["type"] == REQUIRED_ASSESSMENT
            wanted[raw["value"]] = required or wanted.get(raw["value"], False)
    return wanted
