"""Twenty people answer at the same time; one person presses twice; an award hangs on whoever comes last."""

from collections import Counter
from functools import partial
from uuid import UUID, uuid4

import pytest

from assessments.models import Attempt
from assessments.quizzes.models import Quiz
from assessments.quizzes.services import Submitted, submit_attempt
from curriculum.credentials.services import settle_awards
from curriculum.models import Award, Evidence, Module, Participation, Person, ProgrammeVersion
from curriculum.people.services import enrol
from curriculum.records.checks import ledger_is_guarded
from modules.models import LessonPage, LessonProgress
from modules.services import complete_lesson
from tests.assessments.conftest import (
    NOON,
    STARTED,
    UNIT,
    client_of,
    make_award_rule,
    make_institution,
    make_person,
    make_version,
)
from tests.assessments.quizzes.browser_form import filled, paper_of
from tests.assessments.quizzes.questions import FIVE, answers_of, make_quiz
from tests.modules.school import lesson_of, make_learner, make_lesson, make_school, reward_module

from .conftest import at_once

pytestmark = pytest.mark.usefixtures("db")

PEOPLE = 20


def make_course() -> tuple[ProgrammeVersion, Quiz]:
    """A version with one quiz of five, which decides on a unit."""
    institution = make_institution("escuela")
    module = Module.objects.create(institution=institution, key="higiene", title="Higiene")
    return make_version(institution, module), make_quiz(institution, FIVE, module=module, unit_key=UNIT)


def make_rewarded_course() -> tuple[ProgrammeVersion, Quiz]:
    """A version with one award, earned by passing its quiz."""
    version, quiz = make_course()
    make_award_rule(version)
    return version, quiz


def join(version: ProgrammeVersion, number: int = 0) -> Participation:
    return enrol(
        person=make_person(f"ana{number} Píriz"), programme_version=version, enrolled_by=None, on=STARTED
    )


def hand_in(quiz: Quiz, participation: Participation, ref: UUID) -> Submitted:
    paper = paper_of(quiz, participation.person)
    return submit_attempt(
        participation=participation,
        known=paper.known,
        paper=paper,
        answers=answers_of(quiz),
        client_ref=ref,
        started_at=NOON,
        submitted_by=participation.person.user,
    )


def answer_in_the_browser(quiz: Quiz, person: Person) -> int:
    client, address = client_of(person), f"/es/quiz/{quiz.uuid}/"
    page = client.get(address).content.decode()
    return client.post(address, filled(page, paper_of(quiz, person), answers_of(quiz))).status_code


def once_each(rows: list[int], people: list[Person]) -> bool:
    return Counter(rows) == Counter(person.pk for person in people)


def test_twenty_people_answer_and_each_gets_one_attempt_one_entry_one_award() -> None:
    version, quiz = make_rewarded_course()
    people = [join(version, number).person for number in range(PEOPLE)]
    answered = at_once([partial(answer_in_the_browser, quiz, person) for person in people])
    assert answered == [302] * PEOPLE
    for model in (Attempt, Evidence, Award):
        assert once_each(list(model.objects.values_list("person_id", flat=True)), people)
    assert ledger_is_guarded(databases=["default"]) == []


def test_the_same_answer_sent_five_times_at_once_counts_once() -> None:
    version, quiz = make_rewarded_course()
    participation, ref = join(version), uuid4()
    submitted = at_once([partial(hand_in, quiz, participation, ref)] * 5)
    assert {each.attempt.uuid for each in submitted} == {Attempt.objects.get().uuid}
    assert sum(len(each.recorded.entries) for each in submitted) == 1
    assert sum(len(each.recorded.awards) for each in submitted) == 1
    assert (Evidence.objects.count(), Award.objects.count()) == (1, 1)


def test_two_tabs_answering_at_once_make_two_attempts_and_one_award() -> None:
    version, quiz = make_rewarded_course()
    participation = join(version)
    at_once([partial(hand_in, quiz, participation, uuid4()) for _ in range(2)])
    assert list(Attempt.objects.order_by("number").values_list("number", flat=True)) == [1, 2]
    assert (Evidence.objects.count(), Award.objects.count()) == (2, 1)


def test_two_settlements_at_once_give_one_award() -> None:
    version, quiz = make_course()
    participation = join(version)
    hand_in(quiz, participation, uuid4())
    make_award_rule(version)
    settle = partial(
        settle_awards, person_ids=[participation.person_id], institution=participation.institution
    )
    given = at_once([settle, settle])
    assert sorted(len(awards) for awards in given) == [0, 1]
    assert Award.objects.count() == 1


def test_the_last_two_lessons_finished_at_once_complete_the_module_once() -> None:
    """Ten learners each finish both: what goes wrong for one in ten is seen."""
    school = make_school("escuela")
    reward_module(school, school.module_page.module)
    pages = [make_lesson(school.module_page, f"Lección {number}") for number in (1, 2)]
    learners = [make_learner(f"ana{number}", school) for number in range(PEOPLE // 2)]
    at_once([partial(finish, page, learner) for learner in learners for page in pages])
    people = [learner.person for learner in learners]
    assert LessonProgress.objects.count() == PEOPLE
    assert set(Evidence.objects.values_list("kind", flat=True)) == {"module_completed"}
    for model in (Evidence, Award):
        assert once_each(list(model.objects.values_list("person_id", flat=True)), people)


def finish(page: LessonPage, learner: Participation) -> None:
    complete_lesson(lesson=lesson_of(page), participation=learner, recorded_by=learner.person.user)
