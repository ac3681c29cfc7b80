"""Counting answers to questions. Pure: what was frozen with attempts in, numbers out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from assessments.quizzes.content import QuestionContent, text_in
from assessments.quizzes.screen import answer_words

FEW = 5
"""Below so many first answers nothing is said about a question: one person more could turn it round."""
EASY_PERCENT, HARD_PERCENT = 85, 50


class Difficulty(StrEnum):
    """By the share of learners who had it right at their first try."""

    TOO_FEW = "too_few"
    EASY = "easy"
    MIDDLE = "middle"
    HARD = "hard"

    @property
    def label(self) -> str | Promise:
        return LABELS[self]


LABELS: Mapping[Difficulty, str | Promise] = {
    Difficulty.TOO_FEW: _("too few answers to say"),
    Difficulty.EASY: _("easy"),
    Difficulty.MIDDLE: _("in between"),
    Difficulty.HARD: _("hard: look at it again"),
}


@dataclass
class QuestionCount:
    """One question: `first` and `first_right` count learners at their first try, `wrong` every wrong answer."""

    text: str
    first: int = 0
    first_right: int = 0
    all_tries: int = 0
    wrong: Counter[str] = field(default_factory=Counter)

    @property
    def difficulty(self) -> Difficulty:
        if self.first < FEW:
            return Difficulty.TOO_FEW
        percent = 100 * self.first_right / self.first
        if percent >= EASY_PERCENT:
            return Difficulty.EASY
        return Difficulty.MIDDLE if percent >= HARD_PERCENT else Difficulty.HARD

    @property
    def wrong_answers(self) -> Sequence[tuple[str, int]]:
        """Wrong answers with how often each was given, the most frequent first."""
        return self.wrong.most_common()


def count_questions(attempts: Iterable[tuple[int, Mapping[str, Any]]], language: str) -> list[QuestionCount]:
    """Count attempts given as (number of the person's try, details), the oldest first.

    A question that was changed in between counts as one, in its latest words.
    """
    counts: dict[str, QuestionCount] = {}
    for number, details in attempts:
        for part in details["questions"]:
            question: QuestionContent = part["content"]
            count = counts.setdefault(question["key"], QuestionCount(""))
            count.text = text_in(question["text"], language)
            _add(count, part, number, language)
    return sorted(counts.values(), key=lambda count: count.difficulty is not Difficulty.HARD)


def _add(count: QuestionCount, part: Mapping[str, Any], number: int, language: str) -> None:
    count.all_tries += 1
    if number == 1:
        count.first += 1
        count.first_right += bool(part["correct"])
    if not part["correct"]:
        words = "; ".join(answer_words(part["content"], part["answer"], language))
        count.wrong[words or str(_("no answer"))] += 1
