"""YAML read as plain data that still knows on which line everything stood."""

from collections.abc import Hashable
from typing import Any

import yaml

Path = tuple[str | int, ...]


class Located:
    """Plain data (`data`) and the line of every part of it (`line_of`)."""

    def __init__(self, path: str, data: Any, lines: dict[Path, int]) -> None:
        self.path = path
        self.data = data
        self._lines = lines

    def line_of(self, *place: str | int) -> int:
        """The line of a part, or of the nearest part around it: `line_of("modules", 2, "hours")`."""
        while place and place not in self._lines:
            place = place[:-1]
        return self._lines.get(place, 1)


class RepeatedKey(yaml.YAMLError):
    """A mapping says the same key twice; the first one would silently be lost."""

    def __init__(self, key: str, line: int) -> None:
        super().__init__(key)
        self.key, self.line = key, line


# The C parser reads a pack five times as fast; it is not in every build of PyYAML.
_Safe: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
WORDS = "yYnNoO"  # how yes, no, on and off begin


class _PlainLoader(_Safe):  # type: ignore[misc, valid-type]
    """Safe YAML without surprises: dates stay text, and `yes`, `no`, `on`, `off` stay words."""

    yaml_implicit_resolvers = {
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if tag != "tag:yaml.org,2002:timestamp"
            and not (first in WORDS and tag == "tag:yaml.org,2002:bool")
        ]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def read_located(path: str, text: str) -> Located:
    """Read one YAML document. Raises yaml.YAMLError (with a mark) or RepeatedKey."""
    loader = _PlainLoader(text)
    try:
        node = loader.get_single_node()
        lines: dict[Path, int] = {}
        data = _build(loader, node, (), lines) if node is not None else None
    finally:
        loader.dispose()
    return Located(path, data, lines)


def _build(loader: yaml.SafeLoader, node: yaml.Node, place: Path, lines: dict[Path, int]) -> Any:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        mapping: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            key = str(loader.construct_object(key_node))
            if key in mapping:
                raise RepeatedKey(key, key_node.start_mark.line + 1)
            mapping[key] = _build(loader, value_node, (*place, key), lines)
            lines[(*place, key)] = key_node.start_mark.line + 1
        return mapping
    if isinstance(node, yaml.SequenceNode):
        return [_build(loader, item, (*place, index), lines) for index, item in enumerate(node.value)]
    return loader.construct_object(node, deep=True)
