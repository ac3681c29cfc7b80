"""What a learner answers: right, or with a slip that people really make."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from assessments.quizzes.content import Answer, QuestionContent, QuestionType

SLIPS = 2  # of four or five questions: not enough to pass


def all_right(questions: tuple[QuestionContent, ...]) -> dict[str, Answer]:
    return {question["key"]: RIGHT[QuestionType(question["type"])](question) for question in questions}


def with_slips(questions: tuple[QuestionContent, ...]) -> dict[str, Answer]:
    """Right up to the last questions, where attention goes."""
    slips = {question["key"]: _slip(question) for question in questions[-SLIPS:]}
    return {**all_right(questions), **slips}


def _keys(question: QuestionContent) -> list[str]:
    return [option["key"] for option in question["options"]]


def _right_keys(question: QuestionContent) -> list[str]:
    return [option["key"] for option in question["options"] if option["correct"]]


def _first_variant(question: QuestionContent) -> str:
    return next(variants[0] for variants in question["accepted"].values() if variants)


RIGHT: Mapping[QuestionType, Callable[[QuestionContent], Answer]] = {
    QuestionType.SINGLE: lambda question: _right_keys(question)[0],
    QuestionType.PICTURE: lambda question: _right_keys(question)[0],
    QuestionType.MULTIPLE: _right_keys,
    QuestionType.TRUE_FALSE: lambda question: "true" if question["is_true"] else "false",
    QuestionType.ORDER: _keys,
    QuestionType.MATCH: lambda question: {key: key for key in _keys(question)},
    QuestionType.NUMBER: lambda question: question["answer"],
    QuestionType.SHORT_TEXT: _first_variant,
}


def _slip(question: QuestionContent) -> Answer:
    """A wrong choice, everything ticked, the opposite, the steps backwards, the comma one place off."""
    match QuestionType(question["type"]):
        case QuestionType.SINGLE | QuestionType.PICTURE:
            return next(key for key in _keys(question) if key not in _right_keys(question))
        case QuestionType.MULTIPLE:
            return _keys(question)
        case QuestionType.TRUE_FALSE:
            return "false" if question["is_true"] else "true"
        case QuestionType.ORDER:
            return _keys(question)[::-1]
        case QuestionType.MATCH:
            keys = _keys(question)
            return dict(zip(keys, [*keys[1:], keys[0]], strict=True))
        case QuestionType.NUMBER:
            return str(Decimal(question["answer"]) * 10 + 1)
        case QuestionType.SHORT_TEXT:
            return "?"
