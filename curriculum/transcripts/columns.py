"""A transcript as rows with fixed columns: the same names and values whatever the language of the screen (R-EXP-2).

One row for each programme, module, kind of practice, decision and award of a person. Hours stand in minutes, days
in ISO form, decimals with a point. What is not known says so; what does not apply to a row says that. A module that
is only an outline says `yes` under `demonstration`.
"""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

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
OF_THE_PERSON = 4  # columns, the first ones
OF_THE_LINE = (*COLUMNS[OF_THE_PERSON : COLUMNS.index("as_at")], "demonstration")
KEPT = 50_000  # lines that many persons share, such as a module nobody has completed yet
Values = dict[str, str]
Line = tuple[str, ...]


def rows_of(transcript: Transcript) -> Iterator[list[str]]:
    """Every line of a transcript, a cell for each of COLUMNS; a person without lines still has one."""
    head = (
        transcript.person_uuid,
        transcript.name,
        transcript.document or NOT_STATED,
        transcript.institution,
    )
    as_at = transcript.as_at.isoformat(timespec="seconds")
    for *line, demonstration in _lines(transcript) or [_line({"line": "person"})]:
        yield [*head, *line, as_at, demonstration]


def _line(values: Values) -> Line:
    """The cells of OF_THE_LINE; what is not given does not apply."""
    return tuple(values.get(column, NA) for column in OF_THE_LINE)


def _lines(transcript: Transcript) -> list[Line]:
    lines: list[Line] = []
    for programme in transcript.programmes:
        place = (programme.programme_key, programme.version)
        lines.append(_line(_place(*place) | _programme(programme)))
        lines += [_module_line(*place, module) for module in programme.modules]
        lines += [_line(_place(*place) | _practice(practice)) for practice in programme.practice]
    lines += [_line(_decision(decision)) for decision in transcript.decisions]
    lines += [_line(_award(award)) for award in transcript.awards]
    return lines


@lru_cache(KEPT)
def _module_line(programme_key: str, version: str, module: ModuleLine) -> Line:
    return _line(_place(programme_key, version) | _module(module))


def _place(programme_key: str, version: str) -> Values:
    return {"programme_key": programme_key, "programme_version": version}


def _programme(programme: ProgrammeLines) -> Values:
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


def _module(module: ModuleLine) -> Values:
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


def _practice(practice: PracticeLine) -> Values:
    return {
        "line": "practice",
        "key": practice.setting or NOT_STATED,
        "outcome": "approved",
        "practice_minutes_approved": str(practice.minutes),
        "method": practice.grade or NOT_STATED,
    }


def _decision(decision: DecisionLine) -> Values:
    return {
        "line": "decision",
        "key": decision.key,
        "title": decision.title,
        "kind": decision.kind,
        "outcome": decision.outcome or NOT_STATED,
        "completed_on": decision.decided_on.isoformat(),
        "method": decision.method or NOT_STATED,
    }


def _award(award: AwardLine) -> Values:
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
