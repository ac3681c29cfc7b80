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


def two_readings(text: str, units: Iterable[str] = ()) -> tuple[str, str] | None:
    """The two ways of writing "1.500" without doubt, ("1500", "1.5000"); None where there is no doubt.

    Some readers part thousands with it, others decimals: they are asked, never guessed.
    """
    bare = _bare(text, units)
    if TWO_READINGS.fullmatch(bare) is None:
        return None
    return bare.replace(".", "").replace(",", ""), f"{bare}0"


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
