"""The pages of a quiz: who may see them, what they contain and what they answer."""

import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessments.models import Attempt
from assessments.quizzes.models import AcceptedAnswer, Question, Quiz
from curriculum.models import Institution, Module, Participation, ProgrammeVersion
from curriculum.people.services import end_participation, enrol
from curriculum.standards.rulebook import rule_of

from ..conftest import STARTED, UNIT, client_of, make_award_rule, make_person, make_version, queries
from .browser_form import filled, hidden, paper_of
from .questions import ALL, FIVE, answers_of, make_quiz

pytestmark = pytest.mark.django_db


def address(quiz: Quiz) -> str:
    with override("es"):
        return reverse("quizzes:quiz", args=[quiz.uuid])


def page(client: Client, quiz: Quiz) -> str:
    response = client.get(address(quiz))
    assert response.status_code == 200
    return response.content.decode()


def counts() -> tuple[int, int]:
    return Attempt.objects.count(), Attempt.objects.filter(outcome="competent").count()


@pytest.fixture
def quiz(institution: Institution, module: Module) -> Quiz:
    return make_quiz(institution, ALL, module=module)


@pytest.fixture
def quiz_of_five(institution: Institution, module: Module) -> Quiz:
    return make_quiz(institution, FIVE, module=module, key="cinco", unit_key=UNIT)


# Who may


def test_nobody_in_particular_is_asked_to_sign_in(quiz: Quiz) -> None:
    for response in (Client().get(address(quiz)), Client().post(address(quiz))):
        assert response.status_code == 302
        assert "/accounts/login/" in response["Location"]


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_enrolled_is_told_what_to_do_and_no_names(
    quiz: Quiz, other_institution: Institution, method: str
) -> None:
    stranger = make_person("Rosa Duarte")
    foreign_module = Module.objects.create(institution=other_institution, key="otro", title="Otro")
    enrol(
        person=stranger,
        programme_version=make_version(other_institution, foreign_module),
        enrolled_by=None,
        on=STARTED,
    )
    for person in (stranger, make_person("Sin Curso")):
        response = getattr(client_of(person), method)(address(quiz))
        html = response.content.decode()
        assert response.status_code == 403
        assert "no_place" in str(response.templates[0].name)
        assert quiz.title not in html
        assert "Escuela" not in html
    assert Attempt.objects.count() == 0


@pytest.mark.parametrize("outline", [True, False])
def test_authors_try_a_quiz_and_nothing_is_kept(
    quiz: Quiz, trainer: Any, version: ProgrammeVersion, outline: bool
) -> None:
    version.programme_modules.update(demonstration=outline)
    html = client_of(trainer).get(address(quiz)).content.decode()
    assert quiz.title in html
    assert "No se guarda nada" in html
    assert not Attempt.objects.exists()
    assert ("Demostración" in html) is outline


@pytest.mark.parametrize("outline", [True, False])
def test_a_quiz_and_its_result_say_that_the_module_is_only_an_outline(
    quiz: Quiz, learner: Client, participation: Participation, outline: bool
) -> None:
    participation.programme_version.programme_modules.update(demonstration=outline)
    html = page(learner, quiz)
    handed_in = learner.post(
        address(quiz), filled(html, paper_of(quiz, participation.person), answers_of(quiz))
    )
    result = learner.get(handed_in["Location"]).content.decode()
    assert ["Demostración" in html, "Demostración" in result] == [outline] * 2


def test_an_account_without_a_person_is_told_the_same(quiz: Quiz, django_user_model: Any) -> None:
    client = Client()
    client.force_login(django_user_model.objects.create_user("sin-persona"))
    assert client.get(address(quiz)).status_code == 403


def test_a_quiz_of_a_module_outside_her_programme_is_not_hers(
    institution: Institution, learner: Client
) -> None:
    elsewhere = Module.objects.create(institution=institution, key="otro-modulo", title="Otro")
    assert learner.get(address(make_quiz(institution, ["single"], module=elsewhere))).status_code == 403


def test_a_quiz_of_no_module_asks_only_for_a_place_at_the_institution(
    institution: Institution, learner: Client
) -> None:
    page(learner, make_quiz(institution, ["single"]))


def test_who_has_completed_may_still_practise_and_who_left_may_not(
    quiz: Quiz, learner: Client, participation: Participation
) -> None:
    end_participation(participation=participation, on=STARTED, reason="completed")
    page(learner, quiz)
    end_participation(participation=participation, on=STARTED, reason="moved")
    assert learner.get(address(quiz)).status_code == 403


def test_unknown_and_closed_quizzes_are_not_found(quiz: Quiz, learner: Client) -> None:
    assert learner.get(f"/es/quiz/{uuid4()}/").status_code == 404
    quiz.is_active = False
    quiz.save()
    assert learner.get(address(quiz)).status_code == 404


def test_another_persons_result_is_not_found(
    quiz: Quiz, learner: Client, participation: Participation
) -> None:
    html = page(learner, quiz)
    result = learner.post(address(quiz), filled(html, paper_of(quiz, participation.person), answers_of(quiz)))
    other = make_person("Otra Alumna")
    enrol(person=other, programme_version=participation.programme_version, enrolled_by=None, on=STARTED)
    assert learner.get(result["Location"]).status_code == 200
    assert client_of(other).get(result["Location"]).status_code == 404


# What the page contains


def test_no_right_answer_is_in_the_page_before_it_is_handed_in(quiz: Quiz, learner: Client) -> None:
    Question.objects.filter(type="number").update(answer="73.25", tolerance="0.125")
    AcceptedAnswer.objects.all()[0].delete()
    secret_word = AcceptedAnswer.objects.get()
    secret_word.text = "SECRETA"
    secret_word.save()
    html = page(learner, quiz)
    for secret in ("BIEN-", "TODAVIA-NO-", "PISTA-", "SECRETA", "73.25", "73,25", "0.125", "0,125"):
        assert secret not in html, secret
    values = set(re.findall(r'value="([^"]*)"', html))
    assert not values & {"a", "b", "c"}
    assert not any(question.key in html for question in Question.objects.all())
    attributes = set(re.findall(r' ([a-z-]+)="', " ".join(re.findall(r"<(?:input|option)[^>]*>", html))))
    assert attributes <= {
        "type", "name", "value", "id", "maxlength", "autocomplete", "autocapitalize", "inputmode",
        "aria-labelledby", "aria-describedby",
    }  # fmt: skip


def test_a_reload_shows_the_same_order_and_writes_nothing(quiz: Quiz, learner: Client) -> None:
    first, second = page(learner, quiz), page(learner, quiz)
    pattern = r'<option value="[^"]*"|<input type="(?:radio|checkbox)"[^>]*>'
    assert re.findall(pattern, first) == re.findall(pattern, second)
    assert hidden(first, "attempt") != hidden(second, "attempt")
    assert Attempt.objects.count() == 0


def test_the_next_attempt_and_another_person_get_another_paper(
    quiz: Quiz, participation: Participation
) -> None:
    def tokens(paper: Any) -> set[str]:
        return {token for question in paper.known.questions for token in paper.choices_of(question)}

    mine, again = paper_of(quiz, participation.person), paper_of(quiz, participation.person, 2)
    hers = paper_of(quiz, make_person("Otra Alumna"))
    assert tokens(mine).isdisjoint(tokens(again))
    assert tokens(mine).isdisjoint(tokens(hers))


def test_every_control_has_a_name_that_is_read_aloud(quiz: Quiz, learner: Client) -> None:
    html = page(learner, quiz)
    assert html.count("<fieldset") == html.count("<legend") == len(ALL)
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    for select in re.findall(r'<select id="([^"]+)"', html):
        assert f'<label class="field__label" for="{select}"' in html
    for reference in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', html):
        assert set(reference.split()) <= set(ids)


def test_questions_are_in_one_language_and_say_so(quiz: Quiz, learner: Client) -> None:
    html = learner.get(address(quiz).replace("/es/", "/en/")).content.decode()
    assert "Question single?" in html
    assert "fallback-note" not in html
    question = Question.objects.filter(places__quiz=quiz)[0]
    question.text_en = ""
    question.save()
    html = learner.get(address(quiz).replace("/es/", "/en/")).content.decode()
    assert "Question multiple?" not in html
    assert "fallback-note" in html
    assert '<span lang="es">¿Pregunta multiple?</span>' in html


# Handing in


def test_all_right_leads_to_a_result_that_teaches(
    quiz: Quiz, learner: Client, participation: Participation
) -> None:
    html = page(learner, quiz)
    response = learner.post(
        address(quiz), filled(html, paper_of(quiz, participation.person), answers_of(quiz)), follow=True
    )
    result = response.content.decode()
    assert response.redirect_chain[0][1] == 302
    assert counts() == (1, 1)
    assert all(f"BIEN-{kind}" in result for kind in ALL)
    assert "TODAVIA-NO-" not in result


def test_wrong_answers_get_the_feedback_of_the_choice_and_of_the_question(
    quiz: Quiz, learner: Client, participation: Participation
) -> None:
    html = page(learner, quiz)
    data = filled(html, paper_of(quiz, participation.person), answers_of(quiz, 0))
    result = learner.post(address(quiz), data, follow=True).content.decode()
    assert counts() == (1, 0)
    assert "PISTA-FRIA" in result
    assert "PISTA-NUNCA" in result
    assert all(f"TODAVIA-NO-{kind}" in result for kind in ALL)
    assert "BIEN-" not in result


def test_handing_in_twice_gives_the_same_result_once(
    quiz: Quiz, learner: Client, participation: Participation
) -> None:
    data = filled(page(learner, quiz), paper_of(quiz, participation.person), answers_of(quiz))
    first, second = learner.post(address(quiz), data), learner.post(address(quiz), data)
    assert first["Location"] == second["Location"]
    assert counts() == (1, 1)


def test_a_missing_answer_is_named_and_the_others_are_kept(
    quiz: Quiz, learner: Client, participation: Participation
) -> None:
    html = page(learner, quiz)
    answers = answers_of(quiz)
    left_out = next(iter(answers))
    data = filled(
        html, paper_of(quiz, participation.person), {k: v for k, v in answers.items() if k != left_out}
    )
    again = learner.post(address(quiz), data).content.decode()
    assert counts() == (0, 0)
    assert 'href="#question-1"' in again
    assert 'href="#question-2"' not in again
    assert again.count(" checked") == 4
    assert again.count(" selected") == 3 + 2
    assert 'value="2,5"' in again
    assert hidden(again, "attempt") == data["attempt"]
    complete = filled(again, paper_of(quiz, participation.person), answers)
    assert learner.post(address(quiz), complete).status_code == 302
    assert counts() == (1, 1)


def test_what_the_page_never_offered_is_no_answer(
    quiz: Quiz, learner: Client, participation: Participation
) -> None:
    html = page(learner, quiz)
    data = filled(html, paper_of(quiz, participation.person), answers_of(quiz))
    for name in data:
        if name not in {"paper", "attempt"}:
            data[name] = "b"
    again = learner.post(address(quiz), data)
    assert again.status_code == 200
    assert again.content.decode().count('href="#question-') == len(ALL) - 1  # "b" is words
    assert counts() == (0, 0)


@pytest.mark.parametrize("typed", ["NaN", "Infinity", "1e9", "x" * 1_000_000, "\x00", "1.500", "٣"])
def test_what_is_no_number_is_asked_again(
    institution: Institution, module: Module, learner: Client, participation: Participation, typed: str
) -> None:
    quiz = make_quiz(institution, ["number"], module=module, key="uno")
    html = page(learner, quiz)
    paper = paper_of(quiz, participation.person)
    response = learner.post(address(quiz), filled(html, paper, {paper.known.questions[0]["key"]: typed}))
    assert response.status_code == 200
    assert "field__error" in response.content.decode()
    assert counts() == (0, 0)


def test_huge_words_are_cut_and_marked(
    institution: Institution, module: Module, learner: Client, participation: Participation
) -> None:
    quiz = make_quiz(institution, ["short_text"], module=module, key="uno")
    paper = paper_of(quiz, participation.person)
    data = filled(page(learner, quiz), paper, {paper.known.questions[0]["key"]: "ñ" * 500_000})
    assert learner.post(address(quiz), data).status_code == 302
    assert len(Attempt.objects.get().details["questions"][0]["answer"]) == 200


@pytest.mark.parametrize(
    "broken", [{"paper": "x"}, {"paper": ""}, {"attempt": "no-uuid"}, {"paper": "WyJ4Il0:1:2"}]
)
def test_an_altered_page_is_shown_afresh(
    quiz: Quiz, learner: Client, participation: Participation, broken: dict[str, str]
) -> None:
    data = filled(page(learner, quiz), paper_of(quiz, participation.person), answers_of(quiz)) | broken
    response = learner.post(address(quiz), data)
    assert response.status_code == 200
    assert "notice--error" in response.content.decode()
    assert counts() == (0, 0)


def test_the_hidden_field_of_another_person_or_quiz_is_refused(
    quiz: Quiz, quiz_of_five: Quiz, learner: Client, participation: Participation
) -> None:
    other = make_person("Otra Alumna")
    enrol(person=other, programme_version=participation.programme_version, enrolled_by=None, on=STARTED)
    data = filled(page(learner, quiz), paper_of(quiz, participation.person), answers_of(quiz))
    for foreign in (page(client_of(other), quiz), page(learner, quiz_of_five)):
        learner.post(address(quiz), data | {"paper": hidden(foreign, "paper")})
        assert counts() == (0, 0)


def test_a_quiz_changed_meanwhile_is_shown_again_with_the_answers(
    quiz: Quiz, learner: Client, participation: Participation
) -> None:
    data = filled(page(learner, quiz), paper_of(quiz, participation.person), answers_of(quiz))
    question = Question.objects.filter(places__quiz=quiz, type="single").get()
    question.text_es = "¿Mejor dicho?"
    question.save()
    again = learner.post(address(quiz), data).content.decode()
    assert counts() == (0, 0)
    assert "¿Mejor dicho?" in again
    assert again.count(" checked") == 5
    complete = filled(again, paper_of(quiz, participation.person), answers_of(quiz))
    assert learner.post(address(quiz), complete).status_code == 302
    assert Attempt.objects.get().details["questions"][0]["content"]["text"]["es"] == "¿Mejor dicho?"


def test_a_trainers_text_cannot_put_a_script_into_the_page(
    quiz: Quiz, learner: Client, participation: Participation
) -> None:
    question = Question.objects.filter(places__quiz=quiz)[0]
    question.text_es = question.feedback_correct_es = "<script>alert(1)</script>"
    question.save()
    html = page(learner, quiz)
    data = filled(html, paper_of(quiz, participation.person), answers_of(quiz))
    result = learner.post(address(quiz), data, follow=True).content.decode()
    assert "<script>alert" not in html + result
    assert "&lt;script&gt;" in html
    assert "&lt;script&gt;" in result


# Query budgets


@pytest.mark.parametrize("earlier", [1, 3])
def test_queries_stay_the_same_with_more_attempts(
    quiz_of_five: Quiz,
    learner: Client,
    participation: Participation,
    earlier: int,
) -> None:
    """Session and user are two of them; the fourth of handing in is the attempt."""
    quiz = quiz_of_five
    quiz.unit_key = ""
    quiz.save()
    for number in range(1, earlier + 1):
        paper = paper_of(quiz, participation.person, number)
        learner.post(address(quiz), filled(page(learner, quiz), paper, answers_of(quiz, 0)))
    page(learner, quiz)
    with queries(3):
        html = page(learner, quiz)
    data = filled(html, paper_of(quiz, participation.person, earlier + 1), answers_of(quiz, 0))
    with queries(4):
        response = learner.post(address(quiz), data)
    assert Attempt.objects.count() == earlier + 1
    learner.get(response["Location"])
    with queries(4):
        assert learner.get(response["Location"]).status_code == 200


def test_the_budget_of_a_decision_and_of_an_award(
    quiz_of_five: Quiz, learner: Client, participation: Participation
) -> None:
    quiz = quiz_of_five
    html = page(learner, quiz)
    data = filled(html, paper_of(quiz, participation.person), answers_of(quiz, 0))
    with queries(8):
        learner.post(address(quiz), data)
    rule_of(make_award_rule(participation.programme_version).digest)
    html = page(learner, quiz)
    data = filled(html, paper_of(quiz, participation.person, 2), answers_of(quiz))
    with queries(12):
        learner.post(address(quiz), data)
