"""Content as the plain data of a file; what stands at its default is left out."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from .content import AchievementContent, ModuleContent, ProgrammeContent, StandardContent, module_hours


def standard_data(content: StandardContent) -> dict[str, Any]:
    data = _stated(content)
    data["units"] = [_stated(unit) for unit in content.units]
    data["activities"] = [
        {
            "key": activity.key,
            "class": activity.activity_class,
            "units": list(activity.units),
            "title": dict(activity.title),
        }
        for activity in content.activities
    ]
    return data


def programme_data(content: ProgrammeContent) -> dict[str, Any]:
    data = _stated(content)
    data["figures"] = [_stated(figure) for figure in content.figures]
    data["modules"] = [_module_data(module) for module in content.modules]
    data["achievements"] = [_achievement_data(achievement) for achievement in content.achievements]
    return data


def _module_data(module: ModuleContent) -> dict[str, Any]:
    parts = {"online", "in_class", "independent", "practice"}
    stated = {name: value for name, value in _stated(module).items() if name not in parts}
    return {**stated, "hours": module_hours(module)}


def _achievement_data(achievement: AchievementContent) -> dict[str, Any]:
    data = _stated(achievement)
    if achievement.pathways:
        data["pathways"] = [_stated(pathway) for pathway in achievement.pathways]
    return data


def _stated(content: Any) -> dict[str, Any]:
    """The fields that say something other than their default, tuples as lists."""
    return {
        field.name: _plain(getattr(content, field.name))
        for field in fields(content)
        if getattr(content, field.name) != _default(field)
    }


def _default(field: Any) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value
