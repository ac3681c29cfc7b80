"""Sentences and words of a plain text, as they are read aloud.

A line ends a sentence, so that headings and the items of a list are not run together. A full stop ends one too,
but not after an abbreviation, between figures (14.30, 1.500) or after an initial.
"""

import re
from collections.abc import Iterator

# What is written short, and its syllables when it is read aloud. A full stop after an abbreviation is its own.
ABBREVIATIONS = {
    "sr": 2,  # señor
    "sra": 3,  # señora
    "srta": 4,  # señorita
    "dr": 2,  # doctor
    "dra": 3,  # doctora
    "lic": 4,  # licenciado
    "prof": 3,  # profesor
    "ud": 2,  # usted
    "uds": 3,  # ustedes
    "p": 2,  # página; "p. ej." is por ejemplo
    "pág": 3,
    "ej": 3,
    "núm": 3,
    "art": 4,
    "tel": 4,
    "av": 4,
    "dept": 5,
    "aprox": 6,
    "etc": 4,
}
# Units are written without a full stop, so one that follows ends the sentence.
UNITS = {"cm": 5, "mm": 5, "km": 4, "m": 2, "mg": 4, "g": 2, "kg": 4, "ml": 4, "l": 2, "h": 2, "min": 3}
ENDS_A_SENTENCE_TOO = {"etc"}

TOKEN = re.compile(
    r"""
    (?P<number>\d+(?:[.,:/]\d+)*)
  | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
  | (?P<stop>[.!?…]+)
    """,
    re.VERBOSE,
)
LIST_MARK = re.compile(r"^\s*(?:[-*•–]|\d+[.)])\s+")


def sentences(text: str) -> list[list[str]]:
    """The sentences of a text, each as its words and numbers in order; without those that have no word."""
    found = (sentence for line in text.splitlines() for sentence in _of_line(LIST_MARK.sub("", line)))
    return [sentence for sentence in found if sentence]


def _of_line(line: str) -> Iterator[list[str]]:
    sentence: list[str] = []
    for token in TOKEN.finditer(line):
        if token.lastgroup != "stop":
            sentence.append(token.group())
        elif _ends_here(token.group(), sentence, line[token.end() :]):
            yield sentence
            sentence = []
    yield sentence


def _ends_here(stop: str, sentence: list[str], rest: str) -> bool:
    """Whether a stop ends the sentence: its last word may be an abbreviation, or the next one go on in small."""
    goes_on = rest.lstrip(" »”\"')")
    if stop == "." and sentence and _is_short(sentence[-1]):
        return sentence[-1].lower() in ENDS_A_SENTENCE_TOO and not goes_on[:1].islower()
    return not (stop in {"…", "..."} and goes_on[:1].islower())


def _is_short(word: str) -> bool:
    is_initial = len(word) == 1 and word.isalpha() and word.isupper()
    return is_initial or word.lower() in ABBREVIATIONS or word in {"a", "m"}  # a. m., p. m.


def spoken_syllables(word: str) -> int | None:
    """The syllables of what is not read as it is written, or None for an ordinary word.

    Numerals count one syllable a figure, as Fry counts them (E. Fry, "A readability formula that saves time",
    *Journal of Reading* 11, 1968).
    """
    if word[0].isdigit():
        return sum(letter.isdigit() for letter in word)
    return UNITS.get(word) or ABBREVIATIONS.get(word.lower())
