"""What a pack says, as plain values: the one shape between files, rows and comparison."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from curriculum.packs.hours import hours_text, minutes_of

Texts = Mapping[str, str]
Json = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class UnitContent:
    key: str
    title: Texts
    description: Texts = field(default_factory=dict)
    transversal: bool = False


@dataclass(frozen=True, kw_only=True)
class ActivityContent:
    key: str
    activity_class: str
    title: Texts
    units: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class StandardContent:
    key: str
    version: str
    status: str
    name: Texts
    general_competence: Texts = field(default_factory=dict)
    includes: Texts = field(default_factory=dict)
    excludes: Texts = field(default_factory=dict)
    codes: tuple[Json, ...] = ()
    classification: tuple[Json, ...] = ()
    level: Json = field(default_factory=dict)
    places_of_work: tuple[str, ...] = ()
    target_population: tuple[str, ...] = ()
    legal_basis: str = ""
    units_origin: str = "document"
    units: tuple[UnitContent, ...] = ()
    activities_origin: str = "document"
    activities: tuple[ActivityContent, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FigureContent:
    name: str
    unit: str
    origin: str
    amount: str | None = None
    null_reason: str = ""
    source: str = ""
    line: int | None = None
    quote: str = ""
    candidates: tuple[Json, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ModuleContent:
    """Minutes by part; files write them as hours and minutes."""

    key: str
    title: Texts
    hours_origin: str
    aim: Texts = field(default_factory=dict)
    online: int = 0
    in_class: int = 0
    independent: int = 0
    practice: int = 0
    complementary: bool = False
    demonstration: bool = False


@dataclass(frozen=True, kw_only=True)
class PathwayContent:
    key: str
    target: Texts
    means: Texts = field(default_factory=dict)
    other_sector: bool = False
    planned: bool = False
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class AchievementContent:
    key: str
    kind: str
    rule: str
    name: Texts
    description: Texts = field(default_factory=dict)
    criteria: Texts = field(default_factory=dict)
    codes: tuple[Json, ...] = ()
    validity_months: int | None = None
    pathways: tuple[PathwayContent, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ProgrammeContent:
    key: str
    version: str
    status: str
    service_type: str
    name: Texts
    practice_counts: str
    practice_counts_origin: str = "document"
    summary: Texts = field(default_factory=dict)
    audience: Texts = field(default_factory=dict)
    next_steps: Texts = field(default_factory=dict)
    legal_basis: str = ""
    figures: tuple[FigureContent, ...] = ()
    modules: tuple[ModuleContent, ...] = ()
    requirements: tuple[str, ...] = ()
    achievements: tuple[AchievementContent, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PackContent:
    """A whole programme: `standard` may be absent; `rules` by the name of their file."""

    programme: ProgrammeContent
    rules: Mapping[str, Json]
    standard: StandardContent | None = None


def standard_from(data: Json) -> StandardContent:
    """Read `standard.yaml`, already checked against its schema."""
    values = {**data, **_tuples(data, "codes", "classification", "places_of_work", "target_population")}
    values["units"] = tuple(UnitContent(**unit) for unit in data.get("units", ()))
    values["activities"] = tuple(
        ActivityContent(
            key=activity["key"],
            activity_class=activity["class"],
            title=activity["title"],
            units=tuple(activity.get("units", ())),
        )
        for activity in data.get("activities", ())
    )
    return StandardContent(**values)


def programme_from(data: Json) -> ProgrammeContent:
    """Read `programme.yaml`, already checked against its schema."""
    values = {**data, **_tuples(data, "requirements")}
    values["figures"] = tuple(
        FigureContent(**{**figure, **_tuples(figure, "candidates")}) for figure in data.get("figures", ())
    )
    values["modules"] = tuple(_module_from(module) for module in data["modules"])
    values["achievements"] = tuple(_achievement_from(item) for item in data.get("achievements", ()))
    return ProgrammeContent(**values)


def _module_from(data: Json) -> ModuleContent:
    hours = {part: minutes_of(text) for part, text in data["hours"].items()}
    rest = {name: value for name, value in data.items() if name != "hours"}
    return ModuleContent(
        online=hours.get("online", 0),
        in_class=hours.get("class", 0),
        independent=hours.get("independent", 0),
        practice=hours.get("practice", 0),
        **rest,
    )


def _achievement_from(data: Json) -> AchievementContent:
    pathways = tuple(PathwayContent(**pathway) for pathway in data.get("pathways", ()))
    return AchievementContent(**{**data, **_tuples(data, "codes"), "pathways": pathways})


def _tuples(data: Json, *names: str) -> dict[str, tuple[Any, ...]]:
    return {name: tuple(data[name]) for name in names if name in data}


def module_hours(module: ModuleContent) -> dict[str, str]:
    """The hours of a module as files write them, without the parts it does not have."""
    parts = {
        "online": module.online,
        "class": module.in_class,
        "independent": module.independent,
        "practice": module.practice,
    }
    return {part: hours_text(minutes) for part, minutes in parts.items() if minutes}
