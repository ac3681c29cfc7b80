"""Hours as packs write them, `"13:30"`, and as the database keeps them: whole minutes."""

import re

HOURS = re.compile(r"(?P<hours>\d{1,5}):(?P<minutes>[0-5]\d)")


def minutes_of(text: str) -> int:
    """Minutes of `"13:30"`. Raises ValueError for anything else."""
    match = HOURS.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return int(match["hours"]) * 60 + int(match["minutes"])


def hours_text(minutes: int) -> str:
    """`"13:30"` of 810 minutes."""
    return f"{minutes // 60}:{minutes % 60:02d}"
