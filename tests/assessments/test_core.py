"""The core of assessments: registries, the block, and what a result sets off."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.test import RequestFactory

from assessments import methods, next_steps, results
from assessments.api import (
    AssessmentBlock,
    NextStep,
    Result,
    UnknownMethod,
    competent_assessment_ids,
    method_of,
    next_step,
    record_result,
    register_method,
    register_next_step,
    register_result_handler,
)
from assessments.models import Assessment, Attempt
from curriculum.api import EvidenceDraft
from curriculum.enums import FactKind, Outcome
from curriculum.models import Award, Evidence, Institution, Module, Participation

from .conftest import NOON, UNIT, make_award_rule, queries
from .quizzes.questions import make_quiz

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def registries() -> Iterator[None]:
    """What a test registers is gone after it."""
    kept = list(results._handlers), list(next_steps._finders), dict(methods._methods)
    yield
    results._handlers[:], next_steps._finders[:] = kept[0], kept[1]
    methods._methods.clear()
    methods._methods.update(kept[2])


@pytest.fixture
def assessment(institution: Institution) -> Assessment:
    return Assessment.objects.create(
        institution=institution, key="bath", title="The bath", method="observation", unit_key=UNIT
    )


def attempt_at(
    assessment: Assessment, participation: Participation, outcome: Outcome, number: int = 1
) -> Attempt:
    return Attempt(
        assessment=assessment,
        institution=participation.institution,
        person=participation.person,
        participation=participation,
        number=number,
        started_at=NOON,
        submitted_at=NOON,
        outcome=outcome.value,
        source_ref=f"test:{assessment.key}:{number}",
    )


def kinds() -> list[tuple[str, str]]:
    return list(Evidence.objects.order_by("pk").values_list("kind", "outcome"))


def test_a_result_is_a_decision_on_the_unit_it_names(
    assessment: Assessment, participation: Participation
) -> None:
    record_result(attempt=attempt_at(assessment, participation, Outcome.PENDING_FULFILMENT), recorded_by=None)
    record_result(attempt=attempt_at(assessment, participation, Outcome.COMPETENT, 2), recorded_by=None)
    assert kinds() == [("unit_decision", "pending_fulfilment"), ("unit_decision", "competent")]


def test_what_waits_for_an_assessor_sets_nothing_off_until_she_has_decided(
    assessment: Assessment, participation: Participation
) -> None:
    attempt = attempt_at(assessment, participation, Outcome.NOT_YET_ASSESSED)
    assert record_result(attempt=attempt, recorded_by=None).entries == ()
    assert kinds() == []
    attempt.outcome = Outcome.COMPETENT.value
    record_result(attempt=attempt, recorded_by=None)
    assert kinds() == [("unit_decision", "competent")]
    assert Attempt.objects.count() == 1


def test_handlers_are_told_and_their_evidence_is_settled_at_once(
    assessment: Assessment, participation: Participation
) -> None:
    make_award_rule(participation.programme_version)
    told: list[Result] = []

    def handler(result: Result) -> list[EvidenceDraft]:
        told.append(result)
        return [
            EvidenceDraft(
                kind=FactKind.MODULE_COMPLETED,
                source_ref="test:module",
                occurred_at=result.moment,
                subject="higiene",
            )
        ]

    register_result_handler(handler)
    register_result_handler(handler)
    recorded = record_result(
        attempt=attempt_at(assessment, participation, Outcome.COMPETENT), recorded_by=None
    )
    assert len(recorded.entries) == 2
    assert [award.achievement.key for award in recorded.awards] == ["hygiene-credential"]
    assert [(r.person, r.institution, r.assessment, r.outcome, r.moment) for r in told] == [
        (participation.person, participation.institution, assessment, Outcome.COMPETENT, NOON)
    ]


def test_a_handler_that_breaks_leaves_nothing_behind(
    assessment: Assessment, participation: Participation
) -> None:

    def handler(result: Result) -> list[EvidenceDraft]:
        raise RuntimeError("no")

    register_result_handler(handler)
    with pytest.raises(RuntimeError), transaction.atomic():
        record_result(attempt=attempt_at(assessment, participation, Outcome.COMPETENT), recorded_by=None)
    assert not Attempt.objects.exists()
    assert not Evidence.objects.exists()
    assert not Award.objects.exists()


@pytest.mark.parametrize("field", ["source_ref", "number"])
def test_neither_a_source_nor_a_number_is_taken_twice(
    assessment: Assessment, participation: Participation, field: str
) -> None:
    record_result(attempt=attempt_at(assessment, participation, Outcome.COMPETENT), recorded_by=None)
    twin = attempt_at(assessment, participation, Outcome.COMPETENT, 2)
    setattr(twin, field, getattr(Attempt.objects.get(), field))
    with pytest.raises(IntegrityError):
        record_result(attempt=twin, recorded_by=None)


@pytest.mark.parametrize("attempts", [1, 3])
def test_who_is_competent_is_asked_in_one_query(
    assessment: Assessment, participation: Participation, attempts: int
) -> None:
    for number in range(1, attempts + 1):
        attempt_at(assessment, participation, Outcome.COMPETENT, number).save()
    with queries(1):
        assert competent_assessment_ids(participation.person_id, [assessment.pk, 0]) == {assessment.pk}


def test_a_method_is_found_by_its_key_and_its_absence_is_said(assessment: Assessment) -> None:
    with pytest.raises(UnknownMethod):
        method_of(assessment)

    class Observation:
        key = "observation"
        label = "Observed test"
        block_template = "assessments/blocks/unavailable.html"

        def address(self, assessment: Assessment) -> str:
            return f"/observe/{assessment.uuid}/"

        def block_context(self, assessment: Assessment, request: Any) -> dict[str, Any]:
            return {}

    register_method(Observation())
    assert method_of(assessment).address(assessment) == f"/observe/{assessment.uuid}/"


def test_two_plugins_cannot_bring_the_same_method() -> None:
    class Impostor:
        key = "quiz"

    with pytest.raises(ValueError, match="quiz"):
        register_method(Impostor())  # type: ignore[arg-type]


def test_the_next_step_is_the_first_that_somebody_knows_else_my_path(
    assessment: Assessment, participation: Participation
) -> None:
    assert next_step(participation.person, assessment).url.endswith("/path/")
    register_next_step(lambda person, done: None)
    register_next_step(lambda person, done: NextStep("/on/", "Go on"))
    register_next_step(lambda person, done: NextStep("/never/", "Never"))
    assert next_step(participation.person, assessment) == NextStep("/on/", "Go on")


class TestTheBlock:
    @pytest.fixture
    def request_of(self, rf: RequestFactory, participation: Participation) -> Any:
        request = rf.get("/")
        request.user = participation.person.user
        return request

    def test_it_says_what_it_is_how_much_and_leads_there(
        self, institution: Institution, module: Module, request_of: Any
    ) -> None:
        quiz = make_quiz(institution, ["single", "order"], module=module)
        AssessmentBlock().render(Assessment(**_row(quiz)))  # how many questions it has is then remembered
        with queries(1):
            html = AssessmentBlock().render(Assessment(**_row(quiz)), {"request": request_of})
        assert "Las manos" in html
        assert "2" in html
        assert html.count("<a ") == 1
        assert f"/quiz/{quiz.uuid}/" in html
        assert "tag--ok" not in html

    def test_it_says_that_it_is_done(
        self, institution: Institution, participation: Participation, request_of: Any
    ) -> None:
        quiz = make_quiz(institution, ["single"])
        attempt_at(quiz, participation, Outcome.PENDING_FULFILMENT).save()
        assert "tag--ok" not in AssessmentBlock().render(quiz, {"request": request_of})
        attempt_at(quiz, participation, Outcome.COMPETENT, 2).save()
        assert "tag--ok" in AssessmentBlock().render(quiz, {"request": request_of})

    def test_nobodys_request_is_drawn_as_not_done(self, institution: Institution) -> None:
        assert "button--primary" in AssessmentBlock().render(make_quiz(institution, ["single"]), {})

    def test_what_is_closed_deleted_or_without_plugin_says_so_and_has_no_button(
        self, institution: Institution, assessment: Assessment
    ) -> None:
        closed = make_quiz(institution, ["single"])
        closed.is_active = False
        for value in (closed, None, assessment):
            html = AssessmentBlock().render(value, {})
            assert "block-assessment" in html
            assert "<a " not in html

    def test_it_brings_no_migration_with_its_methods(self) -> None:
        assert AssessmentBlock().deconstruct() == ("assessments.blocks.AssessmentBlock", (), {})


def _row(quiz: Any) -> dict[str, Any]:
    """The assessment of a quiz as a lesson knows it: its row, without the quiz."""
    return {field.attname: getattr(quiz, field.attname) for field in Assessment._meta.concrete_fields}


def test_an_attempt_never_goes_with_its_assessment_or_its_person(
    institution: Institution, participation: Participation
) -> None:
    quiz = make_quiz(institution, ["single"])
    attempt_at(quiz, participation, Outcome.COMPETENT).save()
    with pytest.raises(IntegrityError):
        quiz.delete()
    with pytest.raises(IntegrityError):
        participation.person.delete()


def test_the_database_itself_keeps_what_was_handed_in_and_lets_it_be_judged(
    assessment: Assessment, participation: Participation
) -> None:
    attempt = attempt_at(assessment, participation, Outcome.NOT_YET_ASSESSED)
    attempt.save()
    handed_in = Attempt.objects.filter(pk=attempt.pk)
    for change in ({"details": {"answer": "another"}}, {"submitted_at": None}, {"number": 7}):
        with pytest.raises(DatabaseError), transaction.atomic():
            handed_in.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        handed_in.delete()
    attempt.outcome = Outcome.COMPETENT.value
    attempt.save()
    assert handed_in.get().is_competent
