"""Questions of every type: as rows of the bank, and the answers that are right for them."""

from decimal import Decimal
from typing import Any

from assessments.quizzes.content import Answer, QuestionContent, QuestionType
from assessments.quizzes.models import AcceptedAnswer, Option, Question, Quiz, QuizQuestion
from curriculum.models import Institution, Module

RIGHT: dict[str, Answer] = {
    "single": "b",
    "multiple": ["a", "c"],
    "true_false": "true",
    "order": ["a", "b", "c"],
    "match": {"a": "a", "b": "b"},
    "number": "2,5",
    "short_text": "El jabón",
    "picture": "b",
}
WRONG: dict[str, Answer] = {
    "single": "a",
    "multiple": ["a", "b"],
    "true_false": "false",
    "order": ["b", "a", "c"],
    "match": {"a": "b", "b": "a"},
    "number": "3",
    "short_text": "la toalla",
    "picture": "a",
}
FIVE = ["single", "multiple", "true_false", "order", "number"]
ALL = list(RIGHT)

OPTIONS: dict[str, list[dict[str, Any]]] = {
    "single": [
        {"key": "a", "text": "Con agua fría", "feedback": "PISTA-FRIA"},
        {"key": "b", "text": "Con agua y jabón", "correct": True},
        {"key": "c", "text": "Con un paño"},
    ],
    "multiple": [
        {"key": "a", "text": "Antes de comer", "correct": True},
        {"key": "b", "text": "Nunca", "feedback": "PISTA-NUNCA"},
        {"key": "c", "text": "Después del baño", "correct": True},
    ],
    "order": [
        {"key": "a", "text": "Mojar"},
        {"key": "b", "text": "Enjabonar"},
        {"key": "c", "text": "Enjuagar"},
    ],
    "match": [
        {"key": "a", "text": "Mano", "match": "Guante"},
        {"key": "b", "text": "Pie", "match": "Media"},
    ],
    "picture": [
        {"key": "a", "text": "Una toalla sucia"},
        {"key": "b", "text": "Una toalla limpia", "correct": True},
    ],
}
FIELDS: dict[str, dict[str, Any]] = {
    "true_false": {"is_true": True},
    "number": {"answer": Decimal("2.5"), "tolerance": Decimal("0.1"), "unit_es": "ml"},
}


def make_question(institution: Institution, kind: str, key: str = "") -> Question:
    """A question in Spanish, with English for its own text."""
    question = Question.objects.create(
        institution=institution,
        key=key or f"q-{kind.replace('_', '-')}",
        type=kind,
        text_es=f"¿Pregunta {kind}?",
        text_en=f"Question {kind}?",
        feedback_correct_es=f"BIEN-{kind}",
        feedback_wrong_es=f"TODAVIA-NO-{kind}",
        **FIELDS.get(kind, {}),
    )
    for order, option in enumerate(OPTIONS.get(kind, [])):
        values = {
            f"{name}_es" if name in {"text", "match", "feedback"} else name: value
            for name, value in option.items()
        }
        Option.objects.create(question=question, sort_order=order, **values)
    if kind == "short_text":
        for order, text in enumerate(["jabón", "el jabón"]):
            AcceptedAnswer.objects.create(question=question, language="es", text=text, sort_order=order)
    return question


def make_quiz(
    institution: Institution,
    kinds: list[str],
    *,
    module: Module | None = None,
    key: str = "manos",
    unit_key: str = "",
) -> Quiz:
    quiz = Quiz.objects.create(
        institution=institution,
        key=key,
        method="quiz",
        module=module,
        title_es="Las manos",
        unit_key=unit_key,
    )
    for order, kind in enumerate(kinds):
        question = make_question(institution, kind, key=f"{key}-{order}-{kind.replace('_', '-')}")
        QuizQuestion.objects.create(quiz=quiz, question=question, sort_order=order)
    quiz.refresh_from_db()
    return quiz


def make_content(kind: str) -> QuestionContent:
    """The content of such a question worth two points, without a database."""
    fields = FIELDS.get(kind, {})
    return {
        "key": f"q-{kind}",
        "type": kind,
        "points": 2,
        "text": {"es": f"¿Pregunta {kind}?"},
        "options": [
            {
                "key": option["key"],
                "text": {"es": option["text"]},
                "match": {"es": option["match"]} if "match" in option else {},
                "correct": option.get("correct", False),
                "feedback": {"es": option["feedback"]} if "feedback" in option else {},
                "picture": "",
            }
            for option in OPTIONS.get(kind, [])
        ],
        "is_true": fields.get("is_true"),
        "answer": str(fields.get("answer", "")),
        "tolerance": str(fields.get("tolerance", "0")),
        "unit": {"es": fields["unit_es"]} if "unit_es" in fields else {},
        "accepted": {"es": ["jabón", "el jabón"]} if kind == QuestionType.SHORT_TEXT else {},
        "feedback_correct": {"es": "Bien"},
        "feedback_wrong": {"es": "Todavía no"},
    }


def answers_of(quiz: Quiz, right: int | None = None) -> dict[str, Answer]:
    """Answers by key of question: the first `right` of them right (all, when left out), the rest wrong."""
    questions = [place.question for place in quiz.places.select_related("question").order_by("sort_order")]
    limit = len(questions) if right is None else right
    return {
        question.key: (RIGHT if number < limit else WRONG)[question.type]
        for number, question in enumerate(questions)
    }
