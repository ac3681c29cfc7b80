"""Marking: pure, so that it can be tried, proved and repeated on frozen attempts years later.

A question is all or nothing. Parts of a right answer earn no points: a learner who ticks everything would
otherwise collect some, and "2 of 3 steps in order" is not yet a safe way of working. She may try again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .content import Answer, QuestionContent, QuestionType
from .typed import number_of, same_words


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer earned. `feedback` are the keys of the options whose own feedback belongs to it."""

    points: int
    correct: bool
    feedback: tuple[str, ...] = ()


def mark(question: QuestionContent, answer: Answer | None) -> Mark:
    """Mark one answer. What cannot be understood, or is missing, is simply not right yet."""
    correct = answer is not None and JUDGES[QuestionType(question["type"])](question, answer)
    return Mark(
        points=question["points"] if correct else 0,
        correct=correct,
        feedback=_feedback(question, answer),
    )


def right_answer(question: QuestionContent) -> Answer:
    """An answer that earns all points."""
    keys = [option["key"] for option in question["options"]]
    match QuestionType(question["type"]):
        case QuestionType.SINGLE | QuestionType.PICTURE:
            return _right_keys(question)[0]
        case QuestionType.MULTIPLE:
            return _right_keys(question)
        case QuestionType.TRUE_FALSE:
            return "true" if question["is_true"] else "false"
        case QuestionType.ORDER:
            return keys
        case QuestionType.MATCH:
            return {key: key for key in keys}
        case QuestionType.NUMBER:
            return question["answer"]
        case QuestionType.SHORT_TEXT:
            return next(text for texts in question["accepted"].values() for text in texts)


def reaches(score: int, max_score: int, pass_percent: int) -> bool:
    """Whether a score is enough; in whole numbers, so that 80 % of 5 points is exactly 4."""
    return score * 100 >= pass_percent * max_score


def _one_choice(question: QuestionContent, answer: Answer) -> bool:
    return [answer] == _right_keys(question)


def _all_choices(question: QuestionContent, answer: Answer) -> bool:
    return isinstance(answer, list) and sorted(answer) == sorted(_right_keys(question))


def _truth(question: QuestionContent, answer: Answer) -> bool:
    return answer == ("true" if question["is_true"] else "false")


def _sequence(question: QuestionContent, answer: Answer) -> bool:
    return answer == [option["key"] for option in question["options"]]


def _pairs(question: QuestionContent, answer: Answer) -> bool:
    """Each left side has its right side; two pairs whose right sides read the same may be exchanged."""
    if not isinstance(answer, dict):
        return False
    match_of = {option["key"]: option["match"] for option in question["options"]}
    return all(match_of.get(answer.get(key, "")) == match for key, match in match_of.items())


def _number(question: QuestionContent, answer: Answer) -> bool:
    if not isinstance(answer, str):
        return False
    given = number_of(answer, question["unit"].values())
    if given is None:
        return False
    return abs(given - Decimal(question["answer"])) <= Decimal(question["tolerance"])


def _words(question: QuestionContent, answer: Answer) -> bool:
    """Variants of every language count: people who live between two languages mix them."""
    if not isinstance(answer, str):
        return False
    accepted = {same_words(text) for texts in question["accepted"].values() for text in texts}
    return same_words(answer) in accepted - {""}


JUDGES: dict[QuestionType, Callable[[QuestionContent, Answer], bool]] = {
    QuestionType.SINGLE: _one_choice,
    QuestionType.PICTURE: _one_choice,
    QuestionType.MULTIPLE: _all_choices,
    QuestionType.TRUE_FALSE: _truth,
    QuestionType.ORDER: _sequence,
    QuestionType.MATCH: _pairs,
    QuestionType.NUMBER: _number,
    QuestionType.SHORT_TEXT: _words,
}


def _right_keys(question: QuestionContent) -> list[str]:
    return [option["key"] for option in question["options"] if option["correct"]]


def _feedback(question: QuestionContent, answer: Answer | None) -> tuple[str, ...]:
    chosen: Sequence[str] = (
        [answer] if isinstance(answer, str) else answer if isinstance(answer, list) else []
    )
    return tuple(
        option["key"] for option in question["options"] if option["feedback"] and option["key"] in chosen
    )
