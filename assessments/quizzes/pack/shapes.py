"""The shape of quiz.yaml as JSON Schema, and which parts each kind of question has."""

from assessments.quizzes.content import QuestionType
from curriculum.api import KEY, TEXT, TEXTS, list_of, shape

TRUTH = {"type": "boolean"}
NAME = {"type": "string", "pattern": r"^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$"}
OPTION = shape({"key": KEY, "text": TEXTS}, {"correct": TRUTH, "feedback": TEXTS, "file": NAME})
PAIR = shape({"key": KEY, "left": TEXTS, "right": TEXTS})
QUESTION = shape(
    {
        "key": KEY,
        "type": {"enum": [kind.value for kind in QuestionType]},
        "text": TEXTS,
        "feedback": shape({"correct": TEXTS, "wrong": TEXTS}),
    },
    {
        "points": {"type": "integer", "minimum": 1, "maximum": 20},
        "options": list_of(OPTION),
        "items": list_of(shape({"key": KEY, "text": TEXTS})),
        "pairs": list_of(PAIR),
        "correct": TRUTH,
        "answer": TEXT,
        "tolerance": TEXT,
        "unit": TEXTS,
        "accepted": {"type": "object", "additionalProperties": list_of(TEXT)},
    },
)
QUIZ = shape(
    {
        "key": KEY,
        "pass_percent": {"type": "integer", "minimum": 1, "maximum": 100},
        "title": TEXTS,
        "questions": list_of(QUESTION),
    }
)

COMMON = {"key", "type", "text", "feedback", "points"}
PARTS: dict[QuestionType, set[str]] = {
    QuestionType.SINGLE: {"options"},
    QuestionType.MULTIPLE: {"options"},
    QuestionType.PICTURE: {"options"},
    QuestionType.TRUE_FALSE: {"correct"},
    QuestionType.ORDER: {"items"},
    QuestionType.MATCH: {"pairs"},
    QuestionType.NUMBER: {"answer", "tolerance", "unit"},
    QuestionType.SHORT_TEXT: {"accepted"},
}
ROWS = {QuestionType.ORDER: "items", QuestionType.MATCH: "pairs"}
"""What the file calls the rows of a question; "options" for all other kinds."""
