"""A module copied to make a new version: new identities, the same in every language, nothing published."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Locale

from assessments.quizzes.models import Option, Question, Quiz, QuizQuestion
from curriculum.models import Participation
from modules.copying import CannotCopy, copy_module_page
from modules.models import Lesson, LessonActivity, LessonPage, ModulePage
from modules.translating_state import untranslated_in

from .school import School, lesson_address, make_assessment, make_lesson
from .test_reviewing import author  # noqa: F401 — a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def quiz(school: School) -> Quiz:
    quiz = Quiz.objects.create(institution=school.institution, key="q", title="Preguntas", method="quiz")
    question = Question.objects.create(institution=school.institution, type="single", text="¿Qué?")
    for place, text in enumerate(("Sí", "No")):
        Option.objects.create(question=question, text=text, correct=not place, sort_order=place)
    QuizQuestion.objects.create(quiz=quiz, question=question)
    return quiz


@pytest.fixture
def lesson(school: School, quiz: Quiz) -> LessonPage:
    return make_lesson(school.module_page, "Uno", assessment=quiz.assessment_ptr)


def in_portuguese(school: School, lesson: LessonPage) -> LessonPage:
    portuguese = Locale.objects.get_or_create(language_code="pt")[0]
    for page in (school.programme_page.get_parent().specific, school.programme_page, school.module_page):
        page.copy_for_translation(portuguese, copy_parents=True)
    return lesson.copy_for_translation(portuguese)


def test_a_copy_has_identities_of_its_own_the_same_in_every_language(
    school: School, lesson: LessonPage, quiz: Quiz, trainer: User
) -> None:
    in_portuguese(school, lesson)
    copied = copy_module_page(page=school.module_page, title="Módulo 1, edición 2", copied_by=trainer)
    assert (copied.languages, copied.lessons, copied.assessments) == (2, 1, 1)
    lessons = [LessonPage.objects.child_of(page).get() for page in copied.pages]
    assert lessons[0].translation_key == lessons[1].translation_key != lesson.translation_key
    assert copied.pages[0].translation_key == copied.pages[1].translation_key
    assert copied.pages[0].module != school.module_page.module
    assert [each.live for each in (*copied.pages, *lessons)] == [False] * 4
    drafts = [each.get_latest_revision_as_object() for each in lessons]
    values = {block.value for draft in drafts for block in draft.body if block.block_type == "assessment"}
    (assessment,) = values
    assert assessment != quiz.assessment_ptr
    assert [block.id for block in drafts[0].body] == [block.id for block in drafts[1].body]
    copy = Quiz.objects.get(pk=assessment.pk)
    question = copy.places.get().question
    assert question != quiz.places.get().question
    assert list(question.options.values_list("text", "correct")) == [("Sí", True), ("No", False)]
    assert (copy.uuid, copy.key) != (quiz.uuid, quiz.key)


def test_learners_of_the_old_version_stay_where_they_are(
    school: School, lesson: LessonPage, trainer: User, learner: Participation, as_learner: Client
) -> None:
    before = list(Lesson.objects.values_list("key", flat=True)), LessonActivity.objects.count()
    copy_module_page(page=school.module_page, title="Edición 2", copied_by=trainer)
    assert (list(Lesson.objects.values_list("key", flat=True)), LessonActivity.objects.count()) == before
    assert as_learner.get(lesson_address(lesson.translation_key)).status_code == 200
    again = copy_module_page(page=school.module_page, title="Edición 3", copied_by=trainer)
    assert again.pages[0].module.key == "module-1-v3"


def test_what_cannot_be_copied_copies_nothing(school: School, trainer: User) -> None:
    make_lesson(school.module_page, "Uno", assessment=make_assessment(school.institution, "sin-plugin"))
    with pytest.raises(CannotCopy):
        copy_module_page(page=school.module_page, title="Edición 2", copied_by=trainer)
    assert ModulePage.objects.count() == 1


def test_a_trainer_copies_it_from_the_cms(
    client: Client,
    school: School,
    other_school: School,
    lesson: LessonPage,
    author: User,  # noqa: F811
) -> None:
    client.force_login(author)
    address = f"/admin/copy-module/{school.module_page.pk}/"
    assert "nueva versión" in client.get(address).text
    done = client.post(address, {"title": "Edición 2"}, follow=True)
    assert "1 lecciones y 1 evaluaciones" in done.text
    elsewhere = f"/admin/copy-module/{other_school.module_page.pk}/"
    client.post(elsewhere, {"title": "Ajena"}, follow=True)
    assert not ModulePage.objects.filter(title="Ajena").exists()


def test_what_is_not_translated_is_listed_with_where_to_do_it(
    client: Client,
    school: School,
    lesson: LessonPage,
    author: User,  # noqa: F811
) -> None:
    in_portuguese(school, lesson)
    later = make_lesson(school.module_page, "Dos")
    Locale.objects.get_or_create(language_code="en")
    found = untranslated_in(school.programme_page)
    assert [(each.page.title, each.is_missing) for each in found if each.language == "pt"] == [("Dos", True)]
    assert sum(each.language == "en" for each in found) == 4
    client.force_login(author)
    page = client.get(f"/admin/programme-glance/{school.programme_page.pk}/")
    assert f"/localize/submit/page/{later.pk}/" in page.text
    assert "Casi todo" not in page.text
