"""Lessons, modules, evidence and awards: once, immediately, and for good."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.db import DatabaseError, connection, transaction
from django.test import Client

from assessments.api import record_result
from assessments.models import Assessment, Attempt
from curriculum.enums import FactKind, Outcome
from curriculum.models import Award, Evidence, Participation
from modules.completion import lessons_that_this_finishes
from modules.models import LessonProgress
from modules.queries import lessons_of
from modules.services import AssessmentStillNeeded, complete_lesson

from .school import (
    NOON,
    School,
    exactly,
    lesson_address,
    lesson_of,
    make_assessment,
    make_lesson,
    make_lessons,
    reward_module,
)


def answer(
    participation: Participation, assessment: Assessment, outcome: Outcome, *, number: int = 1
) -> Attempt:
    """An attempt at an assessment, recorded as its method would."""
    attempt = Attempt(
        assessment=assessment,
        institution=participation.institution,
        person=participation.person,
        participation=participation,
        number=number,
        started_at=NOON,
        submitted_at=NOON,
        outcome=outcome.value,
        source_ref=f"test:{assessment.key}:{participation.pk}:{number}",
    )
    record_result(attempt=attempt, recorded_by=None, at=NOON)
    return attempt


def test_saying_i_have_finished_completes_the_lesson(
    school: School, as_learner: Client, learner: Participation
) -> None:
    first, _second = make_lessons(school.module_page, 2)
    response = as_learner.post(lesson_address(first.translation_key, tail="finish/"), follow=True)
    assert response.redirect_chain == [(lesson_address(first.translation_key, tail="done/"), 302)]
    assert "Lección 2" in response.text
    progress = LessonProgress.objects.get()
    assert (progress.person, progress.lesson_id) == (learner.person, first.translation_key)
    assert not Evidence.objects.exists()


def test_saying_it_twice_changes_nothing(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "Única")
    for _ in range(2):
        assert as_learner.post(lesson_address(page.translation_key, tail="finish/")).status_code == 302
    assert LessonProgress.objects.count() == 1
    assert Evidence.objects.count() == 1


def test_the_last_lesson_completes_the_module_with_its_taught_minutes(
    school: School, learner: Participation
) -> None:
    pages = make_lessons(school.module_page, 2)
    for page in pages:
        complete_lesson(lesson=lesson_of(page), participation=learner, recorded_by=None, at=NOON)
    entry = Evidence.objects.get()
    assert entry.kind == FactKind.MODULE_COMPLETED.value
    assert entry.subject == "module-1"
    assert entry.minutes == 180
    assert entry.demonstration is False
    assert entry.participation == learner
    assert entry.source_ref == f"modules:module-1:{learner.person.uuid}"


def test_the_award_comes_with_the_answer_and_is_said(school: School, as_learner: Client) -> None:
    page = make_lesson(school.module_page, "Única")
    reward_module(school, school.module_page.module)
    response = as_learner.post(lesson_address(page.translation_key, tail="finish/"))
    assert Award.objects.count() == 1
    assert ["Nivelación" in str(message) for message in get_messages(response.wsgi_request)] == [True]


def test_an_outline_is_marked_as_demonstration(school: School, learner: Participation) -> None:
    school.version.programme_modules.update(demonstration=True)
    page = make_lesson(school.module_page, "Esquema")
    complete_lesson(lesson=lesson_of(page), participation=learner, recorded_by=None, at=NOON)
    assert Evidence.objects.get().demonstration is True


class TestByAssessment:
    @pytest.fixture
    def quiz(self, school: School) -> Assessment:
        return make_assessment(school.institution, "quiz-uno")

    def test_a_competent_result_completes_the_lesson_and_the_module(
        self, school: School, learner: Participation, quiz: Assessment
    ) -> None:
        page = make_lesson(school.module_page, "Con preguntas", assessment=quiz)
        answer(learner, quiz, Outcome.PENDING_FULFILMENT)
        assert not LessonProgress.objects.exists()
        answer(learner, quiz, Outcome.COMPETENT, number=2)
        assert LessonProgress.objects.get().lesson_id == page.translation_key
        assert Evidence.objects.get().kind == FactKind.MODULE_COMPLETED.value

    def test_a_later_weaker_result_takes_nothing_away(
        self, school: School, learner: Participation, quiz: Assessment
    ) -> None:
        make_lesson(school.module_page, "Con preguntas", assessment=quiz)
        answer(learner, quiz, Outcome.COMPETENT)
        answer(learner, quiz, Outcome.PENDING_FULFILMENT, number=2)
        answer(learner, quiz, Outcome.COMPETENT, number=3)
        assert LessonProgress.objects.count() == Evidence.objects.count() == 1

    def test_every_required_assessment_is_needed(
        self, school: School, learner: Participation, quiz: Assessment
    ) -> None:
        second = make_assessment(school.institution, "quiz-dos")
        page = make_lesson(school.module_page, "Dos", assessment=quiz)
        page.body.append(("assessment", second))
        page.save_revision().publish()
        answer(learner, quiz, Outcome.COMPETENT)
        assert not LessonProgress.objects.exists()
        answer(learner, second, Outcome.COMPETENT)
        assert LessonProgress.objects.count() == 1

    def test_an_optional_practice_is_not_needed(
        self, school: School, learner: Participation, quiz: Assessment
    ) -> None:
        page = make_lesson(school.module_page, "Uno")
        page.body.append(("practice", quiz))
        page.save_revision().publish()
        complete_lesson(lesson=lesson_of(page), participation=learner, recorded_by=None, at=NOON)
        assert LessonProgress.objects.count() == 1

    def test_saying_so_does_not_replace_the_assessment(
        self, school: School, as_learner: Client, learner: Participation, quiz: Assessment
    ) -> None:
        page = make_lesson(school.module_page, "Con preguntas", assessment=quiz)
        with pytest.raises(AssessmentStillNeeded):
            complete_lesson(lesson=lesson_of(page), participation=learner, recorded_by=None)
        response = as_learner.post(lesson_address(page.translation_key, tail="finish/"))
        assert response.url == lesson_address(page.translation_key)
        assert not LessonProgress.objects.exists()

    @pytest.mark.parametrize("lessons", [1, 3])
    def test_a_result_costs_the_same_in_any_module(
        self, school: School, learner: Participation, quiz: Assessment, lessons: int
    ) -> None:
        make_lesson(school.module_page, "Con preguntas", assessment=quiz)
        make_lessons(school.module_page, lessons)
        # What is the same for everybody is remembered.
        lessons_that_this_finishes(person_id=learner.person_id, assessment_id=quiz.pk)
        lessons_of(school.module_page.module_id)
        with exactly(4):  # the attempt; lock; what she has completed; the lesson
            answer(learner, quiz, Outcome.COMPETENT)


def test_a_lesson_added_later_does_not_undo_the_module(school: School, learner: Participation) -> None:
    complete_lesson(
        lesson=lesson_of(make_lesson(school.module_page, "Uno")),
        participation=learner,
        recorded_by=None,
        at=NOON,
    )
    school.version.programme_modules.update(online_minutes=600)
    added = make_lesson(school.module_page, "Nueva")
    complete_lesson(
        lesson=lesson_of(added), participation=learner, recorded_by=None, at=NOON + timedelta(days=1)
    )
    assert Evidence.objects.get().minutes == 180


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE modules_lessonprogress SET completed_at = CURRENT_TIMESTAMP",
        "DELETE FROM modules_lessonprogress",
    ],
)
def test_the_database_itself_keeps_what_was_completed(
    school: School, learner: Participation, statement: str
) -> None:
    complete_lesson(
        lesson=lesson_of(make_lesson(school.module_page, "Uno")),
        participation=learner,
        recorded_by=None,
        at=NOON,
    )
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert LessonProgress.objects.get().completed_at == NOON
