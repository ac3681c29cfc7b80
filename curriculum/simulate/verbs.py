"""The verbs of curriculum itself: people, evidence, awards. Plugins bring their own."""

from decimal import Decimal
from typing import Any

from curriculum.credentials.entry import NoEntryRule, check_stage, decide_entry
from curriculum.credentials.queries import Step, current_awards, progress_towards
from curriculum.credentials.recording import record_evidence
from curriculum.credentials.words import sentences
from curriculum.people.models import Admission
from curriculum.people.services import attest_fact, enrol
from curriculum.records.services import EvidenceDraft
from curriculum.rules import FactKind, Finding, Outcome, Stage, find, walk
from curriculum.standards.models import ProgrammeModule
from curriculum.transcripts.building import build_transcripts

from .registry import register_event, register_expectation
from .world import CaseError, World


def _record(world: World, person: str, draft: EvidenceDraft) -> None:
    record_evidence(
        person=world.person(person),
        institution=world.institution,
        drafts=[draft],
        recorded_by=None,
        at=world.now,
    )


def enrol_person(world: World, *, person: str) -> None:
    """Enrol a person on the programme of the case."""
    enrol(
        person=world.person(person),
        programme_version=world.programme_version,
        enrolled_by=None,
        on=world.today,
    )


def attest(
    world: World,
    *,
    person: str,
    kind: str,
    subject: str = "",
    since: str = "",
    until: str = "",
    valid_until: str = "",
) -> None:
    """Put down a fact about a person: schooling, a document, a period of experience."""
    attest_fact(
        person=world.person(person),
        institution=world.institution,
        kind=FactKind(kind),
        subject=subject,
        occurred_on=world.moment(since).date() if since else world.today,
        ended_on=world.moment(until).date() if until else None,
        valid_until=world.moment(valid_until).date() if valid_until else None,
        attested_by=None,
    )


def apply(world: World, *, person: str) -> None:
    """Ask for admission to the programme; the requirements decide."""
    decide_entry(
        person=world.person(person),
        programme_version=world.programme_version,
        decided_by=None,
        at=world.now,
    )


def record_module(world: World, *, person: str, module: str) -> None:
    """A module is completed, with the hours of the version that the person follows."""
    link = ProgrammeModule.objects.filter(
        programme_version=world.programme_version, module__key=module
    ).first()
    if link is None:
        raise CaseError(f"There is no module “{module}” in this programme.")
    draft = EvidenceDraft(
        kind=FactKind.MODULE_COMPLETED,
        subject=module,
        minutes=link.taught_minutes,
        demonstration=link.demonstration,
        occurred_at=world.now,
        source_ref=f"simulate:module:{module}:{person}",
    )
    _record(world, person, draft)


def record_decision(world: World, *, person: str, unit: str, method: str, outcome: str = "competent") -> None:
    """An assessor decides on a unit of competency, by a method."""
    draft = EvidenceDraft(
        kind=FactKind.UNIT_DECISION,
        subject=unit,
        method=method,
        outcome=Outcome(outcome),
        occurred_at=world.now,
        source_ref=f"simulate:unit:{unit}:{method}:{person}:{world.now.isoformat()}",
    )
    _record(world, person, draft)


def hours(world: World, *, person: str, figure: str, award: str = "") -> dict[str, Any]:
    """Hours on the way to an award, by the key of the requirement: have, need, missing, share in per cent."""
    finding = find(_step(world, person, award).finding, figure)
    if finding is None or not isinstance(finding.have, int) or not isinstance(finding.need, int):
        raise CaseError(f"“{figure}” is not a number of hours.")
    missing = max(finding.need - finding.have, 0)
    share = (Decimal(finding.have * 100) / finding.need).quantize(Decimal("0.1"))
    return {
        "have": _hours(finding.have),
        "need": _hours(finding.need),
        "missing": _hours(missing),
        "share": str(share),
    }


def awards(world: World, *, person: str) -> list[str]:
    """The keys of what a person has been awarded, in the order of granting."""
    rows = current_awards().filter(person=world.person(person), institution=world.institution)
    return [award.achievement.key for award in rows.order_by("pk")]


def award_date(world: World, *, person: str, award: str) -> str:
    """The day with which an award is dated."""
    row = current_awards().filter(person=world.person(person), achievement__key=award).first()
    return row.awarded_on.isoformat() if row else "not awarded"


def missing(world: World, *, person: str, award: str = "") -> list[str]:
    """What is still missing for an award, in sentences."""
    finding = _step(world, person, award).finding
    return _texts(world, finding)


def admission(world: World, *, person: str) -> dict[str, Any]:
    """The last decision on admission: the decision and how many requirements are unmet."""
    row = Admission.objects.filter(person=world.person(person)).order_by("-pk").first()
    if row is None:
        return {"decision": "none"}
    unmet = [child["key"] for child in row.finding["children"] if child["state"] != "met"]
    return {"decision": row.decision, "unmet": unmet}


def requirements(world: World, *, person: str, stage: str) -> dict[str, Any]:
    """What a programme asks at a stage: met or not, what is unmet or owed by key, and where nothing is asked."""
    try:
        entry = check_stage(
            person=world.person(person),
            programme_version=world.programme_version,
            stage=Stage(stage),
            at=world.now,
        )
    except NoEntryRule:
        raise CaseError(f"The programme says nothing about “{stage}”.") from None
    found = entry.finding
    asked = found.children or (found,)
    return {
        "state": found.state.value,
        "unmet": [each.key for each in asked if not each.is_met],
        "owed": [item.subject for item in found.owed],
        "nothing_asked": [about for inner in walk(found) for about in inner.about],
        "said": _texts(world, found),
    }


def transcript(world: World, *, person: str, module: str) -> dict[str, Any]:
    """The line of a module on the transcript: title, hours, completed or not."""
    found = next(build_transcripts(person_ids=[world.person(person).pk], institution=world.institution))
    lines = [line for programme in found.programmes for line in programme.modules if line.key == module]
    if not lines:
        raise CaseError(f"The transcript has no line for “{module}”.")
    return {
        "title": lines[0].title,
        "hours": _hours(lines[0].taught_minutes),
        "completed": lines[0].completed_on is not None,
    }


def _step(world: World, person: str, award: str) -> Step:
    steps = progress_towards(world.participation(person), on=world.today)
    for step in steps:
        achievement = step.rule_set.achievement
        if achievement and (achievement.key == award or (not award and achievement.kind == "qualification")):
            return step
    raise CaseError(f"There is no award “{award or 'qualification'}” in this programme.")


def _texts(world: World, finding: Finding) -> list[str]:
    said = sentences(finding, programme_version_id=world.programme_version.pk)
    return [sentence.text for sentence in said if sentence.missing]


def _hours(minutes: int) -> str:
    """Hours as cases write them: "11.5"."""
    amount = Decimal(minutes) / 60
    return f"{amount:.4f}".rstrip("0").rstrip(".")


def register() -> None:
    register_event("enrol", enrol_person)
    register_event("attest", attest)
    register_event("apply", apply)
    register_event("record_module", record_module)
    register_event("record_decision", record_decision)
    register_expectation("hours", hours)
    register_expectation("awards", awards)
    register_expectation("award_date", award_date)
    register_expectation("missing", missing)
    register_expectation("admission", admission)
    register_expectation("requirements", requirements)
    register_expectation("transcript", transcript)
