"""Marking is pure: these tests need no database."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.quizzes.marking import mark, reaches, right_answer
from assessments.quizzes.typed import number_of, same_words, two_readings

from .questions import ALL, RIGHT, WRONG, make_content

CONTENTS = {kind: make_content(kind) for kind in ALL}
ANYTHING = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.lists(st.sampled_from(["a", "b", "c", "zz", ""]), max_size=5),
    st.dictionaries(st.sampled_from(["a", "b", "zz"]), st.sampled_from(["a", "b", "zz"]), max_size=3),
)


@pytest.mark.parametrize("kind", ALL)
def test_the_right_answer_earns_all_points_and_a_wrong_one_none(kind: str) -> None:
    right, wrong = mark(CONTENTS[kind], RIGHT[kind]), mark(CONTENTS[kind], WRONG[kind])
    assert (right.points, right.correct) == (2, True)
    assert (wrong.points, wrong.correct) == (0, False)


@pytest.mark.parametrize("kind", ALL)
def test_the_answer_that_is_said_to_be_right_is_right(kind: str) -> None:
    assert mark(CONTENTS[kind], right_answer(CONTENTS[kind])).correct


@given(kind=st.sampled_from(ALL), answer=ANYTHING)
def test_whatever_is_sent_a_question_is_all_or_nothing(kind: str, answer: object) -> None:
    marked = mark(CONTENTS[kind], answer)
    assert (marked.points, marked.correct) in {(2, True), (0, False)}
    assert marked == mark(CONTENTS[kind], answer)
    assert set(marked.feedback) <= {option["key"] for option in CONTENTS[kind]["options"]}


@given(st.permutations(["a", "c"]))
def test_the_order_in_which_boxes_are_ticked_does_not_matter(ticked: list[str]) -> None:
    assert mark(CONTENTS["multiple"], ticked).correct


@given(st.sets(st.sampled_from(["a", "b", "c"])))
def test_ticking_more_or_less_than_the_right_ones_is_not_right(ticked: set[str]) -> None:
    assert mark(CONTENTS["multiple"], sorted(ticked)).correct == (ticked == {"a", "c"})


def test_ticking_the_same_box_twice_is_not_ticking_two() -> None:
    assert not mark(CONTENTS["multiple"], ["a", "a"]).correct
    assert not mark(CONTENTS["multiple"], ["a", "a", "c"]).correct


@given(st.permutations(["a", "b", "c"]))
def test_only_one_order_is_right(order: list[str]) -> None:
    assert mark(CONTENTS["order"], order).correct == (order == ["a", "b", "c"])


def test_pairs_with_the_same_right_side_may_be_exchanged() -> None:
    question = make_content("match")
    question["options"][1]["match"] = question["options"][0]["match"]
    assert mark(question, {"a": "b", "b": "a"}).correct


def test_a_wrong_choice_brings_its_own_feedback() -> None:
    assert mark(CONTENTS["single"], "a").feedback == ("a",)
    assert mark(CONTENTS["single"], "b").feedback == ()


@given(st.decimals(min_value="-999999", max_value="999999", places=2), st.sampled_from(",."))
def test_a_number_is_read_with_a_comma_or_a_point(number: Decimal, separator: str) -> None:
    assert number_of(str(number).replace(".", separator)) == number


@pytest.mark.parametrize(
    "text", ["NaN", "nan", "Infinity", "1e5", "1,2,3", "1.000,5", "", ".", "dos", "٣", "9" * 40]
)
def test_what_is_no_plain_number_is_not_read(text: str) -> None:
    assert number_of(text) is None
    assert not mark(CONTENTS["number"], text).correct


@pytest.mark.parametrize(
    ("text", "correct"), [("2,4", True), ("2.6", True), ("2,61", False), (" 2,5 ML ", True)]
)
def test_a_number_counts_within_its_tolerance_and_with_its_unit(text: str, correct: bool) -> None:
    assert mark(CONTENTS["number"], text).correct == correct


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("1.500", ("1500", "1.5000")),
        ("12,250", ("12250", "12,2500")),
        ("0.125", None),
        ("1500", None),
        ("2,5", None),
    ],
)
def test_a_point_before_three_figures_can_be_read_in_two_ways(
    text: str, ways: tuple[str, str] | None
) -> None:
    assert two_readings(text) == ways
    if ways:
        assert [number_of(way) for way in ways] == [
            Decimal(text.replace(",", "").replace(".", "")),
            Decimal(text.replace(",", ".")),
        ]


@pytest.mark.parametrize("text", ["jabon", "JABÓN", " el  Jabón ", "El jabón.", "«jabón»"])
def test_words_are_compared_without_case_accents_and_spaces(text: str) -> None:
    assert mark(CONTENTS["short_text"], text).correct


@given(st.text(max_size=60))
def test_comparing_words_is_settled_after_one_step(text: str) -> None:
    assert same_words(same_words(text)) == same_words(text)


def test_nothing_typed_is_never_right() -> None:
    question = make_content("short_text")
    question["accepted"] = {"es": ["", "..."]}
    assert not mark(question, "").correct
    assert not mark(question, "...").correct


@given(st.integers(0, 200), st.integers(1, 200), st.integers(1, 100))
def test_passing_is_decided_in_whole_numbers(score: int, max_score: int, percent: int) -> None:
    assert reaches(score, max_score, percent) == (Fraction(score, max_score) >= Fraction(percent, 100))


def test_four_of_five_is_eighty_percent() -> None:
    assert reaches(4, 5, 80)
    assert not reaches(3, 5, 80)
