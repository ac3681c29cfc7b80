from datetime import date

import pytest

from curriculum.rules import Basis, FactKind, Stage, State, find
from tests.curriculum.rules.builders import all_of, any_of, asks_document, document, fact, judged

DEFERRABLE = asks_document("primary-certificate", key="primary", deferrable_until="certificate_issue")
WAIVER = fact(FactKind.WAIVER, "primary", date(2026, 3, 1), id="p:1")
DEFERRAL = fact(FactKind.DEFERRAL, "primary", date(2026, 3, 1), id="p:2")


def test_a_waiver_removes_the_requirement_it_names() -> None:
    root = all_of(asks_document("primary-certificate", key="primary"), asks_document("id-card", key="id"))

    finding = judged(root, WAIVER)

    assert [missing.subject for missing in finding.missing] == ["id-card"]
    waived = find(finding, "primary")
    assert waived is not None
    assert (waived.state, waived.basis, waived.evidence) == (State.MET, Basis.WAIVER, ("p:1",))


def test_a_waiver_removes_a_requirement_whose_figure_is_open() -> None:
    root = {"node": "practice_hours", "minutes": {"not_stated": True}, "key": "primary"}

    assert judged(root, WAIVER).state is State.MET


def test_a_deferral_lets_a_deferrable_requirement_wait_and_says_it_is_owed() -> None:
    finding = judged(all_of(DEFERRABLE), DEFERRAL, stage=Stage.ASSESSMENT_CERTIFICATION)

    assert (finding.state, finding.missing) == (State.MET, ())
    (owed,) = finding.owed
    assert (owed.subject, owed.owed_by) == ("primary-certificate", "certificate_issue")
    assert finding.children[0].basis is Basis.DEFERRAL


def test_a_deferral_does_nothing_where_the_rule_does_not_allow_it() -> None:
    assert judged(asks_document("primary-certificate", key="primary"), DEFERRAL).state is State.UNMET


def test_an_alternative_that_was_shown_is_preferred_to_one_that_is_owed() -> None:
    shown = document("diploma", day=date(2026, 3, 20))

    finding = judged(
        any_of(DEFERRABLE, asks_document("diploma")), DEFERRAL, shown, stage=Stage.ASSESSMENT_CERTIFICATION
    )

    assert (finding.evidence, finding.owed) == ((shown.id,), ())


@pytest.mark.parametrize("dispensation", [WAIVER, DEFERRAL])
def test_a_dispensation_counts_from_its_day(dispensation: object) -> None:
    assert (
        judged(DEFERRABLE, dispensation, on=date(2026, 2, 28), stage=Stage.ASSESSMENT_CERTIFICATION).state
        is State.UNMET
    )  # type: ignore[arg-type]
