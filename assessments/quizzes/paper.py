"""The paper in front of a learner: questions with their choices shuffled, and nothing that betrays an answer.

The browser never sees the key of an option, because keys are often listed in the right order. It sees tokens
made from a seed that is secret and the same for this person, this quiz and the number of this attempt: so a
reload shows the same paper and nothing has to be written to show it.
"""

import hmac
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from django.core import signing
from django.utils.crypto import salted_hmac

from .content import OptionContent, QuestionContent
from .remembered import KnownQuiz

SALT = "cuidar.quizzes.paper"
TOKEN_LENGTH = 12


class SealBroken(Exception):
    """The hidden field was altered, or belongs to another person or another quiz."""


@dataclass(frozen=True, slots=True)
class Seal:
    """What the hidden field says: the attempt's number, the version shown, when it was opened."""

    number: int
    version: str
    opened_at: datetime


@dataclass(frozen=True)
class Paper:
    """One attempt's paper. `number` counts this person's attempts at this quiz from 1."""

    known: KnownQuiz
    person_uuid: UUID
    number: int

    @cached_property
    def _seed(self) -> bytes:
        return salted_hmac(SALT, f"{self._place}:{self.number}", algorithm="sha256").digest()

    @property
    def _place(self) -> str:
        return f"{self.person_uuid}:{self.known.quiz.uuid}"

    def name_of(self, question: QuestionContent) -> str:
        """The name of a question's field in the form."""
        return f"q{self._token(question['key'])}"

    def choices_of(self, question: QuestionContent) -> dict[str, OptionContent]:
        """The options by token, in the order in which they are shown."""
        return self._shuffled(question, "choice")

    def matches_of(self, question: QuestionContent) -> dict[str, OptionContent]:
        """The right sides of pairs by token, shuffled apart from the left ones."""
        return self._shuffled(question, "match")

    def _shuffled(self, question: QuestionContent, side: str) -> dict[str, OptionContent]:
        tokens = {self._token(question["key"], side, option["key"]): option for option in question["options"]}
        return dict(sorted(tokens.items()))

    def _token(self, *parts: str) -> str:
        return hmac.new(self._seed, "\n".join(parts).encode(), "sha256").hexdigest()[:TOKEN_LENGTH]

    def seal(self, opened_at: datetime) -> str:
        """The hidden field, signed for this person and this quiz."""
        told = [self.number, self.known.version, opened_at.isoformat()]
        return signing.dumps(told, salt=f"{SALT}:{self._place}")


def open_seal(text: str, *, person_uuid: UUID, quiz_uuid: UUID) -> Seal:
    """Read the hidden field back. Raises SealBroken."""
    try:
        number, version, opened_at = signing.loads(text, salt=f"{SALT}:{person_uuid}:{quiz_uuid}")
        return Seal(number, version, datetime.fromisoformat(opened_at))
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise SealBroken from error
