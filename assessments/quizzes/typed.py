"""Reading what people type: decimals with a comma or a point, and words without regard to case or accents."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal

NUMBER = re.compile(r"(?P<sign>[-+\u2212]?)(?P<whole>[0-9]{1,12})(?:[.,](?P<part>[0-9]{1,6}))?")
TWO_READINGS = re.compile(r"[-+\u2212]?[1-9][0-9]{0,2}[.,][0-9]{3}")


def number_of(text: str, units: Iterable[str] = ()) -> Decimal | None:
    """The number typed, None where it is none. "2,5", "2.5" and "2.5 ml" (a unit given) are the same number.

    At most 12 figures before the comma and 6 after it; no separators between thousands, no exponents.
    """
    match = NUMBER.fullmatch(_bare(text, units))
    if match is None:
        return None
    sign = "-" if match["sign"] in {"-", "\u2212"} else ""
    return Decimal(f"{sign}{match['whole']}.{match['part'] or '0'}")


def has_two_readings(text: str, units: Iterable[str] = ()) -> bool:
    """Whether "1.500" may mean one and a half or fifteen hundred: the reader is asked, never guessed."""
    return TWO_READINGS.fullmatch(_bare(text, units)) is not None


def _bare(text: str, units: Iterable[str]) -> str:
    bare = text.strip().casefold()
    for unit in sorted((unit.strip().casefold() for unit in units), key=len, reverse=True):
        if unit and bare.endswith(unit):
            return bare.removesuffix(unit).strip()
    return bare


def same_words(text: str) -> str:
    """The form in which two short answers are compared: no case, accents, spaces or closing full stop."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return "".join(letters.casefold().split()).strip(".!?\"'«»“”")
