"""The review that a lesson names (R-GEN-1) holds for the words that were read, in their language, and then lapses."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Locale
from wagtail.rich_text import RichText
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from modules.advice import look_over
from modules.models import LessonPage
from modules.words_of_lesson import digest_of_words, draft_digest

from .school import School, lesson_address, make_learner, make_lesson

pytestmark = pytest.mark.django_db

READ_ON = date(2026, 5, 1)
AGAIN_ON = date(2026, 6, 1)


def publish(page: LessonPage, **fields: object) -> LessonPage:
    """What a trainer does: open the latest draft, change something, publish it."""
    found = LessonPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(found, name, value)
    found.save_revision().publish()
    return LessonPage.objects.get(pk=page.pk)


@pytest.fixture
def reviewed(school: School) -> LessonPage:
    page = make_lesson(school.module_page, "Uno")
    return publish(page, reviewed_by="Una enfermera", reviewed_on=READ_ON)


def with_other_text(page: LessonPage) -> object:
    body = LessonPage.objects.get(pk=page.pk).body
    body[1].value = RichText("<p>Otra cosa.</p>")
    return body


def read(client: Client, school: School, page: LessonPage) -> str:
    participation = make_learner(f"lee-{User.objects.count()}", school)
    client.force_login(participation.person.user)
    return client.get(lesson_address(page.translation_key)).text


def test_a_review_holds_until_the_lesson_says_something_else(
    client: Client, school: School, reviewed: LessonPage
) -> None:
    assert not reviewed.has_changed_since_review
    assert "cambió desde entonces" not in read(client, school, reviewed)
    later = publish(reviewed, minutes=9)
    assert not later.has_changed_since_review
    changed = publish(reviewed, body=with_other_text(reviewed))
    assert changed.has_changed_since_review
    shown = read(client, school, changed)
    assert "Revisión de Una enfermera, 1 de mayo de 2026" in shown
    assert "cambió desde entonces" in shown


def test_who_puts_the_old_words_back_has_the_review_back(reviewed: LessonPage) -> None:
    assert publish(reviewed, title="Dos").has_changed_since_review
    assert not publish(reviewed, title="Uno").has_changed_since_review


def test_a_new_day_is_a_new_review(reviewed: LessonPage) -> None:
    assert publish(reviewed, summary="Otra").has_changed_since_review
    again = publish(reviewed, reviewed_on=AGAIN_ON)
    assert not again.has_changed_since_review
    assert publish(again, title="Tres").has_changed_since_review


def test_a_lesson_that_nobody_reviewed_says_so(client: Client, school: School) -> None:
    page = make_lesson(school.module_page, "Uno")
    assert not page.has_changed_since_review
    assert "todavía no tiene revisión profesional" in read(client, school, page)


def test_the_trainer_reads_it_while_she_writes(reviewed: LessonPage) -> None:
    codes = {advice.code for advice in look_over(reviewed)}
    assert "changed-since-review" not in codes
    reviewed.title = "Dos"
    found = next(each for each in look_over(reviewed) if each.code == "changed-since-review")
    assert "Una enfermera" in found.text
    reviewed.reviewed_on = AGAIN_ON
    assert "changed-since-review" not in {advice.code for advice in look_over(reviewed)}


def test_each_language_has_its_own_words(
    reviewed: LessonPage, django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[Any]]
) -> None:
    portuguese = Locale.objects.get_or_create(language_code="pt")[0]
    source, _created = TranslationSource.update_or_create_from_instance(reviewed)
    Translation.objects.create(source=source, target_locale=portuguese)
    with django_capture_on_commit_callbacks(execute=True):
        source.create_or_update_translation(portuguese, publish=True, copy_parent_pages=True, fallback=True)
    translated = reviewed.get_translation(portuguese)
    assert translated.reviewed_by == "Una enfermera"
    assert not translated.has_changed_since_review
    segment = source.stringsegment_set.select_related("context").first()
    StringTranslation.objects.create(
        translation_of_id=segment.string_id, context=segment.context, locale=portuguese, data="Outra coisa"
    )
    with django_capture_on_commit_callbacks(execute=True):
        source.create_or_update_translation(portuguese, publish=True, fallback=True)
    assert reviewed.get_translation(portuguese).has_changed_since_review
    assert not LessonPage.objects.get(pk=reviewed.pk).has_changed_since_review


def test_a_draft_has_the_digest_of_the_page_it_becomes(reviewed: LessonPage) -> None:
    page = LessonPage.objects.select_related("latest_revision").get(pk=reviewed.pk)
    assert draft_digest(page) == digest_of_words(page)
    page.title = "Dos"
    page.save_revision()
    assert draft_digest(page) == digest_of_words(page) != digest_of_words(reviewed)
