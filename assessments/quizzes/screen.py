"""What the pages show: questions and reviews in one language, ready for the templates."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from .content import OptionContent, QuestionContent, QuestionType, text_in
from .forms import Reading, Sheet
from .paper import Paper
from .remembered import Size


@dataclass(frozen=True, slots=True)
class Row:
    """Something to press, or a line with a select. `options` are (value, label, whether it is chosen).

    `size`: width and height of the picture; None where they are not known.
    """

    name: str
    value: str
    text: str
    picture: str
    chosen: bool
    options: tuple[tuple[str, str, bool], ...] = ()
    size: Size | None = None


@dataclass(frozen=True, slots=True)
class ShownQuestion:
    number: int
    name: str
    type: str
    text: str
    unit: str
    fault: str
    typed: str
    rows: tuple[Row, ...]

    @property
    def control(self) -> str:
        """The template that draws it."""
        return f"quizzes/controls/{CONTROLS[QuestionType(self.type)]}.html"

    @property
    def first_id(self) -> str:
        """Where a link to this question leads."""
        return f"question-{self.number}"


CONTROLS = {
    QuestionType.SINGLE: "choices",
    QuestionType.PICTURE: "choices",
    QuestionType.TRUE_FALSE: "choices",
    QuestionType.MULTIPLE: "choices",
    QuestionType.ORDER: "selects",
    QuestionType.MATCH: "selects",
    QuestionType.NUMBER: "typed",
    QuestionType.SHORT_TEXT: "typed",
}


def shown_questions(paper: Paper, sheet: Sheet, language: str) -> list[ShownQuestion]:
    """The questions of a paper with what was given so far. Nothing in them tells a right answer."""
    return [
        _shown(number, paper, question, sheet.readings[question["key"]], language)
        for number, question in enumerate(paper.known.questions, start=1)
    ]


def _shown(
    number: int, paper: Paper, question: QuestionContent, reading: Reading, language: str
) -> ShownQuestion:
    name = paper.name_of(question)
    return ShownQuestion(
        number=number,
        name=name,
        type=question["type"],
        text=text_in(question["text"], language),
        unit=text_in(question["unit"], language),
        fault=reading.fault,
        typed=(reading.given.get(name) or [""])[0],
        rows=tuple(_rows(paper, question, reading, language)),
    )


def _rows(paper: Paper, question: QuestionContent, reading: Reading, language: str) -> Iterable[Row]:
    name = paper.name_of(question)
    given = reading.given.get(name, [])
    match QuestionType(question["type"]):
        case QuestionType.TRUE_FALSE:
            for value, label in (("true", _("True")), ("false", _("False"))):
                yield Row(name, value, label, "", value in given)
        case QuestionType.ORDER:
            places = [(str(place), str(place)) for place in range(1, len(question["options"]) + 1)]
            yield from _lines(paper, question, reading, language, places)
        case QuestionType.MATCH:
            matches = [
                (token, text_in(option["match"], language))
                for token, option in paper.matches_of(question).items()
            ]
            yield from _lines(paper, question, reading, language, matches)
        case _:
            for token, option in paper.choices_of(question).items():
                size = paper.known.sizes.get(option["picture"])
                text = text_in(option["text"], language)
                yield Row(name, token, text, _picture(option), token in given, size=size)


def _lines(
    paper: Paper,
    question: QuestionContent,
    reading: Reading,
    language: str,
    offered: list[tuple[str, str]],
) -> Iterable[Row]:
    for token, option in paper.choices_of(question).items():
        name = f"{paper.name_of(question)}-{token}"
        chosen = reading.given.get(name, [])
        options = tuple((value, label, value in chosen) for value, label in offered)
        yield Row(name, "", text_in(option["text"], language), _picture(option), False, options)


def _picture(option: OptionContent) -> str:
    return default_storage.url(option["picture"]) if option["picture"] else ""


@dataclass(frozen=True, slots=True)
class ReviewedQuestion:
    """One question of a handed-in attempt: what was answered, and what there is to learn from it."""

    number: int
    text: str
    correct: bool
    answers: tuple[str, ...]
    hints: tuple[str, ...]


def reviewed_questions(details: dict[str, Any], language: str) -> list[ReviewedQuestion]:
    """A review of an attempt from what was frozen with it, whatever has become of the questions since."""
    return [_reviewed(number, part, language) for number, part in enumerate(details["questions"], start=1)]


def _reviewed(number: int, part: dict[str, Any], language: str) -> ReviewedQuestion:
    question: QuestionContent = part["content"]
    closing = question["feedback_correct"] if part["correct"] else question["feedback_wrong"]
    own = [option["feedback"] for option in question["options"] if option["key"] in part["feedback"]]
    hints = (text_in(texts, language) for texts in [*own, closing])
    return ReviewedQuestion(
        number=number,
        text=text_in(question["text"], language),
        correct=part["correct"],
        answers=tuple(answer_words(question, part["answer"], language)),
        hints=tuple(hint for hint in hints if hint),
    )


def answer_words(question: QuestionContent, answer: Any, language: str) -> Iterable[str]:
    """What she answered, in words."""
    texts = {option["key"]: text_in(option["text"], language) for option in question["options"]}
    match answer:
        case "true" | "false" if question["type"] == QuestionType.TRUE_FALSE:
            yield _("True") if answer == "true" else _("False")
        case str():
            yield texts.get(answer, answer)
        case list():
            yield from (texts[key] for key in answer)
        case dict():
            partners = {option["key"]: text_in(option["match"], language) for option in question["options"]}
            yield from (f"{texts[key]} → {partners[partner]}" for key, partner in answer.items())
