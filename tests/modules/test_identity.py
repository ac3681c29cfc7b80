"""A lesson outlives its pages."""

from curriculum.models import Participation
from modules.models import Lesson, LessonProgress
from modules.services import complete_lesson

from .school import (
    NOON,
    School,
    add_module,
    lesson_of,
    make_assessment,
    make_lesson,
    make_lessons,
)


def test_publishing_makes_the_lesson(school: School) -> None:
    quiz = make_assessment(school.institution, "quiz")
    page = make_lesson(school.module_page, "Uno", assessment=quiz)
    lesson = lesson_of(page)
    assert (lesson.institution, lesson.module) == (school.institution, school.module_page.module)
    assert lesson.minutes == 7
    assert [(each.assessment, each.required) for each in lesson.activities.all()] == [(quiz, True)]


def test_the_order_is_the_order_of_the_pages(school: School) -> None:
    first, second, third = make_lessons(school.module_page, 3)
    third.move(first, pos="left")
    keys = list(Lesson.objects.current().values_list("key", flat=True))
    assert keys == [third.translation_key, first.translation_key, second.translation_key]


def test_a_deleted_page_leaves_lesson_and_progress(school: School, learner: Participation) -> None:
    page = make_lesson(school.module_page, "Uno")
    complete_lesson(lesson=lesson_of(page), participation=learner, recorded_by=None, at=NOON)
    page.delete()
    assert LessonProgress.objects.count() == 1
    assert Lesson.objects.get().retired_at is not None


def test_deleting_the_whole_programme_page_retires_its_lessons(school: School) -> None:
    make_lessons(school.module_page, 2)
    school.programme_page.delete()
    assert Lesson.objects.filter(retired_at__isnull=False).count() == 2


def test_an_unpublished_lesson_is_retired_until_it_is_published_again(school: School) -> None:
    page = make_lesson(school.module_page, "Uno")
    page.unpublish()
    assert not Lesson.objects.current().exists()
    page.save_revision().publish()
    assert Lesson.objects.current().get() == lesson_of(page)


def test_a_retired_lesson_is_asked_of_nobody(school: School, learner: Participation) -> None:
    first, second = make_lessons(school.module_page, 2)
    second.unpublish()
    recorded = complete_lesson(lesson=lesson_of(first), participation=learner, recorded_by=None, at=NOON)
    assert [entry.subject for entry in recorded.entries] == ["module-1"]


def test_a_lesson_moved_to_another_module_belongs_to_it(school: School) -> None:
    page = make_lesson(school.module_page, "Uno")
    other = add_module(school, 2)
    page.move(other, pos="last-child")
    assert lesson_of(page).module == other.module


def test_an_assessment_taken_out_of_a_lesson_is_no_longer_asked(school: School) -> None:
    page = make_lesson(school.module_page, "Uno", assessment=make_assessment(school.institution, "quiz"))
    page.body.pop()
    page.save_revision().publish()
    assert not lesson_of(page).activities.exists()
