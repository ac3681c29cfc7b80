"""The code of an award as people write it: in groups of four, in small letters, with or without strokes."""

import re

from ..models import CODE_ALPHABET, CODE_LENGTH

GROUP = 4
_BETWEEN = re.compile(r"[\s\-–—.]+")
_ADDRESS = re.compile(r".*/v/")


def grouped(code: str) -> str:
    """`ABCDEFGHJKMN` → `ABCD-EFGH-JKMN`: easier to read aloud and to type."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def code_from(typed: str) -> str | None:
    """The code that somebody typed, read from paper or scanned as an address; None if it cannot be one."""
    last = _ADDRESS.sub("", typed.strip()).rstrip("/")
    code = _BETWEEN.sub("", last).upper()
    return code if len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET) else None
