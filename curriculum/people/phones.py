"""Phone numbers as people write them, and the one form in which two of them can be compared."""

from collections.abc import Iterable

import phonenumbers
from django.core.cache import cache
from phonenumbers import NumberParseException, PhoneNumberFormat

from curriculum.standards.models import Institution

REMEMBERED = 600  # seconds
SIGNS = frozenset("0123456789 +-./()\N{NO-BREAK SPACE}")


def international(written: str, country: str = "") -> str:
    """A number in E.164 form (`+59899123456`), or "" where it is none.

    `country` (two letters) is taken for a number without its own; numbers of every country are understood.
    """
    if not written or not set(written) <= SIGNS:
        return ""
    try:
        number = phonenumbers.parse(written, country.upper() or None)
    except NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def numbers_meant_by(written: str) -> set[str]:
    """Every number that somebody may mean who leaves out the country: one for each country that we work in."""
    return {number for country in countries() if (number := international(written, country))}


def countries() -> Iterable[str]:
    """The countries of the institutions here, remembered for ten minutes."""
    return cache.get_or_set("curriculum:countries", _countries, REMEMBERED) or ()


def _countries() -> list[str]:
    return sorted(set(Institution.objects.values_list("country", flat=True)))


def country_of(written: str) -> str | None:
    """The country of ours in which this is a phone number that can exist; None where it is none.

    A number with its own country code needs no country of ours: it answers "".
    """
    if not written or not set(written) <= SIGNS:
        return None
    for country in ["", *countries()]:
        try:
            number = phonenumbers.parse(written, country or None)
        except NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return country
    return None
