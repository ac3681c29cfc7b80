"""A finding as plain JSON and back: it is frozen with the award it earned.

Fields at their default are left out. Decimals are strings, so that no reader turns them into binary
fractions; minutes and counts are numbers.
"""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from curriculum.rules.types import Basis, Candidate, Finding, Missing, MissingCode, State, Unit

Json = Any


def finding_to_json(finding: Finding) -> dict[str, Json]:
    """Plain dictionaries, lists, strings and integers."""
    return _plain_fields(finding)


def finding_from_json(document: Mapping[str, Json]) -> Finding:
    """The finding again. Raises KeyError or ValueError where the document is not one of `finding_to_json`."""
    return Finding(
        node=document["node"],
        state=State(document["state"]),
        key=document.get("key", ""),
        have=_amount(document.get("have")),
        need=_amount(document.get("need")),
        unit=Unit(document.get("unit", "")),
        evidence=tuple(document.get("evidence", ())),
        missing=_all_missing(document.get("missing", ())),
        owed=_all_missing(document.get("owed", ())),
        children=tuple(finding_from_json(child) for child in document.get("children", ())),
        basis=Basis(document.get("basis", Basis.EVIDENCE)),
        dated=date.fromisoformat(document["dated"]) if "dated" in document else None,
        about=tuple(document.get("about", ())),
    )


def _all_missing(documents: Json) -> tuple[Missing, ...]:
    return tuple(_missing(document) for document in documents)


def _missing(document: Mapping[str, Json]) -> Missing:
    return Missing(
        code=MissingCode(document["code"]),
        subject=document.get("subject", ""),
        amount=_amount(document.get("amount")),
        unit=Unit(document.get("unit", "")),
        also=tuple(document.get("also", ())),
        setting=document.get("setting", ""),
        activity=document.get("activity", ""),
        method=document.get("method", ""),
        owed_by=document.get("owed_by", ""),
        candidates=tuple(_candidate(item) for item in document.get("candidates", ())),
        options=tuple(_all_missing(option) for option in document.get("options", ())),
    )


def _candidate(document: Mapping[str, Json]) -> Candidate:
    value = document["value"]
    return Candidate(
        Decimal(value) if isinstance(value, str) else value, document["source"], document.get("line")
    )


def _amount(value: Json) -> int | Decimal | None:
    return Decimal(value) if isinstance(value, str) else value


def _plain_fields(value: Finding | Missing | Candidate) -> dict[str, Json]:
    stated = ((item.name, getattr(value, item.name), item.default) for item in fields(value))
    return {name: _plain(content) for name, content, default in stated if content != default}


def _plain(value: Any) -> Json:
    if isinstance(value, Finding | Missing | Candidate):
        return _plain_fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value
