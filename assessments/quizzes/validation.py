"""What must be so for a question to be asked; one list for the CMS and for packs. Pure: no database."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.utils.translation import gettext_noop

from .content import WITH_OPTIONS, QuestionContent, QuestionType, Texts

MOST_OPTIONS = 8


@dataclass(frozen=True, slots=True)
class ContentFault:
    """A fault at a place of the content, such as `("options", 2, "text")`; `message` is an English msgid."""

    place: tuple[str | int, ...]
    message: str
    values: dict[str, str] = field(default_factory=dict)


def content_faults(question: QuestionContent, languages: Iterable[str]) -> Iterator[ContentFault]:
    """Everything that keeps a question from being asked in these languages."""
    wanted = list(languages)
    yield from _absent(
        question["text"], wanted, ("text",), gettext_noop("Write the question in %(language)s.")
    )
    kind = QuestionType(question["type"])
    if kind in WITH_OPTIONS:
        yield from _number_of_options(question)
        yield from _option_texts(question, wanted)
    yield from CHECKS.get(kind, _nothing)(question, wanted)
    for name in ("feedback_correct", "feedback_wrong"):
        message = gettext_noop("Write in %(language)s what the learner reads after answering.")
        yield from _absent(question[name], wanted, (name,), message)


def _absent(
    texts: Texts, languages: Iterable[str], place: tuple[str | int, ...], message: str
) -> Iterator[ContentFault]:
    for language in languages:
        if not texts.get(language, "").strip():
            yield ContentFault((*place, language), message, {"language": language})


def _number_of_options(question: QuestionContent) -> Iterator[ContentFault]:
    number = len(question["options"])
    if number < 2:
        yield ContentFault(("options",), gettext_noop("Give at least two answers to choose from."))
    if number > MOST_OPTIONS:
        message = gettext_noop("%(number)s are too many for a small screen. Keep at most %(most)s.")
        yield ContentFault(("options",), message, {"number": str(number), "most": str(MOST_OPTIONS)})


def _option_texts(question: QuestionContent, languages: list[str]) -> Iterator[ContentFault]:
    for language in languages:
        seen: set[str] = set()
        for number, option in enumerate(question["options"]):
            text = option["text"].get(language, "").strip()
            if not text:
                message = gettext_noop("Write answer %(number)s in %(language)s.")
                values = {"number": str(number + 1), "language": language}
                yield ContentFault(("options", number, "text", language), message, values)
            elif text.casefold() in seen:
                message = gettext_noop("“%(text)s” stands here twice. Change one of the two.")
                yield ContentFault(("options", number, "text", language), message, {"text": text})
            seen.add(text.casefold())


def _nothing(question: QuestionContent, languages: list[str]) -> Iterator[ContentFault]:
    return iter(())


def _one_right(question: QuestionContent, languages: list[str]) -> Iterator[ContentFault]:
    if sum(option["correct"] for option in question["options"]) != 1:
        yield ContentFault(("options",), gettext_noop("Mark exactly one answer as right."))


def _some_right(question: QuestionContent, languages: list[str]) -> Iterator[ContentFault]:
    if not any(option["correct"] for option in question["options"]):
        yield ContentFault(("options",), gettext_noop("Mark at least one answer as right."))


def _pictures(question: QuestionContent, languages: list[str]) -> Iterator[ContentFault]:
    yield from _one_right(question, languages)
    for number, option in enumerate(question["options"]):
        if not option["picture"]:
            message = gettext_noop("Choose a picture for answer %(number)s.")
            yield ContentFault(("options", number, "picture"), message, {"number": str(number + 1)})


def _partners(question: QuestionContent, languages: list[str]) -> Iterator[ContentFault]:
    for number, option in enumerate(question["options"]):
        message = gettext_noop("Write in %(language)s what belongs with this.")
        yield from _absent(option["match"], languages, ("options", number, "match"), message)


def _truth(question: QuestionContent, languages: list[str]) -> Iterator[ContentFault]:
    if question["is_true"] is None:
        yield ContentFault(("is_true",), gettext_noop("Say whether the sentence is true or false."))


def _decimal(question: QuestionContent, languages: list[str]) -> Iterator[ContentFault]:
    if not _is_decimal(question["answer"]):
        yield ContentFault(("answer",), gettext_noop("Write the right number, such as 12 or 2.5."))
    if not _is_decimal(question["tolerance"]) or Decimal(question["tolerance"]) < 0:
        message = gettext_noop("Write how far off still counts: 0, or a number above it.")
        yield ContentFault(("tolerance",), message)
    if question["unit"]:
        yield from _absent(
            question["unit"], languages, ("unit",), gettext_noop("Write the unit in %(language)s too.")
        )


def _is_decimal(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _words(question: QuestionContent, languages: list[str]) -> Iterator[ContentFault]:
    for language in languages:
        if not any(text.strip() for text in question["accepted"].get(language, [])):
            message = gettext_noop("Give at least one accepted answer in %(language)s.")
            yield ContentFault(("accepted", language), message, {"language": language})


CHECKS: dict[QuestionType, Callable[[QuestionContent, list[str]], Iterator[ContentFault]]] = {
    QuestionType.SINGLE: _one_right,
    QuestionType.PICTURE: _pictures,
    QuestionType.MULTIPLE: _some_right,
    QuestionType.MATCH: _partners,
    QuestionType.TRUE_FALSE: _truth,
    QuestionType.NUMBER: _decimal,
    QuestionType.SHORT_TEXT: _words,
}
