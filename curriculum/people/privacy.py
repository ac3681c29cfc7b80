"""Free text is looked at before it is stored: it must not carry what identifies a person. Pure.

It prefers a rewrite too many to a number too few, but leaves times, dates, doses and blood pressures alone.
"""

import re
import unicodedata
from enum import StrEnum


class Identifier(StrEnum):
    """What a text must not contain."""

    DOCUMENT = "document"
    PHONE = "phone"
    EMAIL = "email"
    NAME = "name"


E_MAIL = re.compile(
    r"[\w.+-]+ ?(?:@|\(at\)|\[at\]| arroba ) ?[\w-]+(?:(?:\.| punto | ponto | dot )[\w-]+)+", re.IGNORECASE
)
# A word for a document and a number soon after it; short numbers count here, because the word says what they are.
NAMED_DOCUMENT = re.compile(
    r"\b(?:c\.? ?i\.?|c[eé]dula|d\.?n\.?i\.?|d\.?u\.?i\.?|r\.?u\.?[tn]\.?|r\.?g\.?|c\.?p\.?f\.?|documento|"
    r"pasaporte|passaporte|passport|passeport|carn[eé]t?)\b\W*(?:\w+\W+){0,3}?[A-Z]{0,3}[ .-]?\d(?:[ .-]?\d){3,}",
    re.IGNORECASE,
)
LETTERED_NUMBER = re.compile(r"\b[A-Z]{1,3}[ -]?\d{6,9}\b")
DATE = re.compile(r"\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))\b")
NUMBER = re.compile(r"\+?\(?\d(?:[ ().-]{0,2}\d)*")
PARTS = re.compile(r"\d+")
# 1.234.567-8, 12.345.678-9, 123.456.789-00: how documents of the region are written.
DOCUMENT_SHAPE = re.compile(r"\d{1,3}(?:\.\d{3})+(?:-[\dkK]{1,2})?|\d{7,9}-[\dkK]{1,2}")

# "Doña Elsa", "la Sra. Pérez", "seu João", "Mrs Lee", "Mme Dupont": whoever is spoken of like this is somebody.
COURTEOUS_NAME = re.compile(
    r"\b(?i:do[ñn]a|don|se[ñn]or(?:a|ita)?|sr(?:a|ta)?\.?|dona|seu|mrs?\.?|ms\.?|miss|mme|madame|monsieur)"
    r" +[A-ZÁÉÍÓÚÑÂÊÔÃÕÇÀÈ][a-záéíóúñâêôãõçàè]+"
)

FEWEST_DIGITS = 7
LONE_PAIRS = 9  # pulses and pressures come in short groups; nine digits in a row of pairs are a phone


def identifiers_in(text: str) -> frozenset[Identifier]:
    """The kinds of identifying data that a text seems to contain."""
    plain = unicodedata.normalize("NFKC", text)
    found = set()
    if E_MAIL.search(plain):
        found.add(Identifier.EMAIL)
    if NAMED_DOCUMENT.search(plain) or LETTERED_NUMBER.search(plain):
        found.add(Identifier.DOCUMENT)
    if COURTEOUS_NAME.search(plain):
        found.add(Identifier.NAME)
    for number in NUMBER.findall(DATE.sub(" · ", plain)):
        kind = _kind_of(number)
        if kind:
            found.add(kind)
    return frozenset(found)


def _kind_of(number: str) -> Identifier | None:
    parts = PARTS.findall(number)
    digits = sum(map(len, parts))
    if digits < FEWEST_DIGITS or (digits < LONE_PAIRS and max(map(len, parts)) < 3):
        return None
    return Identifier.DOCUMENT if DOCUMENT_SHAPE.fullmatch(number.strip()) else Identifier.PHONE
