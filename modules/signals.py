"""What happens to lessons when their pages are published, moved, unpublished or deleted."""

from typing import Any

from django.db.models.signals import post_delete
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from curriculum.api import forget_everything, forget_when_changed

from .identity import refresh_lesson, refresh_order, retire_lesson_without_page
from .models import Lesson, LessonActivity, LessonPage, LessonRecording, ModulePage
from .professional_review import remember_reviewed_words


def connect() -> None:
    forget_when_changed(Lesson, LessonActivity, LessonPage, LessonRecording, ModulePage)
    page_published.connect(_lesson_published, sender=LessonPage, dispatch_uid="modules.published")
    page_unpublished.connect(_lesson_gone, sender=LessonPage, dispatch_uid="modules.unpublished")
    post_delete.connect(_lesson_gone, sender=LessonPage, dispatch_uid="modules.deleted")
    post_page_move.connect(_page_moved, dispatch_uid="modules.moved")


def _lesson_published(instance: LessonPage, **kwargs: Any) -> None:
    remember_reviewed_words(instance)
    refresh_lesson(instance)


def _lesson_gone(instance: LessonPage, **kwargs: Any) -> None:
    retire_lesson_without_page(instance.translation_key)


def _page_moved(instance: Page, parent_page_before: Page, parent_page_after: Page, **kwargs: Any) -> None:
    forget_everything()  # the addresses below it are written without a signal
    page = instance.specific_deferred
    if not isinstance(page, LessonPage):
        return
    if parent_page_before.pk != parent_page_after.pk and instance.live:
        refresh_lesson(LessonPage.objects.get(pk=instance.pk))
    for parent in {parent_page_before.pk, parent_page_after.pk}:
        module_page = ModulePage.objects.filter(pk=parent).first()
        if module_page:
            refresh_order(module_page.translation_key)
