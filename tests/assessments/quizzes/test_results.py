"""What a group's answers say about the questions."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from assessments.models import Attempt
from assessments.quizzes.models import Quiz
from assessments.quizzes.results.counting import Difficulty, count_questions
from curriculum.enums import Outcome, Role
from curriculum.models import Group
from tests.modules.school import NOON, STARTED, School, exactly, make_learner, make_school, make_staff
from tests.modules.test_groups import to_the_cms

OPTIONS = ("a", "b", "c")


def content(text: str = "¿Qué hace primero?") -> dict[str, Any]:
    return {
        "key": "q1",
        "type": "single",
        "points": 1,
        "text": {"es": text},
        "options": [
            {"key": key, "text": {"es": f"Opción {key}"}, "match": {}, "correct": key == "a", "feedback": {}}
            for key in OPTIONS
        ],
    }


def tries(*answers: tuple[int, str | None]) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, answer in answers:
        part = {"content": content(), "answer": answer, "correct": answer == "a"}
        yield number, {"questions": [part]}


def test_the_first_try_says_how_hard_and_every_try_which_wrong_answer_attracts() -> None:
    (count,) = count_questions(tries((1, "b"), (2, "b"), (3, "a"), (1, "a"), (1, "c")), "es")
    assert (count.first, count.first_right, count.all_tries) == (3, 1, 5)
    assert count.wrong_answers == [("Opción b", 2), ("Opción c", 1)]


@pytest.mark.parametrize(
    ("right", "wrong", "difficulty"),
    [
        (0, 4, Difficulty.TOO_FEW),
        (1, 4, Difficulty.HARD),
        (5, 5, Difficulty.MIDDLE),
        (17, 3, Difficulty.EASY),
    ],
)
def test_a_few_answers_judge_no_question(right: int, wrong: int, difficulty: Difficulty) -> None:
    (count,) = count_questions(tries(*[(1, "a")] * right, *[(1, "b")] * wrong), "es")
    assert count.difficulty is difficulty


def test_a_missing_answer_is_counted_in_words() -> None:
    (count,) = count_questions(tries((1, None)), "es")
    assert sum(often for _words, often in count.wrong_answers) == 1


@pytest.fixture
def school(db: None) -> School:
    return make_school("escuela")


@pytest.fixture
def group(school: School) -> Group:
    return Group.objects.create(
        institution=school.institution,
        programme_version=school.version,
        key="grupo",
        name="Grupo",
        starts_on=STARTED,
    )


def answered(school: School, group: Group, quiz: Quiz, name: str) -> None:
    participation = make_learner(name, school)
    participation.group = group
    participation.save()
    (details,) = (details for _number, details in tries((1, "b")))
    Attempt.objects.create(
        assessment=quiz,
        institution=school.institution,
        person=participation.person,
        participation=participation,
        number=1,
        started_at=NOON,
        submitted_at=NOON,
        outcome=Outcome.PENDING_FULFILMENT.value,
        details=details,
        source_ref=f"test:{name}",
    )


@pytest.mark.django_db
def test_the_screen_is_for_those_of_the_group_and_costs_the_same_for_one_and_for_three(
    client: Client, school: School, group: Group
) -> None:
    quiz = Quiz.objects.create(
        institution=school.institution, key="quiz", title="Primeros auxilios", method="quiz"
    )
    answered(school, group, quiz, "ana")
    trainer = make_staff("teresa", school.institution, Role.TRAINER)
    to_the_cms(client, trainer)
    address = f"/admin/quiz-results/{group.pk}/"
    assert client.get(address, follow=True).status_code == 404
    group.trainers.add(trainer.person)
    page = client.get(address).text
    assert "Opción b" in page
    assert client.get(address, {"quiz": "nonsense"}, follow=True).status_code == 404
    with exactly(14):
        client.get(address)
    answered(school, group, quiz, "berta")
    answered(school, group, quiz, "carla")
    with exactly(14):
        client.get(address)
