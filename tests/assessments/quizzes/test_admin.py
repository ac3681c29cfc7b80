"""Trainers write questions and quizzes in the CMS: what they can make, and what is asked of them."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from assessments.models import Attempt
from assessments.quizzes.bank import content_of, file_shown
from assessments.quizzes.content import QuestionType
from assessments.quizzes.marking import mark
from assessments.quizzes.models import Question, Quiz
from curriculum.models import Institution, Module, Participation, Person

from ..conftest import NOON, client_of
from .questions import make_question, make_quiz

pytestmark = pytest.mark.django_db
FEEDBACK = {"feedback_correct_es": "Sí", "feedback_wrong_es": "Todavía no, porque …"}


@pytest.fixture
def author(trainer: Person) -> Client:
    permissions = Permission.objects.filter(content_type__app_label__in=["quizzes", "assessments"])
    trainer.user.user_permissions.add(*permissions, Permission.objects.get(codename="access_admin"))
    return client_of(trainer)


def url(model: str, action: str, *args: Any) -> str:
    app = "assessments" if model == "assessment" else "quizzes"
    return reverse(f"wagtailsnippets_{app}_{model}:{action}", args=args)


def question_data(
    institution: Institution, kind: str, options: list[dict] = (), accepted: list[dict] = (), **fields: Any
) -> dict:
    blank = {
        f"{name}_{code}": "" for name in ("text", "match", "feedback") for code in ("es", "en", "pt", "fr")
    }
    return nested_form_data(
        {
            "institution": institution.pk,
            "type": kind,
            "points": "1",
            "tolerance": "0",
            "text_es": "¿Cómo se lavan las manos?",
            **FEEDBACK,
            **fields,
            "options": inline_formset([{**blank, "picture": "", **option} for option in options]),
            "accepted_answers": inline_formset(list(accepted)),
        }
    )


TWO = [{"text_es": "Con agua"}, {"text_es": "Con agua y jabón", "correct": "on"}]
FOUR_KINDS: list[tuple[str, dict[str, Any], Any]] = [
    ("single", {"options": TWO}, None),
    ("multiple", {"options": [*TWO, {"text_es": "Con alcohol", "correct": "on"}]}, None),
    ("true_false", {"is_true": "True"}, "true"),
    ("order", {"options": TWO}, None),
    ("number", {"answer": "2.5", "tolerance": "0.5", "unit_es": "ml"}, "2,9"),
    ("short_text", {"accepted": [{"language": "es", "text": "jabón"}]}, "Jabon"),
]


@pytest.mark.parametrize(("kind", "fields", "right"), FOUR_KINDS)
def test_a_trainer_writes_a_question(
    author: Client, institution: Institution, kind: str, fields: dict[str, Any], right: Any
) -> None:
    assert author.get(url("question", "add")).status_code == 200
    response = author.post(url("question", "add"), question_data(institution, kind, **fields))
    assert response.status_code == 302, response.context["form"].errors
    content = content_of(Question.objects.get(), name_picture=file_shown)
    keys = [option["key"] for option in content["options"] if option["correct"]]
    answer = {
        QuestionType.SINGLE: keys[0] if keys else "",
        QuestionType.MULTIPLE: keys,
        QuestionType.ORDER: [option["key"] for option in content["options"]],
    }.get(kind, right)
    assert mark(content, answer).correct


@pytest.mark.parametrize(
    ("kind", "fields", "words"),
    [
        ("single", {"options": [TWO[0], {"text_es": "Otra"}]}, "Mark exactly one answer as right."),
        (
            "single",
            {"options": [TWO[1], {"text_es": "Otra", "correct": "on"}]},
            "Mark exactly one answer as right.",
        ),
        ("multiple", {"options": [TWO[0], {"text_es": "Otra"}]}, "Mark at least one answer as right."),
        ("single", {"options": TWO[1:]}, "Give at least two answers to choose from."),
        ("single", {"options": [*TWO, {"text_es": "con AGUA"}]}, "stands here twice"),
        ("single", {"options": [*TWO, {}]}, "Write answer 3 in Spanish."),
        ("single", {"options": TWO, "text_pt": "Como?"}, "Write answer 1 in Portuguese."),
        ("single", {"options": TWO, "text_es": ""}, "Write the question in Spanish."),
        ("single", {"options": TWO, "feedback_wrong_es": ""}, "what the learner reads after answering"),
        ("picture", {"options": TWO}, "Choose a picture for answer 1."),
        (
            "match",
            {"options": [{"text_es": "Pie", "match_es": "Media"}, {"text_es": "Mano"}]},
            "what belongs with this",
        ),
        ("true_false", {}, "Say whether the sentence is true or false."),
        ("number", {}, "Write the right number"),
        ("number", {"answer": "2", "tolerance": "-1"}, "greater than or equal to 0"),
        ("short_text", {}, "Give at least one accepted answer in Spanish."),
    ],
)
def test_what_is_missing_is_said_in_plain_words(
    author: Client, institution: Institution, settings: Any, kind: str, fields: dict[str, Any], words: str
) -> None:
    settings.LANGUAGE_CODE = "en"
    response = author.post(
        url("question", "add"), question_data(institution, kind, **fields), headers={"accept-language": "en"}
    )
    assert response.status_code == 200
    assert words in response.content.decode()
    assert not Question.objects.exists()


def test_a_trainer_makes_a_quiz_of_her_questions(
    author: Client, institution: Institution, module: Module
) -> None:
    questions = [make_question(institution, kind) for kind in ("single", "multiple", "true_false", "number")]
    data = {
        "institution": institution.pk,
        "module": module.pk,
        "title_es": "Las manos",
        "pass_percent": "75",
        "is_active": "on",
        "places": inline_formset(
            [{"question": question.pk, "ORDER": order} for order, question in enumerate(questions, 1)]
        ),
    }
    response = author.post(url("quiz", "add"), nested_form_data(data))
    assert response.status_code == 302, response.context["form"].errors
    quiz = Quiz.objects.get()
    assert (quiz.method, quiz.key.startswith("las-manos-"), quiz.module) == ("quiz", True, module)
    assert [place.question for place in quiz.places.all()] == questions
    assert author.get(url("quiz", "edit", quiz.pk)).status_code == 200


def test_a_quiz_takes_only_its_own_institutions_questions_modules_and_units(
    author: Client, institution: Institution, other_institution: Institution
) -> None:
    foreign = make_question(other_institution, "single")
    foreign_module = Module.objects.create(institution=other_institution, key="otro", title="Otro")
    data = {
        "institution": institution.pk,
        "module": foreign_module.pk,
        "unit_key": "no-such-unit",
        "title_es": "Las manos",
        "pass_percent": "75",
        "places": inline_formset([{"question": foreign.pk, "ORDER": 1}]),
    }
    form = author.post(url("quiz", "add"), nested_form_data(data)).context["form"]
    assert set(form.errors) == {"module", "unit_key"}
    own = {**data, "module": "", "unit_key": ""}
    form = author.post(url("quiz", "add"), nested_form_data(own)).context["form"]
    assert list(form.errors) == ["__all__"]
    empty = {**own, "places": inline_formset([])}
    assert author.post(url("quiz", "add"), nested_form_data(empty)).context["form"].errors
    assert not Quiz.objects.exists()


def test_another_institutions_rows_are_neither_listed_nor_found(
    author: Client, institution: Institution, other_institution: Institution
) -> None:
    mine, hers = make_quiz(institution, ["single"]), make_quiz(other_institution, ["single"], key="ajeno")
    hers.title_es = "Quiz ajeno"
    hers.save()
    assert "Quiz ajeno" not in author.get(url("quiz", "list")).content.decode()
    for action in ("edit", "delete", "history", "usage"):
        assert author.get(url("quiz", action, mine.pk)).status_code == 200
        assert author.get(url("quiz", action, hers.pk), follow=True).status_code == 404
    question = hers.places.get().question
    assert author.post(url("question", "edit", question.pk), {}, follow=True).status_code == 404
    assert author.post(url("quiz", "delete", hers.pk), follow=True).status_code == 404
    assert Quiz.objects.filter(pk=hers.pk).exists()


def test_the_choosers_offer_only_her_own(
    author: Client, institution: Institution, other_institution: Institution
) -> None:
    make_quiz(institution, ["single"])
    hers = make_quiz(other_institution, ["single"], key="ajeno")
    listing = author.get(reverse("wagtailsnippetchoosers_assessments_assessment:choose")).content.decode()
    assert listing.count("Las manos") == 1
    chosen = reverse("wagtailsnippetchoosers_assessments_assessment:chosen", args=[hers.pk])
    assert author.get(chosen, follow=True).status_code == 404


def test_an_institution_that_is_not_hers_cannot_be_sent(
    author: Client, other_institution: Institution
) -> None:
    response = author.post(url("question", "add"), question_data(other_institution, "single", options=TWO))
    assert "institution" in response.context["form"].errors


def test_a_quiz_that_was_answered_is_closed_and_never_deleted(
    author: Client, institution: Institution, participation: Participation
) -> None:
    quiz = make_quiz(institution, ["single"])
    Attempt.objects.create(
        assessment=quiz,
        institution=institution,
        person=participation.person,
        number=1,
        started_at=NOON,
        source_ref="x",
    )
    response = author.post(url("quiz", "delete", quiz.pk), follow=True)
    assert response.redirect_chain[0][0] == url("quiz", "list")
    assert "Las manos" in str(next(iter(response.context["messages"])))
    assert Quiz.objects.filter(pk=quiz.pk).exists()


def test_assessments_are_looked_at_here_and_made_by_their_method(author: Client) -> None:
    assert author.get(url("assessment", "list")).status_code == 200
    assert author.get(url("assessment", "add")).status_code == 302


@pytest.mark.parametrize("pk", ["abc", "99999999999999999999999"])
@pytest.mark.parametrize("action", ["edit", "usage", "history"])
def test_what_is_no_number_is_nobodys_row(author: Client, action: str, pk: str) -> None:
    assert author.get(url("quiz", action, pk), follow=True).status_code == 404


@pytest.mark.parametrize("pk", ["abc", "99999999999999999999999"])
def test_what_is_no_number_cannot_be_chosen(author: Client, pk: str) -> None:
    chooser = Quiz.snippet_viewset.chooser_viewset
    chosen = reverse(chooser.get_url_name("chosen"), args=[pk])
    assert author.get(chosen, follow=True).status_code == 404
    assert author.get(reverse(chooser.get_url_name("chosen_multiple")), {"id": pk}).status_code == 200
