"""The kinds of value that stand in a rule-set document: how each is read, written and described.

One declaration serves the parser, the writer and the JSON Schema, so the three cannot drift apart.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from curriculum.rules.messages import gettext_noop
from curriculum.rules.nodes import Disputed, NotStated
from curriculum.rules.types import Candidate, Fault

Json = Any
LARGEST_FIGURE = 10_000_000
KEY_PATTERN = r"^\S{1,200}$"
DECIMAL_PATTERN = r"^(?!0+(\.0+)?$)[0-9]{1,8}(\.[0-9]{1,4})?$"


@dataclass(slots=True)
class Reading:
    """What one pass over a document has met so far: its faults and the keys it gave."""

    faults: list[Fault] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    depth: int = 0
    stage: str = ""

    def fault(self, path: str, message: str, **values: object) -> None:
        named = tuple((name, str(value)) for name, value in values.items())
        self.faults.append(Fault(path, message, named))


class Field(ABC):
    """A kind of value. `read` notes what is wrong and then returns None."""

    @abstractmethod
    def read(self, value: Json, path: str, reading: Reading) -> Any: ...

    @abstractmethod
    def schema(self) -> dict[str, Json]: ...

    def dump(self, value: Any) -> Json:
        return value


class Key(Field):
    """The stable key of something: a module, a unit, a document."""

    def read(self, value: Json, path: str, reading: Reading) -> str | None:
        if isinstance(value, str) and re.match(KEY_PATTERN, value):
            return value
        reading.fault(path, gettext_noop("Write a key here: a short name without spaces."))
        return None

    def schema(self) -> dict[str, Json]:
        return {"type": "string", "pattern": KEY_PATTERN}


class Keys(Field):
    """Several different keys, at least one."""

    def read(self, value: Json, path: str, reading: Reading) -> tuple[str, ...] | None:
        if not isinstance(value, list) or not value:
            reading.fault(path, gettext_noop("Write a list of keys here, with at least one."))
            return None
        read = [Key().read(item, f"{path}[{place}]", reading) for place, item in enumerate(value)]
        keys = tuple(key for key in read if key is not None)
        if len(set(keys)) < len(keys):
            reading.fault(
                path, gettext_noop("Each key may stand only once in this list. Remove the repeated one.")
            )
        return keys

    def dump(self, value: tuple[str, ...]) -> Json:
        return list(value)

    def schema(self) -> dict[str, Json]:
        return {"type": "array", "items": Key().schema(), "minItems": 1, "uniqueItems": True}


class MinutesByKey(Field):
    """Minutes of several keys, at least one: an object of whole numbers."""

    def read(self, value: Json, path: str, reading: Reading) -> tuple[tuple[str, int], ...] | None:
        if not isinstance(value, Mapping) or not value:
            reading.fault(path, gettext_noop("Write keys with their minutes here, with at least one."))
            return None
        read = [
            (Key().read(key, path, reading), self._minutes(minutes, f"{path}.{key}", reading))
            for key, minutes in sorted(value.items())
        ]
        return tuple((key, minutes) for key, minutes in read if key is not None and minutes is not None)

    def _minutes(self, value: Json, path: str, reading: Reading) -> int | None:
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= LARGEST_FIGURE:
            return value
        reading.fault(
            path,
            gettext_noop("Write a whole number from 1 to %(largest)s here, without quotes."),
            largest=LARGEST_FIGURE,
        )
        return None

    def dump(self, value: tuple[tuple[str, int], ...] | None) -> Json:
        return None if value is None else dict(value)

    def schema(self) -> dict[str, Json]:
        return {
            "type": "object",
            "propertyNames": {"pattern": KEY_PATTERN},
            "additionalProperties": {"type": "integer", "minimum": 1, "maximum": LARGEST_FIGURE},
            "minProperties": 1,
        }


@dataclass(frozen=True, slots=True)
class Choice(Field):
    """One of a few words."""

    words: type[StrEnum]

    def read(self, value: Json, path: str, reading: Reading) -> StrEnum | None:
        if isinstance(value, str) and value in set(self.words):
            return self.words(value)
        known = ", ".join(self.words)
        reading.fault(path, gettext_noop("Write one of these words here: %(known)s."), known=known)
        return None

    def dump(self, value: StrEnum) -> Json:
        return value.value

    def schema(self) -> dict[str, Json]:
        return {"enum": [word.value for word in self.words]}


@dataclass(frozen=True, slots=True)
class Whole(Field):
    """A whole figure of 1 or more, or the admission that it is disputed or not stated."""

    largest: int = LARGEST_FIGURE

    def read(self, value: Json, path: str, reading: Reading) -> Any:
        if isinstance(value, Mapping):
            return self._read_open(value, path, reading)
        return self._read_number(value, path, reading)

    def _read_number(self, value: Json, path: str, reading: Reading) -> int | Decimal | None:
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= self.largest:
            return value
        reading.fault(
            path,
            gettext_noop("Write a whole number from 1 to %(largest)s here, without quotes."),
            largest=self.largest,
        )
        return None

    def _read_open(
        self, value: Mapping[str, Json], path: str, reading: Reading
    ) -> Disputed | NotStated | None:
        if dict(value) == {"not_stated": True}:
            return NotStated()
        listed = value.get("disputed")
        if set(value) != {"disputed"} or not isinstance(listed, list) or len(listed) < 2:
            reading.fault(
                path,
                gettext_noop(
                    'Write a number, {"not_stated": true}, or {"disputed": [...]} with at least two figures, '
                    "each with its source."
                ),
            )
            return None
        read = [self._read_candidate(item, f"{path}.disputed[{n}]", reading) for n, item in enumerate(listed)]
        candidates = tuple(candidate for candidate in read if candidate is not None)
        if len({candidate.value for candidate in candidates}) < len(candidates):
            reading.fault(path, gettext_noop("The disputed figures must differ. Remove the repeated one."))
        return Disputed(candidates)

    def _read_candidate(self, item: Json, path: str, reading: Reading) -> Candidate | None:
        if not isinstance(item, Mapping) or not {"value", "source"} <= set(item) <= {
            "value",
            "source",
            "line",
        }:
            reading.fault(
                path, gettext_noop("A disputed figure has a value, a source and, if known, a line.")
            )
            return None
        value = self._read_number(item["value"], f"{path}.value", reading)
        source, line = item["source"], item.get("line")
        if not isinstance(source, str) or not source.strip():
            reading.fault(
                f"{path}.source", gettext_noop("Name the place in the document where the figure stands.")
            )
            return None
        if line is not None and (not isinstance(line, int) or isinstance(line, bool) or line < 1):
            reading.fault(f"{path}.line", gettext_noop("Write the number of the line, or leave it out."))
            return None
        return None if value is None else Candidate(value, source, line)

    def dump(self, value: Any) -> Json:
        if isinstance(value, NotStated):
            return {"not_stated": True}
        if isinstance(value, Disputed):
            return {"disputed": [self._dump_candidate(candidate) for candidate in value.candidates]}
        return str(value) if isinstance(value, Decimal) else value

    def _dump_candidate(self, candidate: Candidate) -> Json:
        dumped = {"value": self.dump(candidate.value), "source": candidate.source}
        return dumped if candidate.line is None else dumped | {"line": candidate.line}

    def schema(self) -> dict[str, Json]:
        candidate = {
            "type": "object",
            "properties": {
                "value": self._number_schema(),
                "source": {"type": "string", "pattern": r"\S"},
                "line": {"type": ["integer", "null"], "minimum": 1},
            },
            "required": ["value", "source"],
            "additionalProperties": False,
        }
        disputed = {"type": "array", "items": candidate, "minItems": 2, "uniqueItems": True}
        return {
            "anyOf": [
                self._number_schema(),
                _object_of("not_stated", {"const": True}),
                _object_of("disputed", disputed),
            ]
        }

    def _number_schema(self) -> dict[str, Json]:
        return {"type": "integer", "minimum": 1, "maximum": self.largest}


@dataclass(frozen=True, slots=True)
class Exact(Whole):
    """A figure that may have decimals, written in quotes: "1.5". A binary fraction is refused."""

    def _read_number(self, value: Json, path: str, reading: Reading) -> int | Decimal | None:
        if isinstance(value, str) and re.match(DECIMAL_PATTERN, value):
            return Decimal(value)
        if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= self.largest:
            return value
        reading.fault(
            path,
            gettext_noop('Write a number above 0 here; put a number with decimals in quotes, as in "1.5".'),
        )
        return None

    def _number_schema(self) -> dict[str, Json]:
        whole = {"type": "integer", "minimum": 1, "maximum": self.largest}
        return {"anyOf": [whole, {"type": "string", "pattern": DECIMAL_PATTERN}]}


def _object_of(name: str, value: dict[str, Json]) -> dict[str, Json]:
    return {"type": "object", "properties": {name: value}, "required": [name], "additionalProperties": False}
