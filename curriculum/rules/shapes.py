"""Which fields each requirement has in a document, and what must hold between them.

How the kinds of `requirement_kind` in the programmes' vocabulary (R-ADM-2) are expressed:

- `age_min` → age · `education_min`, `literacy_numeracy` → education · `work_experience` → experience ·
  `any_of` → any_of · `no_requirement` → no_requirement · `not_applicable` → no_requirement, because
  not_applicable · `prerequisite_certificate`, `course_certificate` → holds_award (or prerequisite, where what
  follows has to wait for it);
- `identity_document`, `birth_certificate`, `vaccination_card`, `health_certificate`, `criminal_record`,
  `disqualification_certificate`, `professional_degree`, `letter`, `work_roster`, `workplace_approval` →
  document (a letter of agreement becomes a fact when all have signed; a roster "no more than 6 months old" is
  not_older_than_months);
- `health_condition`, `kinship_restriction`, `no_other_income`, `exclusion_criterion`,
  `entry_profile_skills`, `admission_process` → statement (of what is so: `not_related_to_beneficiary`), so
  that silence is never taken for a clean record;
- `diagnostic_test`, `psychological_test`, `technical_interview` → document or statement whose fact carries
  the outcome competent for "favourable"; as a part of an assessment → skills_tests;
- a requirement that holds only in some cases (R-ADM-4), or that a strategy puts in place of another (R-ADM-5) →
  in_case: the statement of the case, what it asks, and what is asked otherwise.
"""

from typing import Any

from curriculum.rules import nodes
from curriculum.rules.fields import Choice, Exact, Key, Keys, MinutesByKey, Reading, Whole
from curriculum.rules.grammar import SHAPES, MinimumList, NodeField, NodeList, Shape, declare
from curriculum.rules.messages import gettext_noop

LONGEST_MONTHS = 1200
OLDEST_YEARS = 150
MONTHS = Whole(largest=LONGEST_MONTHS)


def _exceeds(part: Any, whole: Any) -> bool:
    """Whether a part is larger than its whole; an open figure is not compared."""
    return isinstance(part, int) and isinstance(whole, int) and part > whole


def _check_count(node: nodes.AtLeast, path: str, reading: Reading) -> None:
    if _exceeds(node.count, len(node.of)):
        message = gettext_noop("It asks for %(count)s of only %(listed)s. Lower the count or list more.")
        reading.fault(f"{path}.count", message, count=node.count, listed=len(node.of))


def _check_tests(node: nodes.SkillsTests, path: str, reading: Reading) -> None:
    if _exceeds(node.count, len(node.tests)):
        message = gettext_noop("It asks for %(count)s of only %(listed)s. Lower the count or list more.")
        reading.fault(f"{path}.count", message, count=node.count, listed=len(node.tests))


def _check_practice_place(node: nodes.ProgrammeHours, path: str, reading: Reading) -> None:
    if node.practice is nodes.PracticePlace.INSIDE and node.practice_minutes is None:
        message = gettext_noop(
            "Practice counts inside the total: add “practice_minutes”, the practice required."
        )
        reading.fault(path, message)
    if node.practice is nodes.PracticePlace.INSIDE and _exceeds(node.practice_minutes, node.minutes):
        message = gettext_noop("The practice inside the total is larger than the total. Correct one of them.")
        reading.fault(f"{path}.practice_minutes", message)


def _check_minima(node: nodes.PracticeHours, path: str, reading: Reading) -> None:
    parts = [(minimum.setting, minimum.activity) for minimum in node.minima]
    for place, minimum in enumerate(node.minima):
        where = f"{path}.minima[{place}]"
        if _exceeds(minimum.minutes, node.minutes):
            message = gettext_noop("This part is larger than the whole practice. Correct one of them.")
            reading.fault(f"{where}.minutes", message)
        if parts[place] in parts[:place]:
            message = gettext_noop("This part of the practice is listed twice. Remove one.")
            reading.fault(where, message)
        if _contradicts(minimum, node):
            message = gettext_noop(
                "No practice can be in this part and in the whole. Correct the setting or activity."
            )
            reading.fault(where, message)


def _contradicts(minimum: nodes.PracticeMinimum, whole: nodes.PracticeHours) -> bool:
    pairs = ((minimum.setting, whole.setting), (minimum.activity, whole.activity))
    return any(part and of_whole and part != of_whole for part, of_whole in pairs)


def _check_minimum(minimum: nodes.PracticeMinimum, path: str, reading: Reading) -> None:
    if not minimum.setting and not minimum.activity:
        reading.fault(
            path, gettext_noop("Say which part of the practice this is: a setting, an activity or both.")
        )


def _check_ladder(node: nodes.Education, path: str, reading: Reading) -> None:
    if node.level not in node.ladder:
        message = gettext_noop("“%(level)s” is not on the ladder of education levels: %(ladder)s.")
        reading.fault(f"{path}.level", message, level=node.level, ladder=", ".join(node.ladder))


def _check_window(node: nodes.Experience, path: str, reading: Reading) -> None:
    if _exceeds(node.months, node.within_months):
        message = gettext_noop("So many months do not fit into “within_months”. Correct one of them.")
        reading.fault(f"{path}.months", message)


PRACTICE_MINIMUM = Shape(
    nodes.PracticeMinimum,
    {"minutes": Whole()},
    {"setting": Key(), "activity": Key(), "key": Key()},
    _check_minimum,
    {"anyOf": [{"required": ["setting"]}, {"required": ["activity"]}]},
)
PRACTICE_INSIDE_NEEDS_ITS_MINUTES = {
    "if": {"properties": {"practice": {"const": "inside"}}},
    "then": {"properties": {"practice_minutes": {"not": {"type": "null"}}}, "required": ["practice_minutes"]},
}

declare("all_of", nodes.AllOf, {"of": NodeList()})
declare("any_of", nodes.AnyOf, {"of": NodeList()})
declare("at_least", nodes.AtLeast, {"count": Whole(), "of": NodeList()}, check=_check_count)
declare("no_double_counting", nodes.NoDoubleCounting, {"of": NodeList()})
declare("prerequisite", nodes.Prerequisite, {"first": NodeField(), "then": NodeField()})
declare("in_case", nodes.InCase, {"case": Key(), "then": NodeField(), "otherwise": NodeField()})
declare("module_completed", nodes.ModuleCompleted, {"module": Key()})
declare("unit_competent", nodes.UnitCompetent, {"unit": Key()})
declare("unit_competent_by", nodes.UnitCompetentBy, {"unit": Key(), "methods": Keys()})
declare("skills_tests", nodes.SkillsTests, {"tests": Keys(), "count": Whole()}, check=_check_tests)
declare(
    "programme_hours",
    nodes.ProgrammeHours,
    {"minutes": Whole(), "practice": Choice(nodes.PracticePlace)},
    {"practice_minutes": Whole(), "modules": Keys(), "class_attendance": MinutesByKey()},
    _check_practice_place,
    PRACTICE_INSIDE_NEEDS_ITS_MINUTES,
)
declare(
    "practice_hours",
    nodes.PracticeHours,
    {"minutes": Whole()},
    {"setting": Key(), "activity": Key(), "minima": MinimumList(PRACTICE_MINIMUM)},
    _check_minima,
)
declare("practice_months", nodes.PracticeMonths, {"months": Exact(largest=LONGEST_MONTHS)})
declare("class_minutes", nodes.ClassMinutes, {"minutes": Whole()}, {"modules": Keys()})
declare("credits", nodes.Credits, {"credits": Exact(), "members": Keys()})
declare("member_hours", nodes.MemberHours, {"minutes": Whole(), "members": Keys()})
declare(
    "holds_award",
    nodes.HoldsAward,
    {"award": Key()},
    {"equivalents": Keys(), "not_older_than_months": MONTHS},
)
declare("age", nodes.Age, {"years": Whole(largest=OLDEST_YEARS), "boundary": Choice(nodes.AgeBoundary)})
declare("education", nodes.Education, {"level": Key()}, {"ladder": Keys()}, _check_ladder)
declare(
    "document", nodes.Document, {"document": Key()}, {"equivalents": Keys(), "not_older_than_months": MONTHS}
)
declare("statement", nodes.Statement, {"statement": Key()})
declare(
    "experience",
    nodes.Experience,
    {"months": MONTHS, "continuity": Choice(nodes.Continuity)},
    {"within_months": MONTHS, "kinds": Keys()},
    _check_window,
)
declare("no_requirement", nodes.NoRequirement, {"about": Keys()}, {"because": Choice(nodes.NothingAsked)})

REQUIREMENTS = SHAPES
"""Every requirement by its name."""

REQUIREMENT = NodeField()
"""Any one of them, with all it holds."""
