from datetime import date

from curriculum.rules import MissingCode, State
from tests.curriculum.rules.builders import PENDING, codes, decision, judged, module, skills_test

UNIT = {"node": "unit_competent", "unit": "hygiene"}
BY_BOTH = {"node": "unit_competent_by", "unit": "hygiene", "methods": ["observation", "quiz"]}
TWO_OF_THREE = {"node": "skills_tests", "tests": ["t1", "t2", "t3"], "count": 2}


def test_a_module_completed_twice_is_dated_with_the_first_time() -> None:
    first, again = module("a", day=date(2026, 1, 1)), module("a", day=date(2026, 2, 1))

    finding = judged({"node": "module_completed", "module": "a"}, again, first)

    assert (finding.evidence, finding.dated) == ((first.id,), date(2026, 1, 1))


def test_not_yet_assessed_differs_from_pending_fulfilment() -> None:
    assert codes(judged(UNIT)) == [MissingCode.UNIT_NOT_YET_ASSESSED]
    assert codes(judged(UNIT, decision("hygiene", PENDING))) == [MissingCode.UNIT_PENDING]
    assert codes(judged(UNIT, decision("other", PENDING))) == [MissingCode.UNIT_NOT_YET_ASSESSED]


def test_a_later_pending_decision_never_undoes_a_competent_one() -> None:
    competent = decision("hygiene", day=date(2026, 1, 1))

    finding = judged(UNIT, competent, decision("hygiene", PENDING, day=date(2026, 2, 1)))

    assert (finding.state, finding.evidence) == (State.MET, (competent.id,))


def test_each_of_the_named_methods_must_say_competent() -> None:
    observed, quizzed = decision("hygiene", method="observation"), decision("hygiene", method="quiz")
    retaken = decision("hygiene", PENDING, method="quiz")

    one = judged(BY_BOTH, observed, retaken)

    assert (one.state, one.have, one.need) == (State.UNMET, 1, 2)
    assert [(missing.code, missing.method) for missing in one.missing] == [(MissingCode.UNIT_PENDING, "quiz")]
    assert judged(BY_BOTH, observed, quizzed, retaken).state is State.MET


def test_skills_tests_are_counted_distinct_and_only_from_the_named_set() -> None:
    finding = judged(TWO_OF_THREE, skills_test("t1"), skills_test("t1"), skills_test("t9"))

    assert (finding.state, finding.have, finding.need) == (State.UNMET, 1, 2)
    assert judged(TWO_OF_THREE, skills_test("t1"), skills_test("t3")).state is State.MET


def test_missing_tests_say_which_are_pending() -> None:
    (choice,) = judged(TWO_OF_THREE, skills_test("t1"), skills_test("t2", PENDING)).missing

    assert [option[0].code for option in choice.options] == [
        MissingCode.TEST_PENDING,
        MissingCode.TEST_NOT_YET_ASSESSED,
    ]
