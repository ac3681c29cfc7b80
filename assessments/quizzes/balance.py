"""Whether a bank of questions gives answers away, and whether its feedback teaches. Pure: no database.

A right answer that is often the longest, or often in the same place, can be guessed without knowing; two choices that
say nearly the same confuse whoever knows (T. M. Haladyna, S. M. Downing and M. C. Rodriguez, "A review of
multiple-choice item-writing guidelines for classroom assessment", *Applied Measurement in Education* 15(3), 2002).
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from django.utils.translation import gettext as _

from .content import CHOICES, QuestionContent, QuestionType, Texts

FEWEST_QUESTIONS = 60
LARGEST_SHARE_LONGEST = 0.3  # with three choices one in three would be chance
LARGEST_SHARE_IN_A_PLACE = 0.5
LARGEST_SHARE_OF_TRUE = 0.6
ENOUGH_TO_JUDGE = 8  # of fewer questions a share says nothing
TOO_ALIKE = 0.9
FEWEST_WORDS_OF_A_REASON = 4

ONE_RIGHT = frozenset({QuestionType.SINGLE, QuestionType.PICTURE})


@dataclass(frozen=True, slots=True)
class Breach:
    """What is to be mended, and in which question; `question` is empty where it concerns the whole bank."""

    question: str
    message: str


@dataclass(frozen=True, slots=True)
class Balance:
    """The figures of a bank. Shares are of questions with exactly one right choice."""

    by_type: Counter[str]
    one_right: int
    longest_is_right: dict[str, int]
    """How often the right choice is longer than every other one, by language."""
    places: dict[int, Counter[int]]
    """Where the right choice stands, counted from 1, by the number of choices."""
    truths: Counter[bool]

    @property
    def questions(self) -> int:
        return sum(self.by_type.values())


def balance_of(questions: Sequence[QuestionContent], languages: Sequence[str]) -> Balance:
    """Count a bank."""
    one_right = [question for question in questions if question["type"] in ONE_RIGHT]
    places: dict[int, Counter[int]] = {}
    for question in one_right:
        places.setdefault(len(question["options"]), Counter())[_place_of_right(question)] += 1
    return Balance(
        by_type=Counter(question["type"] for question in questions),
        one_right=len(one_right),
        longest_is_right={
            language: sum(_right_is_longest(question, language) for question in one_right)
            for language in languages
        },
        places=dict(sorted(places.items())),
        truths=Counter(
            bool(question["is_true"]) for question in questions if question["type"] == QuestionType.TRUE_FALSE
        ),
    )


def _place_of_right(question: QuestionContent) -> int:
    return next(place for place, option in enumerate(question["options"], start=1) if option["correct"])


def _right_is_longest(question: QuestionContent, language: str) -> bool:
    lengths = [(len(option["text"].get(language, "")), option["correct"]) for option in question["options"]]
    right = max(length for length, correct in lengths if correct)
    return all(correct or length < right for length, correct in lengths)


def breaches_of(questions: Sequence[QuestionContent], languages: Sequence[str]) -> list[Breach]:
    """Everything to be mended in a bank: first what concerns all of it, then question by question."""
    whole = [Breach("", message) for message in _faults_of_balance(balance_of(questions, languages))]
    each = [
        Breach(question["key"], message)
        for question in questions
        for check in CHECKS
        for message in check(question, languages)
    ]
    return whole + each


def _faults_of_balance(balance: Balance) -> Iterator[str]:
    if balance.questions < FEWEST_QUESTIONS:
        said = _("Questions: %(count)s. Write at least %(fewest)s.")
        yield said % {"count": balance.questions, "fewest": FEWEST_QUESTIONS}
    for kind in QuestionType:
        if not balance.by_type[kind]:
            yield _("There is no question of type “%(kind)s”. Write one.") % {"kind": kind}
    yield from _given_away_by_length(balance)
    yield from _given_away_by_place(balance)


def _given_away_by_length(balance: Balance) -> Iterator[str]:
    for language, longest in balance.longest_is_right.items():
        if _is_too_often(longest, balance.one_right, LARGEST_SHARE_LONGEST):
            said = _(
                "The right answer is the longest in %(longest)s of %(count)s questions (%(language)s). "
                "Shorten it, or say more in the others."
            )
            yield said % {"longest": longest, "count": balance.one_right, "language": language}


def _given_away_by_place(balance: Balance) -> Iterator[str]:
    for choices, places in balance.places.items():
        place, times = places.most_common(1)[0]
        together = sum(places.values())
        if _is_too_often(times, together, LARGEST_SHARE_IN_A_PLACE):
            said = _(
                "Of %(choices)s answers, number %(place)s is the right one %(times)s of %(together)s times. "
                "Move some."
            )
            yield said % {"choices": choices, "place": place, "times": times, "together": together}
    truths = sum(balance.truths.values())
    for truth, times in balance.truths.items():
        if _is_too_often(times, truths, LARGEST_SHARE_OF_TRUE):
            said = (
                _("%(times)s of %(count)s sentences are true. Turn some of them round.")
                if truth
                else _("%(times)s of %(count)s sentences are false. Turn some of them round.")
            )
            yield said % {"times": times, "count": truths}


def _is_too_often(times: int, together: int, largest: float) -> bool:
    return together >= ENOUGH_TO_JUDGE and times > largest * together


def _wrong_choices_without_reason(question: QuestionContent, languages: Sequence[str]) -> Iterator[str]:
    if question["type"] not in CHOICES:
        return
    for option in question["options"]:
        for language in languages:
            if not option["correct"] and not _is_a_reason(option["feedback"], language):
                said = _("Say why answer “%(key)s” is wrong, in a sentence (%(language)s).")
                yield said % {"key": option["key"], "language": language}


def _answers_without_reason(question: QuestionContent, languages: Sequence[str]) -> Iterator[str]:
    right, wrong = question["feedback_correct"], question["feedback_wrong"]
    for language in languages:
        if not (_is_a_reason(right, language) and _is_a_reason(wrong, language)):
            said = _("Say why, in a sentence after a right and after a wrong answer (%(language)s).")
            yield said % {"language": language}
        elif right[language].strip() == wrong[language].strip():
            said = _("The same sentence stands after a right and a wrong answer (%(language)s). Write two.")
            yield said % {"language": language}


def _is_a_reason(texts: Texts, language: str) -> bool:
    return len(texts.get(language, "").split()) >= FEWEST_WORDS_OF_A_REASON


def _choices_too_alike(question: QuestionContent, languages: Sequence[str]) -> Iterator[str]:
    """Pictures may be described alike, and which of two figures is right may be the very question."""
    if question["type"] == QuestionType.PICTURE:
        return
    for language in languages:
        for one, other in combinations(question["options"], 2):
            texts = one["text"].get(language, "").casefold(), other["text"].get(language, "").casefold()
            if _without_figures(texts[0]) == _without_figures(texts[1]):
                continue
            if SequenceMatcher(None, *texts, autojunk=False).ratio() >= TOO_ALIKE:
                said = _("Answers “%(one)s” and “%(other)s” are nearly the same (%(language)s). Change one.")
                yield said % {"one": one["key"], "other": other["key"], "language": language}


def _without_figures(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


Check = Callable[[QuestionContent, Sequence[str]], Iterator[str]]
CHECKS: tuple[Check, ...] = (_answers_without_reason, _wrong_choices_without_reason, _choices_too_alike)
