"""A quiz and its questions made from where they are chosen, and tried before learners see them."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from assessments.models import Attempt
from assessments.quizzes.admin.answer_lines import read_lines
from assessments.quizzes.bank import content_of
from assessments.quizzes.content import QuestionType
from assessments.quizzes.marking import mark, right_answer
from assessments.quizzes.models import Question, Quiz, QuizQuestion
from curriculum.enums import Role
from curriculum.people.staff import give_staff_access
from tests.modules.school import School, make_learner, make_school, make_staff

CHOOSER = "/admin/snippets/choose/{}/create/"


@pytest.fixture
def school(db: None) -> School:
    return make_school("escuela")


@pytest.fixture
def trainer(school: School) -> User:
    return make_staff("teresa", school.institution, Role.TRAINER)


@pytest.fixture
def desk(client: Client, trainer: User) -> Client:
    give_staff_access(trainer.person, Role.TRAINER)
    client.force_login(trainer)
    return client


@given(kind=st.sampled_from(QuestionType), text=st.text(max_size=200))
def test_whatever_is_written_is_read_without_a_fault(kind: QuestionType, text: str) -> None:
    content = read_lines(kind, text, "es")
    assert content["type"] == kind
    assert len(content["options"]) <= len(text.splitlines())


def test_each_kind_is_read_from_its_lines() -> None:
    choice = read_lines(QuestionType.SINGLE, "Correr\n* Preguntar primero\n", "es")
    assert [(option["text"]["es"], option["correct"]) for option in choice["options"]] == [
        ("Correr", False),
        ("Preguntar primero", True),
    ]
    pair = read_lines(QuestionType.MATCH, "Quemadura = Agua fresca", "es")["options"][0]
    assert (pair["text"]["es"], pair["match"]["es"]) == ("Quemadura", "Agua fresca")
    assert read_lines(QuestionType.TRUE_FALSE, "Falso.", "es")["is_true"] is False
    assert read_lines(QuestionType.TRUE_FALSE, "quizás", "es")["is_true"] is None
    assert read_lines(QuestionType.NUMBER, "2,5", "es")["answer"] == "2.5"
    assert read_lines(QuestionType.SHORT_TEXT, "911\nel 911", "es")["accepted"] == {"es": ["911", "el 911"]}


def create(desk: Client, model: str, **data: str) -> dict[str, object]:
    found = desk.get(_chooser(model, "choose"))
    assert found.status_code == 200
    return desk.post(_chooser(model, "create"), data).json()


def _chooser(model: str, view: str) -> str:
    from django.urls import reverse

    viewset = {"quiz": Quiz.assessment_ptr.field.related_model, "question": Question}[model].snippet_viewset
    return reverse(viewset.chooser_viewset.get_url_name(view))


QUESTIONS = {
    "single": "Correr\n*Preguntar primero",
    "multiple": "*Lavarse las manos\n*Preguntar\nApurarse",
    "true_false": "verdadero",
    "order": "Mirar\nHablar\nLlamar",
    "match": "Quemadura = Agua fresca\nCorte = Apretar",
    "number": "2,5",
    "short_text": "911",
}


def test_a_quiz_and_its_questions_are_made_where_they_are_chosen(desk: Client, school: School) -> None:
    institution = str(school.institution.pk)
    made = create(desk, "quiz", title="Al final", institution=institution)
    quiz = Quiz.objects.get()
    assert made["result"]["id"] == str(quiz.pk)
    assert made["result"]["edit_url"].endswith(f"/edit/{quiz.pk}/")
    for kind, answers in QUESTIONS.items():
        made = create(
            desk,
            "question",
            institution=institution,
            type=kind,
            text=f"¿{kind}?",
            answers=answers,
            feedback_correct="Bien.",
            feedback_wrong="Piense otra vez.",
        )
        question = Question.objects.get(pk=made["result"]["id"])
        content = content_of(question, name_picture=str)
        assert mark(content, right_answer(content)).correct, kind
    assert Question.objects.count() == len(QUESTIONS)


def test_what_cannot_be_asked_is_not_made_and_says_why(desk: Client, school: School) -> None:
    answer = create(
        desk,
        "question",
        institution=str(school.institution.pk),
        type="single",
        text="¿Qué hace?",
        answers="Correr\nPreguntar",
        feedback_correct="Bien.",
        feedback_wrong="No.",
    )
    assert answer["step"] == "reshow_creation_form"
    assert "Marque una sola respuesta como correcta" in str(answer["htmlFragment"])
    assert not Question.objects.exists()


def test_nobody_makes_a_quiz_for_another_institution(desk: Client, school: School) -> None:
    other = make_school("otra")
    answer = create(desk, "quiz", title="Ajeno", institution=str(other.institution.pk))
    assert answer["step"] == "reshow_creation_form"
    assert not Quiz.objects.exists()


@pytest.fixture
def quiz(school: School) -> Quiz:
    quiz = Quiz.objects.create(institution=school.institution, key="q", title_es="Preguntas", method="quiz")
    question = Question.objects.create(
        institution=school.institution, type="true_false", is_true=True, text_es="La persona decide."
    )
    QuizQuestion.objects.create(quiz=quiz, question=question)
    quiz.refresh_from_db()
    return quiz


def test_an_author_tries_a_quiz_and_nothing_is_kept(desk: Client, quiz: Quiz) -> None:
    address = f"/es/quiz/{quiz.uuid}/"
    page = desk.get(address)
    assert "No se guarda nada" in page.text
    name = page.context["questions"][0].name
    result = desk.post(address, {name: "true", "paper": "", "attempt": ""})
    assert "No se guarda nada" in result.text
    assert not Attempt.objects.exists()


def test_others_still_have_no_place(client: Client, school: School, quiz: Quiz) -> None:
    other = make_school("otra")
    for user in (
        make_staff("ajena", other.institution, Role.TRAINER),
        make_staff("super", school.institution, Role.SUPERVISOR),
        make_learner("ana", other).person.user,
    ):
        client.force_login(user)
        assert client.get(f"/es/quiz/{quiz.uuid}/").status_code == 403
