"""How a requirement, which may hold others, is read from a document and written back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from difflib import get_close_matches
from typing import Any

from curriculum.rules.fields import Choice, Field, Json, Key, Reading
from curriculum.rules.messages import gettext_noop
from curriculum.rules.nodes import PracticeMinimum, Requirement
from curriculum.rules.types import Stage

DEEPEST = 32

Check = Callable[[Any, str, Reading], None]


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of one kind of object in a document, and what must hold between them."""

    make: type[Any]
    required: Mapping[str, Field]
    optional: Mapping[str, Field] = field(default_factory=dict)
    check: Check | None = None
    schema_rule: Mapping[str, Json] = field(default_factory=dict)
    """The same check as a piece of JSON Schema, as far as that language can say it."""

    def default(self, name: str) -> Any:
        declared = next(item for item in fields(self.make) if item.name == name)
        return None if declared.default is MISSING else declared.default

    def read(self, document: Mapping[str, Json], path: str, reading: Reading) -> Any:
        """The object, or None where something is wrong with it."""
        before = len(reading.faults)
        self._refuse_unknown(document, path, reading)
        values = {
            name: kind.read(document[name], f"{path}.{name}", reading)
            for name, kind in (*self.required.items(), *self.optional.items())
            if name in document and not self._is_left_out(name, document[name])
        }
        for name in self.required:
            if name not in document:
                reading.fault(path, gettext_noop("“%(field)s” is missing here. Add it."), field=name)
        if len(reading.faults) > before:
            return None
        made = self.make(**values)
        if self.check is not None:
            self.check(made, path, reading)
        return made

    def dump(self, value: Any) -> dict[str, Json]:
        """The document form; a field at its default is left out."""
        required = {name: kind.dump(getattr(value, name)) for name, kind in self.required.items()}
        optional = {
            name: kind.dump(getattr(value, name))
            for name, kind in self.optional.items()
            if getattr(value, name) != self.default(name)
        }
        return required | optional

    def _is_left_out(self, name: str, value: Json) -> bool:
        return value is None and name in self.optional and self.default(name) is None

    def _refuse_unknown(self, document: Mapping[str, Json], path: str, reading: Reading) -> None:
        known = [*self.required, *self.optional]
        for name in document:
            if name != "node" and name not in known:
                reading.fault(
                    f"{path}.{name}",
                    gettext_noop("“%(field)s” is not known here. Remove it, or use one of: %(known)s."),
                    field=name,
                    known=", ".join(known),
                )


SHAPES: dict[str, Shape] = {}
"""Every requirement by its name in a document; `shapes` fills it."""

NAMES: dict[type[Requirement], str] = {}
"""The name of every requirement in documents and findings."""

COMMON_FIELDS: Mapping[str, Field] = {"key": Key(), "deferrable_until": Choice(Stage)}


ORDER: Mapping[Stage, int] = {
    Stage.ADMISSION_TRAINING: 1,
    Stage.ASSESSMENT_CERTIFICATION: 2,
    Stage.AWARD: 3,
    Stage.CERTIFICATE_ISSUE: 3,
    Stage.OCCUPATIONAL_PERFORMANCE: 4,
    Stage.LICENCE: 5,
    Stage.PAIRING: 6,
}
"""Which stage comes first. An award is the certificate, so nothing owed by its issue can be deferred in its rule."""

DEFERRABLE_NEEDS_KEY = {
    "if": {"properties": {"deferrable_until": {"type": "string"}}, "required": ["deferrable_until"]},
    "then": {"required": ["key"]},
}


def declare(
    name: str,
    make: type[Requirement],
    required: Mapping[str, Field],
    optional: Mapping[str, Field] | None = None,
    check: Check | None = None,
    schema_rule: Mapping[str, Json] | None = None,
) -> None:
    """Make a requirement known under `name`."""
    SHAPES[name] = Shape(make, required, {**(optional or {}), **COMMON_FIELDS}, check, schema_rule or {})
    NAMES[make] = name


def read_node(value: Json, path: str, reading: Reading) -> Any:
    """The requirement at `path`, or None where something is wrong with it."""
    if not isinstance(value, Mapping) or not isinstance(value.get("node"), str):
        reading.fault(
            path, gettext_noop('A requirement is an object with its kind, as in {"node": "all_of", …}.')
        )
        return None
    if value["node"] not in SHAPES:
        _refuse_kind(value["node"], f"{path}.node", reading)
        return None
    if reading.depth >= DEEPEST:
        reading.fault(path, gettext_noop("The requirements are nested too deep. Use fewer levels."))
        return None
    reading.depth += 1
    made = SHAPES[value["node"]].read(value, path, reading)
    reading.depth -= 1
    if made is not None:
        _check_labels(made, path, reading)
    return made


def _refuse_kind(kind: str, path: str, reading: Reading) -> None:
    close = get_close_matches(kind, SHAPES, n=1)
    if close:
        message = gettext_noop("There is no requirement of the kind “%(kind)s”. Did you mean “%(close)s”?")
        reading.fault(path, message, kind=kind, close=close[0])
    else:
        message = gettext_noop("There is no requirement of the kind “%(kind)s”. Use one of: %(known)s.")
        reading.fault(path, message, kind=kind, known=", ".join(SHAPES))


def _check_labels(made: Requirement, path: str, reading: Reading) -> None:
    _claim_key(made.key, path, reading)
    if made.deferrable_until is None:
        return
    if not made.key:
        reading.fault(path, gettext_noop("A requirement that may be deferred needs a “key”. Add one."))
    if reading.stage and ORDER[made.deferrable_until] <= ORDER[Stage(reading.stage)]:
        message = gettext_noop(
            "It cannot be deferred to “%(stage)s”: that is not after the stage of these rules."
        )
        reading.fault(f"{path}.deferrable_until", message, stage=made.deferrable_until)


def _claim_key(key: str, path: str, reading: Reading) -> None:
    if key in reading.keys:
        reading.fault(
            f"{path}.key", gettext_noop("The key “%(key)s” is used twice. Choose another."), key=key
        )
    if key:
        reading.keys.add(key)


class NodeField(Field):
    """One requirement."""

    def read(self, value: Json, path: str, reading: Reading) -> Any:
        return read_node(value, path, reading)

    def dump(self, value: Requirement) -> Json:
        name = NAMES[type(value)]
        return {"node": name, **SHAPES[name].dump(value)}

    def schema(self) -> dict[str, Json]:
        return {"$ref": "#/$defs/node"}


class NodeList(Field):
    """Several requirements, at least one: an empty list is not the statement that nothing is asked."""

    def read(self, value: Json, path: str, reading: Reading) -> tuple[Any, ...] | None:
        if not isinstance(value, list) or not value:
            message = gettext_noop(
                "Write a list with at least one requirement. "
                "Where nothing is asked, say so with “no_requirement”."
            )
            reading.fault(path, message)
            return None
        return tuple(read_node(item, f"{path}[{place}]", reading) for place, item in enumerate(value))

    def dump(self, value: Iterable[Requirement]) -> Json:
        return [NodeField().dump(member) for member in value]

    def schema(self) -> dict[str, Json]:
        return {"type": "array", "items": NodeField().schema(), "minItems": 1}


@dataclass(frozen=True, slots=True)
class MinimumList(Field):
    """The minima of practice hours."""

    shape: Shape

    def read(self, value: Json, path: str, reading: Reading) -> tuple[Any, ...] | None:
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            reading.fault(path, gettext_noop("Write a list of minima here, each an object with its minutes."))
            return None
        read = tuple(self.shape.read(item, f"{path}[{place}]", reading) for place, item in enumerate(value))
        for place, minimum in enumerate(read):
            if minimum is not None:
                _claim_key(minimum.key, f"{path}[{place}]", reading)
        return read

    def dump(self, value: Iterable[PracticeMinimum]) -> Json:
        return [self.shape.dump(minimum) for minimum in value]

    def schema(self) -> dict[str, Json]:
        return {"type": "array", "items": object_schema(self.shape)}


def object_schema(shape: Shape, **fixed: Json) -> dict[str, Json]:
    """The JSON Schema of one kind of object; an optional field without default may be null."""
    optional = {
        name: {"anyOf": [kind.schema(), {"type": "null"}]} if shape.default(name) is None else kind.schema()
        for name, kind in shape.optional.items()
    }
    required = {name: kind.schema() for name, kind in shape.required.items()}
    return {
        "type": "object",
        "properties": {**fixed, **required, **optional},
        "required": [*fixed, *shape.required],
        "additionalProperties": False,
        "allOf": [DEFERRABLE_NEEDS_KEY, shape.schema_rule],
    }
