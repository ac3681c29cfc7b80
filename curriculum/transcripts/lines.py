"""What a transcript says, as plain values: the one shape behind page, PDF, CSV and XLSX (R-EXP-1).

Minutes are integers. `None` means that the figure is not known; every writer prints it in words, never as 0.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from curriculum.standards.enums import SignatureGrade


class Unknown(StrEnum):
    """How an absent value is printed in files, whatever the language of the screen."""

    NOT_STATED = "not_stated"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class ModuleLine:
    """A module of a programme: its hours in the pinned version, and the day it was completed, if it was.

    `is_imported`: it was completed before this system, and somebody attested that when it was brought in.
    """

    key: str
    title: str
    taught_minutes: int
    completed_on: date | None
    complementary: bool
    demonstration: bool
    is_imported: bool = False


@dataclass(frozen=True, slots=True)
class PracticeLine:
    """Approved practice in one kind of place, signed for in one way; never a household's address.

    `grade` is a value of SignatureGrade, empty where the entry does not say.
    """

    setting: str
    minutes: int
    grade: str = ""

    @property
    def signature(self) -> str:
        """How it was signed, in the reader's language."""
        return str(SignatureGrade(self.grade).label) if self.grade in SignatureGrade else ""


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision on a unit or a skills test."""

    kind: str
    key: str
    title: str
    outcome: str
    method: str
    decided_on: date


@dataclass(frozen=True, slots=True)
class AwardLine:
    """A micro-credential or qualification, with the titles it was granted under."""

    code: str
    kind: str
    key: str
    title: str
    awarded_on: date
    expires_on: date | None
    revoked_on: date | None


@dataclass(frozen=True, slots=True)
class ProgrammeLines:
    """One participation: the version she is pinned to, and how far she came."""

    programme_key: str
    programme: str
    version: str
    group: str
    kind: str
    purpose: str
    started_on: date
    ended_on: date | None
    required_minutes: int | Unknown
    completed_minutes: int
    required_practice_minutes: int | Unknown
    practice: tuple[PracticeLine, ...]
    modules: tuple[ModuleLine, ...]

    @property
    def practice_minutes(self) -> int:
        return sum(line.minutes for line in self.practice)

    @property
    def core(self) -> tuple[ModuleLine, ...]:
        return tuple(module for module in self.modules if not module.complementary)

    @property
    def complementary(self) -> tuple[ModuleLine, ...]:
        return tuple(module for module in self.modules if module.complementary)


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything an institution has on record for one person, as at a moment."""

    person_uuid: str
    name: str
    document: str
    birth_date: date | None
    institution: str
    institution_key: str
    country: str
    as_at: datetime
    programmes: tuple[ProgrammeLines, ...]
    decisions: tuple[DecisionLine, ...]
    awards: tuple[AwardLine, ...]
