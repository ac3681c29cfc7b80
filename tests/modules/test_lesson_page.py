"""Who reads a lesson, in which language, and what it costs."""

import pytest
from django.test import Client
from wagtail.models import Locale

from curriculum.enums import Role
from curriculum.models import Module, Participation, ProgrammeModule
from modules.models import LessonPage, LessonProgress
from modules.pack.translating import translate_page

from .school import (
    School,
    exactly,
    lesson_address,
    lesson_of,
    make_learner,
    make_lesson,
    make_lessons,
    make_staff,
    module_address,
)


def translated(page: LessonPage, language: str, title: str) -> LessonPage:
    locale, _ = Locale.objects.get_or_create(language_code=language)
    texts = LessonPage(
        title=title, summary=title, body=[(block.block_type, block.value) for block in page.body]
    )
    for ours, theirs in zip(texts.body, page.body, strict=True):
        ours.id = theirs.id
    return translate_page(page, texts, locale, user=None)[0]


def test_a_learner_reads_her_lesson_with_the_emergency_number(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "La etiqueta")
    response = as_learner.get(lesson_address(page.translation_key))
    assert response.status_code == 200
    assert "La etiqueta" in response.text
    assert "Llame al 911." in response.text
    assert "emergency_number" not in response.text


def test_a_visitor_is_sent_to_sign_in_and_back(school: School, client: Client) -> None:
    address = lesson_address(make_lesson(school.module_page, "Uno").translation_key)
    response = client.get(address)
    assert response.status_code == 302
    assert response.url.startswith("/es/accounts/login/")
    assert response.url.endswith(f"?next={address}")


def test_somebody_without_a_course_is_told_which_course_it_is(school: School, client: Client) -> None:
    page = make_lesson(school.module_page, "Uno")
    school.programme_page.save_revision().publish()
    client.force_login(make_staff("sonia", school.institution, Role.SUPERVISOR))
    response = client.get(lesson_address(page.translation_key))
    assert response.status_code == 403
    assert "Curso de cuidados" in response.text
    assert "Resumen de Uno" not in response.text


@pytest.mark.parametrize("tail", ["", "done/"])
def test_another_institutions_lesson_does_not_exist(
    school: School, other_school: School, as_learner: Client, tail: str
) -> None:
    theirs = make_lesson(other_school.module_page, "Ajena")
    assert as_learner.get(lesson_address(theirs.translation_key, tail=tail)).status_code == 404
    assert as_learner.get(module_address(other_school.module_page.translation_key)).status_code == 404
    assert as_learner.post(lesson_address(theirs.translation_key, tail="finish/")).status_code == 404
    assert not LessonProgress.objects.exists()


def test_staff_read_and_leave_no_trace(school: School, client: Client) -> None:
    page = make_lesson(school.module_page, "Uno")
    client.force_login(make_staff("teresa", school.institution, Role.TRAINER))
    assert client.get(lesson_address(page.translation_key)).status_code == 200
    client.post(lesson_address(page.translation_key, tail="finish/"))
    assert not LessonProgress.objects.exists()


def test_a_lesson_without_translation_says_in_which_language_it_stands(
    school: School, as_learner: Client
) -> None:
    page = make_lesson(school.module_page, "Uno")
    response = as_learner.get(lesson_address(page.translation_key, "fr"))
    assert response.status_code == 200
    assert "fallback-note" in response.text
    assert '<article class="lesson" lang="es">' in response.text
    assert '<html lang="fr"' in response.text


def test_a_module_without_translation_says_so_and_bears_the_title_that_it_has(
    school: School, as_learner: Client
) -> None:
    make_lesson(school.module_page, "Uno")
    address = module_address(school.module_page.translation_key, "fr")
    before = as_learner.get(address).text
    assert "fallback-note" in before
    assert '<h1 lang="es">' in before
    assert before.count('lang="es">Uno') == 2, (
        "the step and the list say whose language the lesson's title is"
    )
    module = Module.objects.get()
    module.title_fr = "Module premier"
    module.save()
    assert "<h1>Module premier</h1>" in as_learner.get(address).text


def test_a_completed_module_leads_back_to_the_path(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "Uno")
    as_learner.post(lesson_address(page.translation_key, tail="finish/"))
    done = as_learner.get(lesson_address(page.translation_key, tail="done/"))
    assert done.context["step"].url == "/es/path/"
    module = as_learner.get(module_address(school.module_page.translation_key)).text
    assert '<a class="button button--primary button--large" href="/es/path/">' in module


@pytest.mark.parametrize("outline", [True, False])
def test_a_module_that_is_only_an_outline_is_marked_wherever_it_is_read(
    school: School, as_learner: Client, outline: bool
) -> None:
    page = make_lesson(school.module_page, "Uno")
    ProgrammeModule.objects.update(demonstration=outline)
    addresses = [module_address(school.module_page.translation_key), lesson_address(page.translation_key)]
    as_learner.post(lesson_address(page.translation_key, tail="finish/"))
    addresses.append(lesson_address(page.translation_key, tail="done/"))
    marked = ["Demostración" in as_learner.get(address).text for address in addresses]
    assert marked == [outline] * 3
    as_staff = Client()
    as_staff.force_login(make_staff("teresa", school.institution, Role.TRAINER))
    assert ["Demostración" in as_staff.get(address).text for address in addresses[:2]] == [outline] * 2


def test_one_lesson_in_two_languages_has_one_progress(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "La etiqueta")
    translated(page, "pt", "O rótulo")
    in_portuguese = as_learner.get(lesson_address(page.translation_key, "pt"))
    assert "O rótulo" in in_portuguese.text
    assert "fallback-note" not in in_portuguese.text
    as_learner.post(lesson_address(page.translation_key, "pt", "finish/"))
    in_spanish = as_learner.get(lesson_address(page.translation_key, "es"))
    assert "La etiqueta" in in_spanish.text
    assert "tag--ok" in in_spanish.text
    assert LessonProgress.objects.count() == 1


def test_changing_language_keeps_the_lesson(school: School, as_learner: Client) -> None:
    address = lesson_address(make_lesson(school.module_page, "Uno").translation_key)
    response = as_learner.post("/es/language/", {"language": "pt", "next": address})
    assert response.url == lesson_address(LessonPage.objects.get().translation_key, "pt")


def test_wagtails_own_address_leads_to_the_learners_one(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "Uno")
    assert page.get_url() == lesson_address(page.translation_key)
    assert page.full_url.endswith(lesson_address(page.translation_key))
    response = as_learner.get(f"/es/escuela/curso/module-1/{page.slug}/")
    assert response.status_code == 302
    assert response.url == lesson_address(page.translation_key)


def test_a_new_revision_is_read_at_once(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "Uno", text="<p>Antes</p>")
    assert "Antes" in as_learner.get(lesson_address(page.translation_key)).text
    page.body = [("text", "<p>Después</p>")]
    page.save_revision().publish()
    assert "Después" in as_learner.get(lesson_address(page.translation_key)).text


def test_a_draft_is_not_read(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "Uno", text="<p>Publicado</p>")
    page.body = [("text", "<p>Borrador</p>")]
    page.save_revision()
    assert "Borrador" not in as_learner.get(lesson_address(page.translation_key)).text


@pytest.mark.parametrize("lessons", [1, 3, 10, 40])
def test_a_lesson_costs_the_same_in_any_module(school: School, as_learner: Client, lessons: int) -> None:
    pages = make_lessons(school.module_page, lessons)
    as_learner.get(lesson_address(pages[0].translation_key))
    with exactly(4):
        as_learner.get(lesson_address(pages[0].translation_key))


@pytest.mark.parametrize("lessons", [1, 3, 10, 40])
def test_a_module_costs_the_same_with_any_number_of_lessons(
    school: School, as_learner: Client, lessons: int
) -> None:
    make_lessons(school.module_page, lessons)
    as_learner.get(module_address(school.module_page.translation_key))
    with exactly(4):
        as_learner.get(module_address(school.module_page.translation_key))


def test_reading_writes_nothing(school: School, as_learner: Client, learner: Participation) -> None:
    page = make_lesson(school.module_page, "Uno")
    as_learner.get(lesson_address(page.translation_key))
    as_learner.get(module_address(school.module_page.translation_key))
    assert not LessonProgress.objects.exists()
    assert lesson_of(page).retired_at is None


def test_a_lesson_of_a_course_that_was_completed_can_still_be_read(school: School, client: Client) -> None:
    page = make_lesson(school.module_page, "Uno")
    finished = make_learner("flor", school)
    finished.ended_on, finished.end_reason = finished.started_on, "completed"
    finished.save()
    client.force_login(finished.person.user)
    assert client.get(lesson_address(page.translation_key)).status_code == 200
