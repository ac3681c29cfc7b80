"""The requirements a rule set is built of: a closed union of small frozen values.

Every requirement may carry a `key` (unique in the rule set; waivers, deferrals and screens name it) and
`deferrable_until` (the stage by which it may be owed, R-ADM-6). `docs/rules.md` shows each one in JSON.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final, Literal, TypeAlias

from curriculum.rules.types import Candidate, Stage

SCHEMA: Final = "cuidar/rules/1"

EDUCATION_LADDER = (
    "literacy",
    "basic_primary",
    "primary_completed",
    "grade_9",
    "secondary_completed",
    "professional_degree",
)
"""The levels that the programmes name, lowest first; a rule may bring its country's own."""


class PracticePlace(StrEnum):
    """Whether practice counts in the programme's total (R-MOD-7); not stated waits for a dated choice."""

    INSIDE = "inside"
    BESIDE = "beside"
    NOT_STATED = "not_stated"


class AgeBoundary(StrEnum):
    """Whether a person of exactly the stated age is admitted (R-ADM-13)."""

    INCLUSIVE = "inclusive"
    EXCLUSIVE = "exclusive"
    NOT_STATED = "not_stated"


class Continuity(StrEnum):
    """Whether periods of experience are added up, or one unbroken period must be long enough (R-ADM-8)."""

    ADDED = "added"
    UNBROKEN = "unbroken"


class NothingAsked(StrEnum):
    """Why nothing is asked: the programme says so, or the question does not arise (R-ADM-7)."""

    STATED = "stated"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Disputed:
    """A figure on which the sources disagree; undetermined until a named person chooses (R-CAT-13)."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class NotStated:
    """A figure that the sources do not give; never 0 (R-CAT-12)."""


Whole: TypeAlias = int | Disputed | NotStated
Exact: TypeAlias = int | Decimal | Disputed | NotStated


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What every requirement may carry."""

    key: str = ""
    deferrable_until: Stage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AllOf(Requirement):
    """Every member."""

    of: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnyOf(Requirement):
    """At least one member (R-ADM-3)."""

    of: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLeast(Requirement):
    """`count` of the members."""

    count: Whole
    of: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoDoubleCounting(Requirement):
    """Every member, and no fact serves two of them."""

    of: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisite(Requirement):
    """Both; while `first` is open it alone is named as missing."""

    first: "Node"
    then: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class InCase(Requirement):
    """In the case that a statement names `then` is asked in place of `otherwise` (R-ADM-4, R-ADM-5).

    Who meets `otherwise` needs nothing more: saying that a case arises never makes anything worse.
    """

    case: str
    then: "Node"
    otherwise: "Node"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleCompleted(Requirement):
    """A module of a programme is completed."""

    module: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCompetent(Requirement):
    """A unit of competency is judged competent, by whatever method."""

    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCompetentBy(Requirement):
    """A unit is judged competent by each of the named methods."""

    unit: str
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsTests(Requirement):
    """`count` different tests of a named set are competent (R-ASM-7)."""

    tests: tuple[str, ...]
    count: Whole


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeHours(Requirement):
    """Taught minutes of completed modules (None: of any module), each module once.

    Practice inside the total: approved practice is added, at most `practice_minutes` of it.
    `class_attendance` gives, by module, how many of its minutes are class: these count only as far as attended.
    A module that is not named there counts whole, as declared (R-INT-2).
    """

    minutes: Whole
    practice: PracticePlace
    practice_minutes: Whole | None = None
    modules: tuple[str, ...] | None = None
    class_attendance: tuple[tuple[str, int], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeMinimum:
    """Part of the practice that must be done in one setting, in one class of activity, or both."""

    minutes: Whole
    setting: str = ""
    activity: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeHours(Requirement):
    """Approved minutes of practice, with minima for parts of it (R-PLC-1, R-PLC-10)."""

    minutes: Whole
    setting: str = ""
    activity: str = ""
    minima: tuple[PracticeMinimum, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeMonths(Requirement):
    """Months of practice, never converted to hours (R-PLC-1)."""

    months: Exact


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassMinutes(Requirement):
    """Minutes attended in class, of the named modules or of all."""

    minutes: Whole
    modules: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits(Requirement):
    """Credits summed over the named members (modules, micro-credentials), each once (R-CAT-15)."""

    credits: Exact
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberHours(Requirement):
    """Minutes summed over the named members (modules, micro-credentials), each once."""

    minutes: Whole
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldsAward(Requirement):
    """Holds an award, or an equivalent, valid on the day and granted within the last months."""

    award: str
    equivalents: tuple[str, ...] = ()
    not_older_than_months: Whole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Age(Requirement):
    """Age in completed years."""

    years: Whole
    boundary: AgeBoundary


@dataclass(frozen=True, slots=True, kw_only=True)
class Education(Requirement):
    """An education level, or any that stands higher on the ladder (lowest first)."""

    level: str
    ladder: tuple[str, ...] = EDUCATION_LADDER


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Requirement):
    """A document, or an equivalent, valid on the day and issued within the last months (R-ADM-9)."""

    document: str
    equivalents: tuple[str, ...] = ()
    not_older_than_months: Whole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Requirement):
    """Something declared or established about the person: no kinship, member of a strategy."""

    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience(Requirement):
    """Months of work, counted date to date, within the last months (None: ever), in named kinds of work."""

    months: Whole
    continuity: Continuity
    within_months: Whole | None = None
    kinds: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoRequirement(Requirement):
    """The statement that nothing is asked, and about what (R-ADM-7)."""

    about: tuple[str, ...]
    because: NothingAsked = NothingAsked.STATED


Node: TypeAlias = (
    AllOf
    | AnyOf
    | AtLeast
    | NoDoubleCounting
    | Prerequisite
    | InCase
    | ModuleCompleted
    | UnitCompetent
    | UnitCompetentBy
    | SkillsTests
    | ProgrammeHours
    | PracticeHours
    | PracticeMonths
    | ClassMinutes
    | Credits
    | MemberHours
    | HoldsAward
    | Age
    | Education
    | Document
    | Statement
    | Experience
    | NoRequirement
)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A published list of requirements and the stage at which it is asked."""

    stage: Stage
    root: Node
    schema: Literal["cuidar/rules/1"] = SCHEMA
