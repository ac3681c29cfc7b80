"""A transcript as rows with fixed columns: the same names and values whatever the language of the screen (R-EXP-2).

One row for each programme, module, kind of practice, decision and award of a person. Hours stand in minutes, days
in ISO form, decimals with a point. What is not known says so; what does not apply to a row says that. A module that
is only an outline says `yes` under `demonstration`.
"""

from collections.abc import Iterator
from datetime import date

from .lines import AwardLine, DecisionLine, ModuleLine, PracticeLine, ProgrammeLines, Transcript, Unknown

COLUMNS = (
    "person_id",
    "name",
    "document",
    "institution",
    "line",
    "programme_key",
    "programme_version",
    "key",
    "title",
    "kind",
    "outcome",
    "started_on",
    "completed_on",
    "expires_on",
    "minutes_completed",
    "minutes_required",
    "practice_minutes_approved",
    "practice_minutes_required",
    "method",
    "code",
    "as_at",
    "demonstration",
)
ALWAYS = ("person_id", "line")  # without them nobody could tell whose row it is, and what it says
NA = Unknown.NOT_APPLICABLE.value
NOT_STATED = Unknown.NOT_STATED.value
Row = dict[str, str]


def rows_of(transcript: Transcript) -> Iterator[Row]:
    """Every line of a transcript, each with all columns; a person without lines still has one."""
    lines = [*_programme_rows(transcript), *_decision_rows(transcript), *_award_rows(transcript)]
    for values in lines or [{"line": "person"}]:
        yield dict.fromkeys(COLUMNS, NA) | _person(transcript) | values


def _person(transcript: Transcript) -> Row:
    return {
        "person_id": transcript.person_uuid,
        "name": transcript.name,
        "document": transcript.document or NOT_STATED,
        "institution": transcript.institution,
        "as_at": transcript.as_at.isoformat(timespec="seconds"),
    }


def _programme_rows(transcript: Transcript) -> Iterator[Row]:
    for programme in transcript.programmes:
        place = {"programme_key": programme.programme_key, "programme_version": programme.version}
        yield place | _programme(programme)
        for module in programme.modules:
            yield place | _module(module)
        for practice in programme.practice:
            yield place | _practice(practice)


def _programme(programme: ProgrammeLines) -> Row:
    return {
        "line": "programme",
        "key": programme.programme_key,
        "title": programme.programme,
        "kind": programme.kind,
        "outcome": "in_progress" if programme.ended_on is None else "ended",
        "started_on": programme.started_on.isoformat(),
        "completed_on": _day(programme.ended_on, NA),
        "minutes_completed": str(programme.completed_minutes),
        "minutes_required": str(programme.required_minutes),
        "practice_minutes_approved": str(programme.practice_minutes),
        "practice_minutes_required": str(programme.required_practice_minutes),
    }


def _module(module: ModuleLine) -> Row:
    return {
        "line": "module",
        "key": module.key,
        "title": module.title,
        "kind": "complementary" if module.complementary else "core",
        "outcome": "completed" if module.completed_on else "not_yet_completed",
        "completed_on": _day(module.completed_on, NA),
        "minutes_completed": str(module.taught_minutes if module.completed_on else 0),
        "minutes_required": str(module.taught_minutes),
        "demonstration": "yes" if module.demonstration else "no",
    }


def _practice(practice: PracticeLine) -> Row:
    return {
        "line": "practice",
        "key": practice.setting or NOT_STATED,
        "outcome": "approved",
        "practice_minutes_approved": str(practice.minutes),
    }


def _decision_rows(transcript: Transcript) -> Iterator[Row]:
    for decision in transcript.decisions:
        yield _decision(decision)


def _decision(decision: DecisionLine) -> Row:
    return {
        "line": "decision",
        "key": decision.key,
        "title": decision.title,
        "kind": decision.kind,
        "outcome": decision.outcome or NOT_STATED,
        "completed_on": decision.decided_on.isoformat(),
        "method": decision.method or NOT_STATED,
    }


def _award_rows(transcript: Transcript) -> Iterator[Row]:
    for award in transcript.awards:
        yield _award(award)


def _award(award: AwardLine) -> Row:
    return {
        "line": "award",
        "key": award.key,
        "title": award.title,
        "kind": award.kind,
        "outcome": "revoked" if award.revoked_on else "granted",
        "completed_on": award.awarded_on.isoformat(),
        "expires_on": _day(award.expires_on, NA),
        "code": award.code,
    }


def _day(day: date | None, otherwise: str) -> str:
    return day.isoformat() if day else otherwise
