"""What a finished observed test puts into the ledger beside the decision on the test's own unit."""

from collections.abc import Iterable

from assessments.api import Result
from curriculum.api import EvidenceDraft
from curriculum.enums import FactKind, Outcome

METHOD = "observation"


def evidence_of(result: Result) -> Iterable[EvidenceDraft]:
    """The skills test as a whole (R-ASM-7), and each unit that its criteria name where the test names none."""
    if "rubric" not in result.attempt.details:
        return  # no attempt of ours: only these carry the rubric by which they were judged
    reference = result.attempt.source_ref
    yield _draft(result, FactKind.SKILLS_TEST, f"{reference}:test", result.assessment.key, result.outcome)
    if result.assessment.unit_key:
        return
    for unit in result.attempt.details["units"]:
        if unit["unit"]:
            outcome = Outcome(unit["outcome"])
            yield _draft(result, FactKind.UNIT_DECISION, f"{reference}:{unit['unit']}", unit["unit"], outcome)


def _draft(result: Result, kind: FactKind, source_ref: str, subject: str, outcome: Outcome) -> EvidenceDraft:
    return EvidenceDraft(
        kind=kind,
        source_ref=source_ref,
        occurred_at=result.moment,
        subject=subject,
        outcome=outcome,
        method=METHOD,
        participation=result.participation,
    )
