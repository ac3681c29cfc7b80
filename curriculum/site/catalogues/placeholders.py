"""A translation must name the same values as the sentence it translates, or the page breaks."""

import re

import polib

_PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|\{(\w*)\}|%[sd]")


def same_placeholders(entry: polib.POEntry) -> bool:
    """One form of a plural may leave a value out ("one hour"), but none may name a value of its own."""
    if not entry.msgid_plural:
        return _named(entry.msgid) == _named(entry.msgstr)
    known = _named(entry.msgid) | _named(entry.msgid_plural)
    forms = [_named(form) for form in entry.msgstr_plural.values()]
    return all(form <= known for form in forms) and set().union(*forms) == known


def _named(text: str) -> set[str]:
    return {match.group(0) for match in _PLACEHOLDER.finditer(text)}
