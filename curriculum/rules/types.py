"""What goes into an evaluation (facts) and what comes out of it (a finding).

A fact is one thing we know about one person: a ledger entry, something about the person, or an award she
holds. A finding says, node by node, what was met by which facts and what is missing. Both are plain values:
no database, no language, no clock.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class FactKind(StrEnum):
    """What a fact is about."""

    MODULE_COMPLETED = "module_completed"
    UNIT_DECISION = "unit_decision"
    SKILLS_TEST = "skills_test"
    PRACTICE = "practice"
    PRACTICE_MONTHS = "practice_months"
    CLASS_ATTENDANCE = "class_attendance"
    CREDITS = "credits"
    AWARD = "award"
    WITHDRAWAL = "withdrawal"
    BIRTH = "birth"
    EDUCATION = "education"
    DOCUMENT = "document"
    EXPERIENCE = "experience"
    STATEMENT = "statement"
    WAIVER = "waiver"
    DEFERRAL = "deferral"


class Outcome(StrEnum):
    """What an assessor decided (R-ASM-1); there is no "failed"."""

    COMPETENT = "competent"
    PENDING_FULFILMENT = "pending_fulfilment"
    NOT_YET_ASSESSED = "not_yet_assessed"


class State(StrEnum):
    """What a finding says of a requirement; undetermined is never met."""

    MET = "met"
    UNMET = "unmet"
    UNDETERMINED = "undetermined"


class Basis(StrEnum):
    """Why a requirement counts as met: it was shown, it was waived, or it is owed at a later stage."""

    EVIDENCE = "evidence"
    WAIVER = "waiver"
    DEFERRAL = "deferral"


class Stage(StrEnum):
    """The moment at which a rule set is asked (R-ADM-1)."""

    AWARD = "award"
    ADMISSION_TRAINING = "admission_training"
    ASSESSMENT_CERTIFICATION = "assessment_certification"
    CERTIFICATE_ISSUE = "certificate_issue"
    OCCUPATIONAL_PERFORMANCE = "occupational_performance"
    LICENCE = "licence"
    PAIRING = "pairing"


class Unit(StrEnum):
    """What `have`, `need` and `amount` count. Minutes are integers; credits and months may be decimals."""

    NONE = ""
    MINUTES = "minutes"
    MONTHS = "months"
    YEARS = "years"
    CREDITS = "credits"
    TESTS = "tests"
    REQUIREMENTS = "requirements"


class MissingCode(StrEnum):
    """What kind of thing is missing; `explain` has one sentence for each."""

    MODULE = "module"
    UNIT_NOT_YET_ASSESSED = "unit_not_yet_assessed"
    UNIT_PENDING = "unit_pending"
    TEST_NOT_YET_ASSESSED = "test_not_yet_assessed"
    TEST_PENDING = "test_pending"
    PROGRAMME_HOURS = "programme_hours"
    PRACTICE_HOURS = "practice_hours"
    PRACTICE_MONTHS = "practice_months"
    CLASS_HOURS = "class_hours"
    MEMBER_HOURS = "member_hours"
    CREDITS = "credits"
    AWARD = "award"
    AGE = "age"
    BIRTH_DATE = "birth_date"
    EDUCATION = "education"
    DOCUMENT = "document"
    DOCUMENT_EXPIRED = "document_expired"
    STATEMENT = "statement"
    EXPERIENCE = "experience"
    EXPERIENCE_CONTINUOUS = "experience_continuous"
    CHOICE = "choice"
    COUNTED_TWICE = "counted_twice"
    FIGURE_DISPUTED = "figure_disputed"
    FIGURE_NOT_STATED = "figure_not_stated"
    TOO_MANY_COMBINATIONS = "too_many_combinations"


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing we know about one person."""

    id: str
    """`e:17` ledger entry, `p:3` person fact, `a:9` award held."""
    kind: FactKind
    occurred_on: date
    """When it happened (a birth: the birth date; a period: its first day). It counts from this day on."""
    subject: str = ""
    """Key of the module, unit, skills test, award, document, statement, education level, kind of work; for a
    waiver or a deferral the key of the requirement."""
    valid_until: date | None = None
    """Last day on which it counts; None: for ever."""
    ended_on: date | None = None
    """Last day of a period; None: it goes on."""
    minutes: int | None = None
    amount: Decimal | None = None
    """Months or credits."""
    outcome: Outcome | None = None
    method: str = ""
    setting: str = ""
    activity: str = ""
    withdraws: str = ""
    """Id of the fact this one strikes out, whenever either happened."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of the figures between which the sources disagree (R-CAT-13)."""

    value: int | Decimal
    source: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is still missing, or owed at a later stage."""

    code: MissingCode
    subject: str = ""
    amount: int | Decimal | None = None
    unit: Unit = Unit.NONE
    also: tuple[str, ...] = ()
    """Other subjects that would do as well: equivalents of an award or a document."""
    setting: str = ""
    activity: str = ""
    method: str = ""
    owed_by: str = ""
    """The stage by which a deferred requirement is owed."""
    candidates: tuple[Candidate, ...] = ()
    options: tuple[tuple["Missing", ...], ...] = ()
    """For a choice: what each open alternative still lacks."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What an evaluation says of one requirement and of those inside it."""

    node: str
    """Name of the requirement as in the rule set: `practice_hours`."""
    state: State
    key: str = ""
    """The label that the rule set gave this requirement; `find` looks it up."""
    have: int | Decimal | None = None
    need: int | Decimal | None = None
    unit: Unit = Unit.NONE
    evidence: tuple[str, ...] = ()
    """Ids of facts. Met: enough of them, the earliest first, to suffice alone. Not met: all that count."""
    missing: tuple[Missing, ...] = ()
    owed: tuple[Missing, ...] = ()
    """What a deferral put off to a later stage."""
    children: tuple["Finding", ...] = ()
    basis: Basis = Basis.EVIDENCE
    dated: date | None = None
    """The day of the latest fact in `evidence`: an award is dated with it. None when it rests on no fact."""
    about: tuple[str, ...] = ()
    """For `no_requirement`: what nothing is asked about."""

    @property
    def is_met(self) -> bool:
        return self.state is State.MET


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a rule-set document."""

    path: str
    """Where: `$.root.of[2].minutes`."""
    message: str
    """What and what to do, in English with named placeholders (a msgid)."""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        return self.message % dict(self.values)


class RuleError(ValueError):
    """A rule-set document that cannot be used; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{fault.path}: {fault.text}" for fault in self.faults))

    @property
    def path(self) -> str:
        """Place of the first fault."""
        return self.faults[0].path

    @property
    def message(self) -> str:
        """Text of the first fault."""
        return self.faults[0].text


Names = Mapping[str, str]
"""From a key to the title that a reader knows it by."""
