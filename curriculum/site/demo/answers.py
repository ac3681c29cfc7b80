"""What a learner answers: right, or with a slip that people really make."""

from decimal import Decimal

from assessments.quizzes.content import Answer, QuestionContent, QuestionType
from assessments.quizzes.marking import right_answer

SLIPS = 2  # of four or five questions: not enough to pass


def all_right(questions: tuple[QuestionContent, ...]) -> dict[str, Answer]:
    return {question["key"]: right_answer(question) for question in questions}


def with_slips(questions: tuple[QuestionContent, ...]) -> dict[str, Answer]:
    """Right up to the last questions, where attention goes."""
    slips = {question["key"]: slip(question) for question in questions[-SLIPS:]}
    return {**all_right(questions), **slips}


def slip(question: QuestionContent) -> Answer:
    """A wrong choice, everything ticked, the opposite, the steps backwards, the comma one place off."""
    keys = [option["key"] for option in question["options"]]
    match QuestionType(question["type"]):
        case QuestionType.SINGLE | QuestionType.PICTURE:
            return next(option["key"] for option in question["options"] if not option["correct"])
        case QuestionType.MULTIPLE:
            return keys
        case QuestionType.TRUE_FALSE:
            return "false" if question["is_true"] else "true"
        case QuestionType.ORDER:
            return keys[::-1]
        case QuestionType.MATCH:
            return dict(zip(keys, [*keys[1:], keys[0]], strict=True))
        case QuestionType.NUMBER:
            return str(Decimal(question["answer"]) * 10 + 1)
        case QuestionType.SHORT_TEXT:
            return "?"
