"""Advice on a lesson while it is written: what is said, where, and that nothing is saved or stopped."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import Group as Rights
from django.contrib.auth.models import Permission, User
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import GroupPagePermission

from assessments.quizzes.models import Quiz
from modules.advice import look_over
from modules.models import LessonPage

from .school import School, make_assessment, make_lesson, spanish

HARD_TO_READ = (
    "La implementación institucionalizada requiere profesionalización multidisciplinaria permanente. "
)

GOOD_BODY = [
    ("heading", "Antes de mover"),
    ("text", "<p>Pregunte primero. La persona decide.</p>"),
    ("remember", {"items": ["Uno.", "Dos.", "Tres."]}),
]
SOURCE = {"title": "Guía", "publisher": "OPS", "year": 2020, "url": ""}


def lesson(body: list[Any], **fields: Any) -> LessonPage:
    values = {
        "title": "Mover a una persona",
        "minutes": 3,
        "outcomes": [("outcome", "Va a poder pedir permiso.")],
        "sources": [("source", SOURCE)],
        "locale": spanish(),
        **fields,
    }
    return LessonPage(body=body, **values)


def codes(page: LessonPage) -> list[str]:
    return [advice.code for advice in look_over(page)]


@pytest.fixture
def quiz(school: School) -> Quiz:
    return Quiz.objects.create(institution=school.institution, key="q", title="Preguntas", method="quiz")


@pytest.mark.django_db
def test_a_good_lesson_gets_no_advice_but_that_its_quiz_has_no_questions(quiz: Quiz) -> None:
    assert codes(lesson([*GOOD_BODY, ("assessment", quiz.assessment_ptr)])) == ["assessment"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("body", "fields", "code"),
    [
        (GOOD_BODY, {"outcomes": []}, "outcomes"),
        (GOOD_BODY, {"sources": []}, "sources"),
        (GOOD_BODY, {}, "no-assessment"),
        ([("text", "<p>" + "Una frase corta. " * 80 + "</p>")], {"minutes": 30}, "minutes"),
        ([("text", "<p>" + "Una frase corta. " * 600 + "</p>")], {}, "too-long"),
        (GOOD_BODY[:2], {}, "remember"),
        ([GOOD_BODY[2], GOOD_BODY[1]], {}, "remember-last"),
        ([("heading", "Uno"), *GOOD_BODY], {}, "empty-part"),
        ([("heading", "Un título " * 9), *GOOD_BODY[1:]], {}, "long-heading"),
        ([("text", "<p><b>Antes de empezar</b></p>")], {}, "bold"),
        ([("text", "<p>x</p>")] * 7, {}, "no-heading"),
        ([("text", f"<p>{'palabra ' * 26}.</p>")], {}, "sentence"),
        ([("text", '<p>Lea más <a href="https://example.org">aquí</a>.</p>')], {}, "link"),
        ([("text", '<p><a href="https://example.org">https://example.org</a></p>')], {}, "link-address"),
        ([("text", f"<p>{HARD_TO_READ * 16}</p>")], {}, "reading"),
        ([("text", "<p>El paciente decide.</p>")], {}, "wording"),
        ([("text", "<p>Los cuidadores preguntan.</p>")], {}, "wording"),
    ],
)
def test_what_is_said(body: list[Any], fields: dict[str, Any], code: str) -> None:
    assert code in codes(lesson(body, **fields))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("alt", "caption", "code"),
    [
        ("", "", "alt"),
        ("IMG_2034.jpg", "", "alt-file"),
        ("Imagen de una mano", "", "alt-picture-of"),
        ("Una mano abierta", "Una mano abierta", "alt-twice"),
        ("palabra " * 40, "", "alt-long"),
    ],
)
def test_pictures_are_told_in_words(alt: str, caption: str, code: str) -> None:
    from wagtail.images import get_image_model

    image = get_image_model().objects.create(title="mano", file=get_test_image_file())
    picture = ("picture", {"image": image, "alt": alt, "caption": caption})
    assert code in codes(lesson([picture, *GOOD_BODY]))


@pytest.mark.django_db
def test_advice_leads_to_its_block_and_quotes_it(school: School) -> None:
    page = make_lesson(school.module_page, "Uno", text="<p>El paciente decide.</p>")
    (said,) = [advice for advice in look_over(page) if advice.code == "wording"]
    assert said.quote == "paciente"
    assert said.anchor == f"block-{page.body[1].id}-section"


@pytest.fixture
def author(school: School, trainer: User) -> User:
    """A trainer who may write below her school's pages."""
    rights = Rights.objects.create(name="Pages")
    for codename in ("add_page", "change_page"):
        right = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=rights, page=school.programme_page, permission=right)
    rights.permissions.add(Permission.objects.get(codename="access_admin"))
    rights.user_set.add(trainer)
    return trainer


BLOCK = {"key": "a", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}


def form_of(page: LessonPage, text: str) -> dict[str, str]:
    return {
        "title": page.title,
        "slug": page.slug,
        "summary": page.summary,
        "minutes": "7",
        "outcomes-count": "0",
        "sources-count": "0",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "text",
        "body-0-id": "0d2b2a4e-53c5-4a0e-9cf7-5b8a1f7e3c11",
        "body-0-value": json.dumps({"blocks": [{**BLOCK, "text": text}], "entityMap": {}}),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
    }


def test_the_form_is_looked_over_as_it_stands_and_nothing_is_saved(
    client: Client, school: School, author: User
) -> None:
    page = make_lesson(school.module_page, "Uno")
    client.force_login(author)
    answer = client.post(f"/admin/lesson-advice/{page.pk}/", form_of(page, "El paciente decide."))
    assert answer.status_code == 200
    assert "persona cuidada" in answer.text
    page.refresh_from_db()
    assert "paciente" not in str(page.body.raw_data)
    assert page.revisions.count() == 1


def test_a_new_lesson_is_looked_over_before_it_exists(client: Client, school: School, author: User) -> None:
    client.force_login(author)
    page = LessonPage(title="Nueva", slug="nueva", summary="Una frase")
    address = f"/admin/lesson-advice/new/modules/lessonpage/{school.module_page.pk}/"
    assert "persona cuidada" in client.post(address, form_of(page, "El paciente decide.")).text
    assert not LessonPage.objects.exists()


def test_only_those_who_may_write_it_have_it_looked_over(
    client: Client, school: School, other_school: School, author: User
) -> None:
    elsewhere = make_lesson(other_school.module_page, "De otra escuela")
    client.force_login(author)
    address = f"/admin/lesson-advice/{elsewhere.pk}/"
    assert client.post(address, form_of(elsewhere, "x"), follow=True).redirect_chain != []
    assert client.get(f"/admin/lesson-advice/{make_lesson(school.module_page, 'Uno').pk}/").status_code == 405


def test_a_new_lesson_has_the_shape_of_a_good_one(client: Client, school: School, author: User) -> None:
    client.force_login(author)
    page = client.get(f"/admin/pages/add/modules/lessonpage/{school.module_page.pk}/")
    form = page.context["form"]
    assert [child.block_type for child in form.initial["body"]] == ["heading", "text", "remember"]
    assert "Mientras escribe, aquí aparecen consejos" in page.text


def test_a_translation_is_previewed_beside_the_page(client: Client, school: School, author: User) -> None:
    from wagtail.models import Locale

    page = make_lesson(school.module_page, "Uno", assessment=make_assessment(school.institution, "a"))
    portuguese = Locale.objects.get_or_create(language_code="pt")[0]
    for each in (school.programme_page.get_parent().specific, school.programme_page, school.module_page):
        each.copy_for_translation(portuguese, copy_parents=True)
    translated = page.copy_for_translation(portuguese)
    translated.title = "Um"
    translated.save_revision()
    assert [mode for mode, _name in page.preview_modes] == ["", "pt"]
    assert page.preview_sizes[0]["device_width"] == 390
    client.force_login(author)
    shown = client.get(f"/admin/pages/{page.pk}/view_draft/", {"mode": "pt"})
    assert '<html lang="pt"' in shown.text
    assert "Um ·" in shown.text
