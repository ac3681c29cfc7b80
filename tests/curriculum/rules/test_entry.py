"""Entry requirements: one in place of another, what has lapsed, experience in a window, and what may be owed."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from curriculum.rules import (
    Basis,
    Fact,
    FactKind,
    Finding,
    MissingCode,
    RuleError,
    Stage,
    State,
    evaluate,
    find,
    parse_rule_set,
    walk,
)
from curriculum.rules.calendar import add_months
from tests.curriculum.rules.builders import (
    all_of,
    any_of,
    asks_document,
    codes,
    document,
    fact,
    judged,
    rule,
    worked,
)
from tests.curriculum.rules.strategies import RULE_DOCUMENTS, ledgers

many = settings(max_examples=50, deadline=None)
DAY = date(2026, 3, 2)
WORK = {"node": "experience", "key": "work", "months": 6, "continuity": "added"}
NOE = {"node": "in_case", "case": "noe", "then": asks_document("diagnostic"), "otherwise": WORK}
SIX_MONTHS = worked(date(2025, 3, 15), date(2025, 9, 15))
IN_NOE = fact(FactKind.STATEMENT, "noe")

KINDS = {
    "admission_process": {"node": "statement", "statement": "admission_process_passed"},
    "age_min": {"node": "age", "years": 18, "boundary": "inclusive"},
    "any_of": any_of(asks_document("a"), asks_document("b")),
    "birth_certificate": asks_document("birth_certificate"),
    "course_certificate": {"node": "holds_award", "award": "uy-basic-course"},
    "criminal_record": asks_document("criminal_record", not_older_than_months=6),
    "diagnostic_test": NOE,
    "disqualification_certificate": asks_document("disqualification_certificate"),
    "education_min": {"node": "education", "level": "primary_completed"},
    "entry_profile_skills": {"node": "statement", "statement": "meets_entry_profile"},
    "exclusion_criterion": {"node": "statement", "statement": "no_exclusion_criterion"},
    "health_certificate": asks_document("health_certificate"),
    "health_condition": {"node": "statement", "statement": "health_condition"},
    "identity_document": asks_document("identity_document"),
    "kinship_restriction": {"node": "statement", "statement": "not_related_to_beneficiary"},
    "letter": all_of(
        {"node": "statement", "statement": "letter_signed_by_worker"},
        {"node": "statement", "statement": "letter_signed_by_centre"},
    ),
    "no_other_income": {"node": "statement", "statement": "no_other_income"},
    "no_requirement": {"node": "no_requirement", "about": ["work_experience"]},
    "not_applicable": {"node": "no_requirement", "about": ["assessment"], "because": "not_applicable"},
    "prerequisite_certificate": asks_document("food_handling_certificate"),
    "professional_degree": asks_document("professional_degree"),
    "psychological_test": asks_document("psychological_test"),
    "technical_interview": asks_document("technical_interview"),
    "vaccination_card": asks_document("vaccination_card"),
    "work_experience": WORK | {"months": 36, "within_months": 120},
    "work_roster": asks_document("work_roster", not_older_than_months=6),
    "workplace_approval": {
        "node": "in_case",
        "case": "test_at_workplace",
        "then": asks_document("workplace_approval"),
        "otherwise": {"node": "statement", "statement": "test_elsewhere"},
    },
}
"""Every kind of entry requirement that occurs in the programmes (R-ADM-2), as a rule says it."""


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_that_occurs_is_met_only_by_something_that_was_shown(kind: str) -> None:
    asks_nothing = kind in {"no_requirement", "not_applicable"}
    finding = judged(KINDS[kind], stage=Stage.ADMISSION_TRAINING)
    assert finding.is_met is asks_nothing
    assert bool(finding.about) is asks_nothing


def test_in_a_case_one_requirement_stands_in_place_of_another() -> None:
    assert codes(judged(NOE)) == [MissingCode.EXPERIENCE]
    assert [item.subject for item in judged(NOE, IN_NOE).missing] == ["diagnostic"]
    shown = document("diagnostic")
    finding = judged(NOE, IN_NOE, shown)
    assert (finding.state, set(finding.evidence)) == (State.MET, {IN_NOE.id, shown.id})
    assert inner(finding, "work").basis is Basis.WAIVER


def test_a_case_takes_nothing_from_who_meets_what_is_asked_otherwise() -> None:
    finding = judged(NOE, SIX_MONTHS, IN_NOE)
    assert (finding.state, finding.evidence) == (State.MET, (SIX_MONTHS.id,))


def test_what_only_the_case_asks_helps_nobody_outside_it() -> None:
    assert judged(NOE, document("diagnostic")).state is State.UNMET


def test_a_lapsed_document_is_told_from_one_that_was_never_shown() -> None:
    card = asks_document("card")
    lapsed = document("card", day=date(2025, 1, 1), valid_until=date(2026, 3, 1))
    assert codes(judged(card)) == [MissingCode.DOCUMENT]
    assert judged(card, lapsed, on=date(2026, 3, 1)).is_met
    assert codes(judged(card, lapsed, on=date(2026, 3, 2))) == [MissingCode.DOCUMENT_EXPIRED]
    old = asks_document("card", not_older_than_months=6)
    assert codes(judged(old, document("card", day=date(2025, 1, 1)), on=DAY)) == [
        MissingCode.DOCUMENT_EXPIRED
    ]


def inner(finding: Finding, key: str) -> Finding:
    found = find(finding, key)
    assert found is not None
    return found


@st.composite
def periods(draw: st.DrawFn, largest: int = 6) -> list[Fact]:
    count = draw(st.integers(1, largest))
    starts = [draw(st.dates(date(2012, 1, 1), date(2026, 3, 1))) for _ in range(count)]
    lengths = [draw(st.integers(0, 1500)) for _ in range(count)]
    return [
        Fact(f"p:{number}", FactKind.EXPERIENCE, start, "care", ended_on=start + timedelta(days=length))
        for number, (start, length) in enumerate(zip(starts, lengths, strict=True))
    ]


def months(facts: list[Fact], **more: int) -> int:
    finding = judged(WORK | {"months": 1200} | more, *facts, on=DAY)
    assert isinstance(finding.have, int)
    return finding.have


@many
@given(periods(), st.data())
def test_periods_told_twice_or_inside_others_never_count_twice(
    facts: list[Fact], data: st.DataObject
) -> None:
    """Another fact about the same days, or about a part of them, adds nothing, in whatever order they stand."""
    told = data.draw(st.sampled_from(facts))
    assert told.ended_on is not None
    length = (told.ended_on - told.occurred_on).days
    first = data.draw(st.integers(0, length))
    last = data.draw(st.integers(first, length))
    part = Fact(
        "p:again",
        FactKind.EXPERIENCE,
        told.occurred_on + timedelta(days=first),
        "care",
        ended_on=told.occurred_on + timedelta(days=last),
    )
    assert months(data.draw(st.permutations([*facts, part]))) == months(facts)


@many
@given(periods(), st.integers(1, 120))
def test_no_window_holds_more_than_its_own_length(facts: list[Fact], window: int) -> None:
    rules = {"node": "experience", "months": 1, "continuity": "added"}
    narrow = judged(rules | {"within_months": window}, *facts, on=DAY).have
    assert isinstance(narrow, int)
    assert narrow <= window


@many
@given(st.dates(date(2010, 1, 1), date(2024, 1, 1)), st.integers(1, 24))
def test_a_period_is_long_enough_on_its_last_day_and_not_the_day_before(start: date, wanted: int) -> None:
    end = add_months(start, wanted)
    asked = WORK | {"months": wanted}
    assert judged(asked, worked(start, end), on=DAY).is_met
    assert not judged(asked, worked(start, end - timedelta(days=1)), on=DAY).is_met


@many
@given(RULE_DOCUMENTS, ledgers())
def test_a_deferral_never_makes_a_certificate_issue(document: dict, ledger: list[Fact]) -> None:
    """What may be owed by the issue of the certificate cannot be owed in the rule of the issue, nor of an award."""
    dispensed = [fact for fact in ledger if fact.kind is FactKind.DEFERRAL]
    assume(dispensed)
    for stage in (Stage.CERTIFICATE_ISSUE, Stage.AWARD):
        try:
            rules = parse_rule_set(document | {"stage": stage.value})
        except RuleError:
            continue
        without = [fact for fact in ledger if fact.kind is not FactKind.DEFERRAL]
        assert evaluate(rules, ledger, DAY) == evaluate(rules, without, DAY)
        assert not any(found.owed for found in walk(evaluate(rules, ledger, DAY)))


@pytest.mark.parametrize("stage", [Stage.AWARD, Stage.CERTIFICATE_ISSUE, Stage.LICENCE])
def test_nothing_is_put_off_to_a_stage_that_is_not_later(stage: Stage) -> None:
    root = asks_document("primary", key="primary", deferrable_until="certificate_issue")
    with pytest.raises(RuleError):
        parse_rule_set(rule(root, stage))
