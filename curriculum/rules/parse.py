"""Between a rule-set document (JSON or YAML, already loaded) and its nodes, and the digest that pins it."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from curriculum.rules.fields import Choice, Json, Reading
from curriculum.rules.messages import gettext_noop
from curriculum.rules.nodes import SCHEMA, RuleSet
from curriculum.rules.shapes import REQUIREMENT
from curriculum.rules.types import RuleError, Stage


def parse_rule_set(document: Mapping[str, Json]) -> RuleSet:
    """Read a rule set. Raises RuleError with every fault at once, each with its JSON path."""
    reading = Reading()
    if not isinstance(document, Mapping):
        reading.fault("$", gettext_noop("A rule set is an object with “schema”, “stage” and “root”."))
        raise RuleError(reading.faults)
    stage = _read_header(document, reading)
    reading.stage = stage or ""
    root: Any = REQUIREMENT.read(document["root"], "$.root", reading) if "root" in document else None
    if reading.faults:
        raise RuleError(reading.faults)
    return RuleSet(stage=stage, root=root)


def _read_header(document: Mapping[str, Json], reading: Reading) -> Any:
    for name in ("schema", "stage", "root"):
        if name not in document:
            reading.fault("$", gettext_noop("“%(field)s” is missing here. Add it."), field=name)
    for name in document:
        if name not in ("schema", "stage", "root"):
            message = gettext_noop("“%(field)s” is not known here. Remove it, or use one of: %(known)s.")
            reading.fault(f"$.{name}", message, field=name, known="schema, stage, root")
    if document.get("schema", SCHEMA) != SCHEMA:
        reading.fault("$.schema", gettext_noop("Write “%(schema)s” here."), schema=SCHEMA)
    if "stage" not in document:
        return None
    return Choice(Stage).read(document["stage"], "$.stage", reading)


def dump_rule_set(rule_set: RuleSet) -> dict[str, Json]:
    """The document of a rule set; what stands at its default is left out."""
    return {"schema": rule_set.schema, "stage": rule_set.stage.value, "root": REQUIREMENT.dump(rule_set.root)}


def canonical_json(document: Mapping[str, Json]) -> str:
    """One spelling for each document: sorted names, no blanks."""
    return json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def digest(document: Mapping[str, Json]) -> str:
    """`sha256:…` of the canonical JSON: the same for any order of the names in the document."""
    return "sha256:" + hashlib.sha256(canonical_json(document).encode()).hexdigest()
