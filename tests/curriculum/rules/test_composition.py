from datetime import date

from curriculum.rules import MissingCode, State
from tests.curriculum.rules.builders import all_of, any_of, asks_module, codes, ids, judged, module

OPEN = {"node": "practice_months", "months": {"not_stated": True}}


def test_all_of_needs_every_member() -> None:
    both = all_of(asks_module("a"), asks_module("b"))
    a, b = module("a"), module("b")

    partly, wholly = judged(both, a), judged(both, a, b)

    assert (partly.state, partly.have, partly.need) == (State.UNMET, 1, 2)
    assert [missing.subject for missing in partly.missing] == ["b"]
    assert (wholly.state, wholly.evidence, wholly.missing) == (State.MET, ids([a, b]), ())


def test_all_of_is_unmet_before_it_is_undetermined() -> None:
    assert judged(all_of(OPEN, asks_module("a"))).state is State.UNMET
    assert judged(all_of(OPEN, asks_module("a")), module("a")).state is State.UNDETERMINED


def test_any_of_is_met_before_it_is_undetermined_and_undetermined_before_it_is_unmet() -> None:
    assert judged(any_of(asks_module("a"), OPEN), module("a")).state is State.MET
    assert judged(any_of(asks_module("a"), OPEN)).state is State.UNDETERMINED
    assert judged(any_of(asks_module("a"), asks_module("b"))).state is State.UNMET


def test_any_of_rests_on_the_alternative_that_was_met_first() -> None:
    late, early = module("a", day=date(2026, 2, 2)), module("b", day=date(2026, 2, 1))

    finding = judged(any_of(asks_module("a"), asks_module("b")), late, early)

    assert finding.evidence == (early.id,)
    assert finding.dated == date(2026, 2, 1)


def test_at_least_counts_members_and_names_the_choice_that_is_left() -> None:
    two_of_three = {"node": "at_least", "count": 2, "of": [asks_module(key) for key in "abc"]}

    finding = judged(two_of_three, module("b"))

    assert (finding.state, finding.have, finding.need) == (State.UNMET, 1, 2)
    (choice,) = finding.missing
    assert (choice.code, choice.amount) == (MissingCode.CHOICE, 1)
    assert [option[0].subject for option in choice.options] == ["a", "c"]
    assert judged(two_of_three, module("b"), module("c")).state is State.MET


def test_at_least_names_everything_where_no_choice_is_left() -> None:
    three_of_three = {"node": "at_least", "count": 3, "of": [asks_module(key) for key in "abc"]}

    assert [missing.subject for missing in judged(three_of_three, module("b")).missing] == ["a", "c"]


def test_at_least_may_still_be_reached_by_what_is_undetermined() -> None:
    two = {"node": "at_least", "count": 2, "of": [asks_module("a"), asks_module("b"), OPEN]}

    assert judged(two, module("a")).state is State.UNDETERMINED
    assert judged(two).state is State.UNMET


def test_while_a_prerequisite_is_open_it_alone_is_named() -> None:
    ladder = {"node": "prerequisite", "first": asks_module("levelling"), "then": asks_module("care")}

    assert [missing.subject for missing in judged(ladder).missing] == ["levelling"]
    assert [missing.subject for missing in judged(ladder, module("levelling")).missing] == ["care"]
    assert judged(ladder, module("care")).state is State.UNMET
    assert judged(ladder, module("care"), module("levelling")).state is State.MET


def test_no_requirement_is_met_and_says_what_it_is_about() -> None:
    finding = judged({"node": "no_requirement", "about": ["work_experience"]})

    assert (finding.state, finding.about, finding.evidence) == (State.MET, ("work_experience",), ())
    assert codes(finding) == []
