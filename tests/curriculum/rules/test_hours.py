from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum.rules import Fact, FactKind, MissingCode, State, find
from tests.curriculum.rules.builders import award, fact, ids, judged, module, practice

INSIDE = {"node": "programme_hours", "minutes": 600, "practice": "inside", "practice_minutes": 120}


def hours(total: int, **more: object) -> dict[str, object]:
    return {"node": "programme_hours", "minutes": total * 60, "practice": "beside", **more}


def test_programme_hours_count_each_module_once_with_its_longest_time() -> None:
    finding = judged(hours(30), module("a", 10), module("a", 12), module("b", 10))

    assert (finding.have, finding.need, finding.state) == (22 * 60, 30 * 60, State.UNMET)
    assert finding.missing[0].amount == 8 * 60


def test_programme_hours_may_be_of_named_modules_only() -> None:
    assert judged(hours(20, modules=["a"]), module("a", 10), module("b", 50)).have == 600


def test_practice_beside_the_total_is_not_counted() -> None:
    assert judged(hours(10), module("a", 9), practice("5")).have == 540


def test_practice_inside_the_total_counts_up_to_the_practice_required() -> None:
    assert judged(INSIDE, module("a", 7), practice("1.5")).have == 510
    assert judged(INSIDE, module("a", 7), practice("1.5"), practice("9")).have == 540
    assert judged(INSIDE, module("a", 8), practice("1.5"), practice("9")).state is State.MET


def test_practice_that_is_not_stated_to_be_inside_or_beside_is_undetermined() -> None:
    finding = judged({"node": "programme_hours", "minutes": 60, "practice": "not_stated"}, module("a", 90))

    assert (finding.state, finding.have) == (State.UNDETERMINED, 5400)
    assert finding.missing[0].code is MissingCode.FIGURE_NOT_STATED


def test_a_met_finding_cites_the_earliest_facts_that_suffice() -> None:
    shifts = [practice("4", day=date(2026, 2, day)) for day in (4, 1, 3, 2)]

    finding = judged({"node": "practice_hours", "minutes": 720}, *shifts)

    assert (finding.have, finding.need) == (960, 720)
    assert finding.evidence == (shifts[1].id, shifts[3].id, shifts[2].id)
    assert finding.dated == date(2026, 2, 3)


def test_practice_parts_are_each_to_be_reached() -> None:
    root = {
        "node": "practice_hours",
        "minutes": 720,
        "minima": [
            {"setting": "home", "minutes": 240, "key": "at-home"},
            {"setting": "home", "activity": "basic", "minutes": 120},
        ],
    }
    away = practice("12", setting="residence", activity="basic")
    at_home = practice("4", setting="home", activity="instrumental")
    basic = practice("2", setting="home", activity="basic")

    finding = judged(root, away, at_home)

    assert (finding.state, finding.have) == (State.UNMET, 960)
    assert [(missing.setting, missing.activity, missing.amount) for missing in finding.missing] == [
        ("home", "basic", 120)
    ]
    part = find(finding, "at-home")
    assert part is not None
    assert (part.state, part.have, part.need) == (State.MET, 240, 240)
    assert judged(root, away, at_home, basic).state is State.MET


def test_practice_of_one_setting_only() -> None:
    root = {"node": "practice_hours", "minutes": 60, "setting": "home"}

    assert judged(root, practice("1", setting="residence")).state is State.UNMET
    assert judged(root, practice("1", setting="home")).state is State.MET


def test_practice_months_are_not_made_of_hours() -> None:
    root = {"node": "practice_months", "months": 3}

    assert judged(root, practice("2000")).have == 0
    finding = judged(root, fact(FactKind.PRACTICE_MONTHS, amount=Decimal("2.5")))
    assert finding.missing[0].amount == Decimal("0.5")


def test_class_minutes_of_named_modules() -> None:
    root = {"node": "class_minutes", "minutes": 120, "modules": ["a"]}
    attended = [fact(FactKind.CLASS_ATTENDANCE, subject, minutes=60) for subject in ("a", "a", "b")]

    assert judged(root, *attended).evidence == ids(attended[:2])
    assert judged(root, *attended[1:]).missing[0].amount == 60


def test_credits_are_exact_decimals_and_each_member_counts_once() -> None:
    root = {"node": "credits", "credits": "0.3", "members": ["x", "y", "z"]}
    tenths = [award(key, amount=Decimal("0.1")) for key in ("x", "y", "x")]

    assert judged(root, *tenths).have == Decimal("0.2")
    assert judged(root, *tenths, award("z", amount=Decimal("0.1"))).state is State.MET


@pytest.mark.parametrize(("hours_of_b", "state"), [(9, State.UNMET), (10, State.MET)])
def test_hours_summed_over_members(hours_of_b: int, state: State) -> None:
    root = {"node": "member_hours", "minutes": 1200, "members": ["a", "b"]}

    assert judged(root, award("a", minutes=600), module("b", hours_of_b), module("c", 99)).state is state


CLASSES = {"class_attendance": {"a": 240}}


def attended(subject: str, minutes: int, **more: object) -> Fact:
    return fact(FactKind.CLASS_ATTENDANCE, subject, minutes=minutes, **more)


def test_class_counts_only_as_far_as_it_was_attended() -> None:
    finding = judged(hours(12, **CLASSES), module("a", 10), module("b", 1), attended("a", 90))

    assert finding.have == (10 - 4 + 1) * 60 + 90
    assert [(missing.code, missing.amount) for missing in finding.missing] == [
        (MissingCode.CLASS_HOURS, 150),
        (MissingCode.PROGRAMME_HOURS, 60),
    ]


def test_attendance_beyond_the_plan_adds_nothing_and_none_is_needed_where_nobody_asks() -> None:
    longer = [attended("a", 200), attended("a", 200), attended("b", 500)]
    assert judged(hours(20, **CLASSES), module("a", 10), *longer).have == 600
    assert judged(hours(20), module("a", 10), attended("a", 90)).have == 600
    assert judged(hours(20, **CLASSES), attended("a", 90)).have == 0


@given(st.integers(1, 900), st.lists(st.integers(1, 300), max_size=6), st.integers(1, 900))
def test_a_module_never_counts_more_than_declared_nor_less_than_its_other_parts(
    taught: int, presences: list[int], planned: int
) -> None:
    node = {"node": "programme_hours", "minutes": 10_000, "practice": "beside"}
    whole = fact(FactKind.MODULE_COMPLETED, "a", minutes=taught)
    sessions = [attended("a", minutes) for minutes in presences]
    finding = judged({**node, "class_attendance": {"a": planned}}, whole, *sessions)

    assert max(taught - planned, 0) <= finding.have <= taught
    assert finding.have == max(taught - planned, 0) + min(planned, taught, sum(presences))
    assert sum(missing.amount for missing in finding.missing) == 10_000 - finding.have
