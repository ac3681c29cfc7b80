"""The shape of a pack's files as JSON Schema, and its faults in plain words."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_noop
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from curriculum.packs.faults import PackFault
from curriculum.packs.located import Located
from curriculum.standards import enums

KEY = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80}
NAME = {"type": "string", "pattern": "^[a-z0-9]+([-_][a-z0-9]+)*$", "maxLength": 60}
TEXT = {"type": "string"}
LANGUAGE_CODE = "^[a-z]{2}(-[A-Za-z]{2,4})?$"
TEXTS = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": LANGUAGE_CODE},
    "additionalProperties": {"type": "string", "minLength": 1},
}
HOURS = {"type": "string", "pattern": r"^\d{1,5}:[0-5]\d$"}
DECIMAL = {"type": "string", "pattern": r"^\d{1,9}(\.\d{1,3})?$"}
OBJECTS = {"type": "array", "items": {"type": "object"}}


def one_of(choices: type[Any]) -> dict[str, Any]:
    return {"enum": list(choices.values)}


def list_of(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def shape(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


PACK = shape(
    {"schema": {"const": "cuidar/pack/1"}, "key": KEY, "version": TEXT, "languages": list_of(TEXT)},
    {"content_languages": list_of(TEXT), "sources": OBJECTS},
)

UNIT = shape({"key": KEY, "title": TEXTS}, {"description": TEXTS, "transversal": {"type": "boolean"}})
ACTIVITY = shape({"key": KEY, "class": one_of(enums.ActivityClass), "title": TEXTS}, {"units": list_of(KEY)})
STANDARD = shape(
    {"key": KEY, "version": TEXT, "status": one_of(enums.Status), "name": TEXTS},
    {
        "general_competence": TEXTS,
        "includes": TEXTS,
        "excludes": TEXTS,
        "codes": OBJECTS,
        "classification": OBJECTS,
        "level": {"type": "object"},
        "places_of_work": list_of(TEXT),
        "target_population": list_of(TEXT),
        "legal_basis": TEXT,
        "units_origin": one_of(enums.Origin),
        "units": list_of(UNIT),
        "activities_origin": one_of(enums.Origin),
        "activities": list_of(ACTIVITY),
    },
)

FIGURE = shape(
    {"name": NAME, "unit": TEXT, "origin": one_of(enums.Origin)},
    {
        "amount": DECIMAL,
        "null_reason": one_of(enums.NullReason),
        "source": TEXT,
        "line": {"type": "integer", "minimum": 1},
        "quote": TEXT,
        "candidates": OBJECTS,
    },
) | {"oneOf": [{"required": ["amount"]}, {"required": ["null_reason"]}]}
MODULE = shape(
    {
        "key": KEY,
        "title": TEXTS,
        "hours_origin": one_of(enums.Origin),
        "hours": shape({}, {"online": HOURS, "class": HOURS, "independent": HOURS, "practice": HOURS}),
    },
    {"aim": TEXTS, "complementary": {"type": "boolean"}, "demonstration": {"type": "boolean"}},
)
PATHWAY = shape(
    {"key": KEY, "target": TEXTS},
    {
        "means": TEXTS,
        "other_sector": {"type": "boolean"},
        "planned": {"type": "boolean"},
        "source": TEXT,
    },
)
ACHIEVEMENT = shape(
    {"key": KEY, "kind": one_of(enums.AchievementKind), "rule": KEY, "name": TEXTS},
    {
        "description": TEXTS,
        "criteria": TEXTS,
        "codes": OBJECTS,
        "validity_months": {"type": "integer", "minimum": 1},
        "pathways": list_of(PATHWAY),
    },
)
PROGRAMME = shape(
    {
        "key": KEY,
        "version": TEXT,
        "status": one_of(enums.Status),
        "service_type": one_of(enums.ServiceType),
        "name": TEXTS,
        "practice_counts": one_of(enums.PracticeCounts),
        "modules": list_of(MODULE),
    },
    {
        "practice_counts_origin": one_of(enums.Origin),
        "summary": TEXTS,
        "audience": TEXTS,
        "next_steps": TEXTS,
        "legal_basis": TEXT,
        "figures": list_of(FIGURE),
        "requirements": list_of(KEY),
        "achievements": list_of(ACHIEVEMENT),
    },
)


def shape_faults(located: Located, schema: dict[str, Any]) -> Iterator[PackFault]:
    """Everything in which a file differs from its shape, with the line and what to do."""
    for error in Draft202012Validator(schema).iter_errors(located.data):
        place = list(error.absolute_path)
        message, values = _in_words(error)
        yield PackFault(located.path, located.line_of(*place), message, values)


def _in_words(error: ValidationError) -> tuple[str, tuple[tuple[str, str], ...]]:
    where = str(error.absolute_path[-1]) if error.absolute_path else ""
    rule: str = str(error.validator)
    expected: Any = error.validator_value
    schema: Any = error.schema
    instance: Any = error.instance
    if rule == "required":
        absent = next((name for name in expected if name not in instance), "")
        return gettext_noop("“%(field)s” is missing here. Add it."), (("field", absent),)
    if rule == "additionalProperties":
        strange = ", ".join(sorted(set(instance) - set(schema["properties"])))
        return gettext_noop("“%(field)s” is not known here. Remove it or correct its spelling."), (
            ("field", strange),
        )
    if rule in {"enum", "const"}:
        allowed = ", ".join(map(str, expected)) if rule == "enum" else str(expected)
        return gettext_noop("“%(field)s” must be one of: %(allowed)s."), (
            ("field", where),
            ("allowed", allowed),
        )
    if rule == "type":
        return gettext_noop("“%(field)s” must be of the kind %(kind)s."), (
            ("field", where),
            ("kind", str(expected)),
        )
    if rule == "oneOf":
        return gettext_noop("A figure has either an “amount” or a “null_reason”. Give one of the two."), ()
    return gettext_noop("“%(field)s” is not written as expected: %(found)s."), (
        ("field", where),
        ("found", repr(instance)[:80]),
    )
