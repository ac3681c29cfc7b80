"""Handing a quiz in: attempts, evidence and awards on a real database."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from assessments.api import competent_assessment_ids
from assessments.models import Attempt
from assessments.quizzes.content import Answer, digest
from assessments.quizzes.models import Quiz
from assessments.quizzes.services import Submitted, submit_attempt
from curriculum.models import Award, Evidence, Institution, Module, Participation

from ..conftest import NOON, UNIT, make_award_rule
from .browser_form import paper_of
from .questions import ALL, FIVE, answers_of, make_quiz

pytestmark = pytest.mark.django_db


def hand_in(
    quiz: Quiz,
    participation: Participation,
    answers: Mapping[str, Answer],
    ref: UUID | None = None,
    number: int = 1,
) -> Submitted:
    paper = paper_of(quiz, participation.person, number)
    return submit_attempt(
        participation=participation,
        known=paper.known,
        paper=paper,
        answers=answers,
        client_ref=ref or uuid4(),
        started_at=NOON - timedelta(minutes=5),
        submitted_by=participation.person.user,
        at=NOON,
    )


@pytest.fixture
def quiz(institution: Institution, module: Module) -> Quiz:
    return make_quiz(institution, ALL, module=module, unit_key=UNIT)


def test_all_right_is_competent_and_decides_on_the_unit(quiz: Quiz, participation: Participation) -> None:
    submitted = hand_in(quiz, participation, answers_of(quiz))
    attempt = Attempt.objects.get()
    assert (attempt.outcome, attempt.score, attempt.max_score, attempt.number) == ("competent", 8, 8, 1)
    entry = Evidence.objects.get()
    assert (entry.kind, entry.subject, entry.outcome, entry.method) == (
        "unit_decision",
        UNIT,
        "competent",
        "quiz",
    )
    assert (entry.occurred_at, entry.participation) == (NOON, participation)
    assert [recorded.pk for recorded in submitted.recorded.entries] == [entry.pk]
    assert competent_assessment_ids(participation.person_id, [quiz.pk]) == {quiz.pk}


@pytest.mark.parametrize(
    ("right", "outcome"), [(7, "competent"), (6, "pending_fulfilment"), (0, "pending_fulfilment")]
)
def test_enough_points_pass_and_one_less_does_not(
    quiz: Quiz, participation: Participation, right: int, outcome: str
) -> None:
    """80 % of 8 points are 6.4: seven questions pass, six do not."""
    assert hand_in(quiz, participation, answers_of(quiz, right)).attempt.outcome == outcome


def test_the_last_answer_earns_the_award_at_once(quiz: Quiz, participation: Participation) -> None:
    rule_set = make_award_rule(participation.programme_version)
    submitted = hand_in(quiz, participation, answers_of(quiz))
    assert [award.achievement for award in submitted.recorded.awards] == [rule_set.achievement]


def test_the_same_attempt_handed_in_twice_counts_once(quiz: Quiz, participation: Participation) -> None:
    ref = uuid4()
    first = hand_in(quiz, participation, answers_of(quiz, 0), ref)
    second = hand_in(quiz, participation, answers_of(quiz), ref)
    assert second.attempt.pk == first.attempt.pk
    assert second.recorded.entries == ()
    assert Attempt.objects.get().outcome == "pending_fulfilment"
    assert Evidence.objects.count() == 1


def test_a_later_worse_attempt_is_kept_and_takes_nothing_away(
    quiz: Quiz, participation: Participation
) -> None:
    make_award_rule(participation.programme_version)
    hand_in(quiz, participation, answers_of(quiz))
    worse = hand_in(quiz, participation, answers_of(quiz, 0), number=2)
    assert worse.attempt.number == 2
    assert Attempt.objects.count() == 2
    assert Award.objects.filter(revocation__isnull=True).count() == 1
    assert competent_assessment_ids(participation.person_id, [quiz.pk]) == {quiz.pk}


def test_two_tabs_with_the_same_number_make_two_attempts(quiz: Quiz, participation: Participation) -> None:
    numbers = [hand_in(quiz, participation, answers_of(quiz, 0), number=1).attempt.number for _ in range(3)]
    assert numbers == [1, 2, 3]


def test_another_persons_reference_is_nobody_elses(
    quiz: Quiz, participation: Participation, institution: Institution
) -> None:
    other = make_quiz(institution, FIVE, key="pies")
    ref = uuid4()
    assert (
        hand_in(quiz, participation, answers_of(quiz), ref).attempt.pk
        != hand_in(other, participation, answers_of(other), ref).attempt.pk
    )


def test_a_missing_answer_earns_nothing_and_stops_nothing(quiz: Quiz, participation: Participation) -> None:
    attempt = hand_in(quiz, participation, {}).attempt
    assert (attempt.score, attempt.outcome) == (0, "pending_fulfilment")


def test_a_quiz_without_questions_is_never_passed(
    institution: Institution, participation: Participation
) -> None:
    attempt = hand_in(make_quiz(institution, []), participation, {}).attempt
    assert (attempt.max_score, attempt.outcome) == (0, "pending_fulfilment")


def test_changing_a_question_never_changes_an_earlier_attempt(
    quiz: Quiz, participation: Participation
) -> None:
    attempt = hand_in(quiz, participation, answers_of(quiz)).attempt
    before = Attempt.objects.get(pk=attempt.pk).details
    place = quiz.places.order_by("sort_order").first()
    question = place.question
    question.text_es = "¿Otra pregunta?"
    question.save()
    right = question.options.get(correct=True)
    right.correct = False
    right.save()
    question.options.filter(key="c").delete()
    assert Attempt.objects.get(pk=attempt.pk).details == before
    frozen = before["questions"][0]
    assert frozen["content"]["text"]["es"] == "¿Pregunta single?"
    assert frozen["version"] == digest(frozen["content"])
    again = hand_in(quiz, participation, answers_of(quiz), number=2).attempt
    assert again.details["questions"][0]["version"] != frozen["version"]
    assert again.score == 7


def test_what_was_shown_and_the_pass_mark_are_frozen_too(quiz: Quiz, participation: Participation) -> None:
    attempt = hand_in(quiz, participation, answers_of(quiz)).attempt
    paper = paper_of(quiz, participation.person)
    first = paper.known.questions[0]
    assert attempt.details["questions"][0]["shown"] == [
        option["key"] for option in paper.choices_of(first).values()
    ]
    assert attempt.details["pass_percent"] == 80
