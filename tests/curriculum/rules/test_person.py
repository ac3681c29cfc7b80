from datetime import date

import pytest

from curriculum.rules import FactKind, MissingCode, State
from tests.curriculum.rules.builders import born, codes, fact, judged, worked

BIRTHDAY = date(2008, 3, 31)


@pytest.mark.parametrize(
    ("boundary", "on", "state"),
    [
        ("inclusive", date(2026, 3, 30), State.UNMET),
        ("inclusive", date(2026, 3, 31), State.MET),
        ("exclusive", date(2026, 3, 31), State.UNMET),
        ("exclusive", date(2027, 3, 30), State.UNMET),
        ("exclusive", date(2027, 3, 31), State.MET),
        ("not_stated", date(2050, 1, 1), State.UNDETERMINED),
    ],
)
def test_age_boundary(boundary: str, on: date, state: State) -> None:
    root = {"node": "age", "years": 18, "boundary": boundary}

    assert judged(root, born(BIRTHDAY), on=on).state is state


def test_age_is_dated_with_the_birthday_and_asks_for_a_missing_birth_date() -> None:
    root = {"node": "age", "years": 18, "boundary": "inclusive"}

    assert judged(root, born(date(1985, 6, 1))).dated == date(2003, 6, 1)
    assert codes(judged(root)) == [MissingCode.BIRTH_DATE]


def test_a_person_born_on_29_february_is_a_year_older_on_the_28th() -> None:
    root = {"node": "age", "years": 18, "boundary": "inclusive"}

    assert judged(root, born(date(2008, 2, 29)), on=date(2026, 2, 27)).state is State.UNMET
    assert judged(root, born(date(2008, 2, 29)), on=date(2026, 2, 28)).state is State.MET


def test_a_higher_level_of_education_includes_the_lower() -> None:
    root = {"node": "education", "level": "primary_completed"}

    assert judged(root, fact(FactKind.EDUCATION, "secondary_completed")).state is State.MET
    assert judged(root, fact(FactKind.EDUCATION, "literacy")).state is State.UNMET


def test_a_rule_may_bring_its_own_ladder() -> None:
    root = {
        "node": "education",
        "level": "ciclo-basico",
        "ladder": ["primaria", "ciclo-basico", "bachillerato"],
    }

    assert judged(root, fact(FactKind.EDUCATION, "bachillerato")).state is State.MET
    assert judged(root, fact(FactKind.EDUCATION, "secondary_completed")).state is State.UNMET


def experience(months: int, continuity: str = "added", **more: object) -> dict[str, object]:
    return {"node": "experience", "months": months, "continuity": continuity, **more}


@pytest.mark.parametrize(("last_day", "months"), [(date(2025, 9, 15), 6), (date(2025, 9, 14), 5)])
def test_months_are_counted_date_to_date(last_day: date, months: int) -> None:
    assert judged(experience(12), worked(date(2025, 3, 15), last_day)).have == months


def test_periods_are_added_and_overlaps_count_once() -> None:
    half_year = worked(date(2020, 1, 1), date(2020, 7, 1))
    overlapping = worked(date(2020, 5, 1), date(2020, 9, 1))
    later = worked(date(2022, 1, 1), date(2022, 5, 1))

    assert judged(experience(24), half_year, overlapping, later).have == 12


def test_a_short_period_inside_a_long_one_changes_nothing() -> None:
    long, inside = worked(date(2020, 1, 1), date(2021, 1, 1)), worked(date(2020, 3, 1), date(2020, 4, 1))

    assert judged(experience(24), long, inside).have == 12


def test_days_left_over_make_months_together() -> None:
    short = [worked(date(2025, month, 1), date(2025, month, 16)) for month in (1, 3)]

    assert judged(experience(2), *short).have == 0
    assert judged(experience(2), *short, worked(date(2025, 5, 1), date(2025, 5, 2))).have == 1


def test_unbroken_experience_is_the_longest_period() -> None:
    parts = [worked(date(2020, 1, 1), date(2020, 8, 1)), worked(date(2021, 1, 1), date(2021, 6, 1))]

    assert judged(experience(12), *parts).state is State.MET
    unbroken = judged(experience(12, "unbroken"), *parts)
    assert (unbroken.state, unbroken.have) == (State.UNMET, 7)
    assert codes(unbroken) == [MissingCode.EXPERIENCE_CONTINUOUS]


def test_touching_periods_are_unbroken() -> None:
    parts = [worked(date(2020, 1, 1), date(2020, 6, 30)), worked(date(2020, 7, 1), date(2021, 1, 1))]

    assert judged(experience(12, "unbroken"), *parts).state is State.MET


def test_periods_are_clipped_to_the_window_and_to_the_day() -> None:
    root = experience(36, within_months=120)
    long_ago = worked(date(2010, 1, 1), date(2018, 3, 31))

    assert judged(root, long_ago, on=date(2026, 3, 31)).have == 24
    assert judged(experience(36), worked(date(2026, 1, 31), None), on=date(2026, 3, 31)).have == 2
    assert judged(experience(36), worked(date(2025, 1, 1), date(2030, 1, 1)), on=date(2026, 1, 1)).have == 12


def test_only_the_named_kinds_of_work_count() -> None:
    root = experience(6, kinds=["care"])

    assert judged(root, worked(date(2020, 1, 1), date(2021, 1, 1), "sales")).state is State.UNMET
