"""The syllables of Spanish words, by the rules of spelling.

Source: Real Academia Española y ASALE, *Ortografía de la lengua española* (2010), chapter II: two strong vowels
(a, e, o, or an accented i, u) make two syllables, a weak one (i, u, ü) joins its neighbour, and an h between
them changes nothing. So *guion* has one syllable and *ahumado* three, as the Academy writes them.
"""

import re

STRONG = "aeoáéíóúàèò"
VOWELS = STRONG + "iuüy"

SILENT_H = re.compile(r"(?<!c)h")
SILENT_U = re.compile(r"(?<=q)u|(?<=g)u(?=[eiéí])")
# A y is a vowel at the end of a word (rey, muy, y), or where no vowel stands beside it (Byron).
CONSONANT_Y = re.compile(rf"y(?=[{STRONG}iuü])")
VOWEL_GROUP = re.compile(rf"[{VOWELS}]+")
SAME_WEAK_TWICE = re.compile(r"ii|uu")


def syllables(word: str) -> int:
    """How many syllables a Spanish word has when it is read aloud; at least 1.

    A word without a vowel (RCP) is spelt out, one syllable a letter: a convention of Fry (1968).
    """
    letters = CONSONANT_Y.sub("j", SILENT_U.sub("", SILENT_H.sub("", word.lower())))
    groups = VOWEL_GROUP.findall(letters)
    if not groups:
        return max(1, len(word))
    return sum(_nuclei(group) for group in groups)


def _nuclei(group: str) -> int:
    """The syllables in a run of vowels: one for each strong vowel, and one where all are weak."""
    strong = sum(letter in STRONG for letter in group)
    return strong or 1 + len(SAME_WEAK_TWICE.findall(group))
