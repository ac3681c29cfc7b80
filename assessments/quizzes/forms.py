"""Reading the answers that a browser sends, question by question, and saying what still waits."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from .content import Answer, QuestionContent, QuestionType
from .paper import Paper
from .typed import number_of, two_readings

LONGEST_ANSWER = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read for one question: the answer or what still waits, and what was given, to show it again.

    `given` holds the values of the controls by name.
    """

    answer: Answer | None = None
    fault: str = ""
    given: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All readings of a paper, by key of question."""

    readings: dict[str, Reading]

    @property
    def is_complete(self) -> bool:
        return not any(reading.fault for reading in self.readings.values())

    @property
    def answers(self) -> dict[str, Answer]:
        return {key: reading.answer for key, reading in self.readings.items() if reading.answer is not None}


def blank_sheet(paper: Paper) -> Sheet:
    return Sheet({question["key"]: Reading() for question in paper.known.questions})


def read_sheet(paper: Paper, data: QueryDict) -> Sheet:
    """Read every question of the paper. Values that the paper never offered are no answers."""
    return Sheet(
        {
            question["key"]: READERS[QuestionType(question["type"])](paper, question, data)
            for question in paper.known.questions
        }
    )


def _read_one(paper: Paper, question: QuestionContent, data: QueryDict) -> Reading:
    name = paper.name_of(question)
    choices = paper.choices_of(question)
    given = data.get(name, "")
    if given not in choices:
        return Reading(fault=_("Choose one answer."))
    return Reading(answer=choices[given]["key"], given={name: [given]})


def _read_several(paper: Paper, question: QuestionContent, data: QueryDict) -> Reading:
    name = paper.name_of(question)
    choices = paper.choices_of(question)
    given = [token for token in choices if token in set(data.getlist(name))]
    if not given:
        return Reading(fault=_("Choose one answer or more."))
    return Reading(answer=[choices[token]["key"] for token in given], given={name: given})


def _read_truth(paper: Paper, question: QuestionContent, data: QueryDict) -> Reading:
    name = paper.name_of(question)
    given = data.get(name, "")
    if given not in {"true", "false"}:
        return Reading(fault=_("Choose true or false."))
    return Reading(answer=given, given={name: [given]})


def _read_order(paper: Paper, question: QuestionContent, data: QueryDict) -> Reading:
    """Each step gets a place from 1; the answer lists the steps by place."""
    choices = paper.choices_of(question)
    given, places = _selects(
        paper, question, data, allowed={str(place) for place in range(1, len(choices) + 1)}
    )
    if len(places) < len(choices):
        return Reading(fault=_("Give every step a place."), given=given)
    if len(set(places.values())) < len(choices):
        return Reading(fault=_("Two steps have the same place. Give each step its own."), given=given)
    by_place = sorted(places, key=lambda key: int(places[key]))
    return Reading(answer=by_place, given=given)


def _read_pairs(paper: Paper, question: QuestionContent, data: QueryDict) -> Reading:
    matches = paper.matches_of(question)
    given, chosen = _selects(paper, question, data, allowed=set(matches))
    if len(chosen) < len(matches):
        return Reading(fault=_("Choose a partner for each one."), given=given)
    return Reading(answer={key: matches[token]["key"] for key, token in chosen.items()}, given=given)


def _selects(
    paper: Paper, question: QuestionContent, data: QueryDict, allowed: set[str]
) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The selects of a question: what was given by name of control, and by key of option."""
    given: dict[str, list[str]] = {}
    chosen: dict[str, str] = {}
    for token, option in paper.choices_of(question).items():
        name = f"{paper.name_of(question)}-{token}"
        value = data.get(name, "")
        if value in allowed:
            given[name], chosen[option["key"]] = [value], value
    return given, chosen


def _read_number(paper: Paper, question: QuestionContent, data: QueryDict) -> Reading:
    name, typed = _typed(paper, question, data)
    units = question["unit"].values()
    given = {name: [typed]}
    if not typed:
        return Reading(fault=_("Write a number."))
    if number_of(typed, units) is None:
        return Reading(fault=_("Write only a number, such as 12 or 2,5 or 2.5."), given=given)
    if ways := two_readings(typed, units):
        fault = _("“%(typed)s” can be read in two ways. Write %(whole)s or %(decimal)s.")
        return Reading(fault=fault % {"typed": typed, "whole": ways[0], "decimal": ways[1]}, given=given)
    return Reading(answer=typed, given=given)


def _read_words(paper: Paper, question: QuestionContent, data: QueryDict) -> Reading:
    name, typed = _typed(paper, question, data)
    if not typed:
        return Reading(fault=_("Write your answer."))
    return Reading(answer=typed, given={name: [typed]})


def _typed(paper: Paper, question: QuestionContent, data: QueryDict) -> tuple[str, str]:
    """Name and text of a control one types into; what is longer than any answer is cut, NUL is no letter."""
    name = paper.name_of(question)
    return name, data.get(name, "").replace("\x00", "").strip()[:LONGEST_ANSWER]


READERS: dict[QuestionType, Callable[[Paper, QuestionContent, QueryDict], Reading]] = {
    QuestionType.SINGLE: _read_one,
    QuestionType.PICTURE: _read_one,
    QuestionType.MULTIPLE: _read_several,
    QuestionType.TRUE_FALSE: _read_truth,
    QuestionType.ORDER: _read_order,
    QuestionType.MATCH: _read_pairs,
    QuestionType.NUMBER: _read_number,
    QuestionType.SHORT_TEXT: _read_words,
}
