"""A pack with some of its figures replaced, for one case."""

from collections.abc import Mapping
from typing import Any

from curriculum.packs.folder import PackFolder
from curriculum.packs.located import Located


class OverriddenFolder(PackFolder):
    """Reads like the pack, except where the case says otherwise; `overrides` is `{file: partial content}`."""

    def __init__(self, folder: PackFolder, overrides: Mapping[str, Any]) -> None:
        super().__init__(folder.root)
        self._overrides = overrides

    def document(self, path: str) -> Located:
        located = super().document(path)
        if path not in self._overrides:
            return located
        return Located(path, merged(located.data, self._overrides[path]), {(): 1})


def merged(whole: Any, part: Any) -> Any:
    """`part` laid over `whole`: mappings field by field, lists of keyed things by their key, the rest replaced."""
    if isinstance(whole, Mapping) and isinstance(part, Mapping):
        return {**whole, **{key: merged(whole.get(key), value) for key, value in part.items()}}
    if _is_keyed(whole) and _is_keyed(part):
        changes = {_key(item): item for item in part}
        kept = [merged(item, changes.pop(_key(item), {})) for item in whole]
        return kept + list(changes.values())
    return part


def _is_keyed(rows: Any) -> bool:
    return isinstance(rows, list) and bool(rows) and all(isinstance(r, Mapping) and _key(r) for r in rows)


def _key(row: Mapping[str, Any]) -> Any:
    name = row.get("name")
    return row.get("key") or (name if isinstance(name, str) else None)
