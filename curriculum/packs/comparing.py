"""How two contents differ, one line a difference."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from .content import PackContent, StandardContent

ABSENT = "—"


def differences(
    published: PackContent | StandardContent, offered: PackContent | StandardContent
) -> list[str]:
    """Lines such as `programme.modules[levelling].online: 40 → 45`; empty when both say the same."""
    return _compare("", asdict(published), asdict(offered))


def _compare(place: str, old: Any, new: Any) -> list[str]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return [
            line
            for key in sorted({*old, *new}, key=str)
            for line in _compare(f"{place}.{key}".lstrip("."), old.get(key, ABSENT), new.get(key, ABSENT))
        ]
    if isinstance(old, list | tuple) and isinstance(new, list | tuple):
        return _compare_rows(place, _by_key(old), _by_key(new))
    return [] if old == new else [f"{place}: {old} → {new}"]


def _compare_rows(place: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    lines = [
        line
        for key in [*old, *(key for key in new if key not in old)]
        for line in _compare(f"{place}[{key}]", old.get(key, ABSENT), new.get(key, ABSENT))
    ]
    if not lines and list(old) != list(new):
        return [f"{place}: {', '.join(old)} → {', '.join(new)}"]
    return lines


def _by_key(rows: list[Any] | tuple[Any, ...]) -> dict[str, Any]:
    """Rows by their own key or name, else by their place."""
    return {
        str(row.get("key", row.get("name", index))) if isinstance(row, Mapping) else str(index): row
        for index, row in enumerate(rows)
    }
