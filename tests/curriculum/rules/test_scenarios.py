"""The examples of the source documents' readings that rules alone can show, with their exact numbers."""

from datetime import date
from typing import Any

from curriculum.rules import Fact, FactKind, Finding, MissingCode, Stage, State, cite, explain, find
from tests.curriculum.rules.builders import (
    PENDING,
    all_of,
    asks_module,
    born,
    fact,
    ids,
    judged,
    module,
    practice,
    skills_test,
)

UY_HOURS = {
    "levelling": 20,
    "care-dimension": 26,
    "role-of-carers": 26,
    "leisure": 25,
    "rights": 25,
    "project": 30,
}


def uruguay(practice_place: str) -> dict[str, Any]:
    return all_of(
        *(asks_module(key) for key in UY_HOURS),
        {
            "node": "programme_hours",
            "key": "hours",
            "minutes": 152 * 60,
            "practice": practice_place,
            "practice_minutes": 720,
            "modules": list(UY_HOURS),
        },
        {"node": "practice_hours", "key": "practice", "minutes": 720},
    )


def inner(finding: Finding, key: str) -> Finding:
    found = find(finding, key)
    assert found is not None
    return found


def english(finding: Finding) -> list[str]:
    return [str(sentence) for sentence in explain(finding, lambda msgid: msgid)]


APPROVED = [practice(hours, day=date(2026, 3, day)) for day, hours in enumerate(("4", "4", "3.5"), start=1)]
TWELFTH = practice("0.5", day=date(2026, 3, 10))
THIRTEENTH = practice("1", day=date(2026, 3, 20))


class TestS01TwelfthPracticeHour:
    modules = tuple(module(key, hours) for key, hours in UY_HOURS.items())

    def test_before_half_an_hour_is_missing(self) -> None:
        finding = judged(uruguay("beside"), *self.modules, *APPROVED)

        assert finding.state is State.UNMET
        hours, shifts = inner(finding, "hours"), inner(finding, "practice")
        assert (hours.state, hours.have, hours.need) == (State.MET, 152 * 60, 152 * 60)
        assert (shifts.have, shifts.need) == (690, 720)
        assert english(finding) == ["0.5 practice hours are still missing."]

    def test_the_twelfth_hour_awards_dated_with_its_approval(self) -> None:
        finding = judged(uruguay("beside"), *self.modules, *APPROVED, TWELFTH)

        assert (finding.state, finding.dated) == (State.MET, date(2026, 3, 10))
        assert set(cite(finding)) == set(ids([*self.modules, *APPROVED, TWELFTH]))

    def test_a_later_hour_is_shown_and_changes_nothing(self) -> None:
        before = judged(uruguay("beside"), *self.modules, *APPROVED, TWELFTH)
        after = judged(uruguay("beside"), *self.modules, *APPROVED, TWELFTH, THIRTEENTH)

        assert inner(after, "practice").have == 780
        assert (cite(after), after.dated) == (cite(before), before.dated)

    def test_practice_inside_the_total(self) -> None:
        shorter = UY_HOURS | {"care-dimension": 23, "role-of-carers": 23, "leisure": 22, "rights": 22}
        modules = [module(key, hours) for key, hours in shorter.items()]

        before = judged(uruguay("inside"), *modules, *APPROVED)
        after = judged(uruguay("inside"), *modules, *APPROVED, TWELFTH, THIRTEENTH)

        assert (before.state, inner(before, "hours").have) == (State.UNMET, 9090)
        assert (after.state, inner(after, "hours").have) == (State.MET, 9120)
        assert (after.dated, THIRTEENTH.id in cite(after)) == (date(2026, 3, 10), False)

    def test_practice_not_stated_to_be_inside_or_beside_awards_nothing(self) -> None:
        finding = judged(uruguay("not_stated"), *self.modules, *APPROVED, TWELFTH)

        assert finding.state is State.UNDETERMINED


class TestS02Admission:
    root = all_of(
        {"node": "age", "years": 18, "boundary": "inclusive"},
        {"node": "education", "level": "primary_completed"},
        {"node": "no_requirement", "about": ["work_experience", "previous_training"]},
    )
    adult, minor = born(date(1985, 1, 1)), born(date(2009, 1, 1))
    primary = fact(FactKind.EDUCATION, "primary_completed")

    def admission(self, *facts: Fact) -> Finding:
        return judged(self.root, *facts, stage=Stage.ADMISSION_TRAINING)

    def test_bea_is_admitted(self) -> None:
        assert self.admission(self.adult, self.primary).state is State.MET

    def test_carla_lacks_primary_school_and_levelling_does_not_replace_it(self) -> None:
        finding = self.admission(self.adult, module("levelling", 20))

        assert [(item.code, item.subject) for item in finding.missing] == [
            (MissingCode.EDUCATION, "primary_completed")
        ]

    def test_dan_is_too_young(self) -> None:
        finding = self.admission(self.minor, self.primary)

        assert [item.code for item in finding.missing] == [MissingCode.AGE]

    def test_levelling_alone_is_20_of_152_hours(self) -> None:
        levelling = module("levelling", 20)

        finding = judged(uruguay("beside"), levelling)

        assert finding.state is State.UNMET
        assert (inner(finding, "hours").have, inner(finding, "hours").need) == (1200, 9120)
        assert judged(asks_module("levelling"), levelling).state is State.MET


class TestS11SkillsTests:
    older_persons = {"node": "skills_tests", "tests": ["t1", "t2", "t3", "t4"], "count": 4}
    children = {"node": "skills_tests", "tests": ["c1", "c2", "c3"], "count": 3}

    def test_paula_needs_her_fourth_test_and_no_hours(self) -> None:
        three = [skills_test(key) for key in ("t1", "t2", "t3")]
        pending = skills_test("t4", PENDING)

        before = judged(self.older_persons, *three, pending)
        after = judged(self.older_persons, *three, pending, skills_test("t4", day=date(2026, 2, 1)))

        assert (before.state, before.have, before.need) == (State.UNMET, 3, 4)
        assert [(item.code, item.subject) for item in before.missing] == [(MissingCode.TEST_PENDING, "t4")]
        assert (after.state, after.have) == (State.MET, 4)

    def test_rita_needs_three(self) -> None:
        two = [skills_test("c1"), skills_test("c2")]

        assert judged(self.children, *two).have == 2
        assert judged(self.children, *two, skills_test("c3")).state is State.MET


class TestS13DisputedHours:
    vera = tuple(module(key, 83) for key in ("a", "b"))

    def programme(self, minutes: Any) -> Finding:
        return judged({"node": "programme_hours", "minutes": minutes, "practice": "beside"}, *self.vera)

    def test_while_no_figure_is_chosen_nobody_completes(self) -> None:
        candidates = [
            {"value": 166 * 60, "source": "Annex 1, Costa Rica", "line": 1435},
            {"value": 168 * 60, "source": "Table 7", "line": 1095},
        ]

        finding = self.programme({"disputed": candidates})

        assert (finding.state, finding.have, finding.need) == (State.UNDETERMINED, 166 * 60, None)
        assert [(item.value, item.line) for item in finding.missing[0].candidates] == [
            (9960, 1435),
            (10080, 1095),
        ]

    def test_either_choice_decides(self) -> None:
        assert english(self.programme(168 * 60)) == ["2 hours of the programme are still missing."]
        assert self.programme(166 * 60).state is State.MET
