"""The reading level of a text against about sixth grade."""

from dataclasses import dataclass
from enum import StrEnum

from .counting import sentences, spoken_syllables
from .syllables import syllables

SIXTH_GRADE = 6.0  # years of school, by Crawford
FAIRLY_EASY = 65.0  # INFLESZ: from here on "bastante fácil", what primary school reads
LONGEST_SENTENCE = 25  # words; longer ones are lost on a bus
ENOUGH_WORDS = 100  # Crawford's formula speaks of samples of a hundred words


class Verdict(StrEnum):
    FITS = "fits"
    SENTENCE_TOO_LONG = "sentence_too_long"
    TOO_HARD = "too_hard"
    TOO_SHORT_TO_SAY = "too_short_to_say"
    NOT_MEASURED = "not_measured"  # there is no index here for the language; sentences are still counted


@dataclass(frozen=True, slots=True)
class ReadingLevel:
    """What was counted in a text. `syllables`, `index` and `grade` are None in a language without an index."""

    words: int
    sentences: int
    longest_sentence: tuple[str, ...]
    syllables: int | None = None

    @property
    def index(self) -> float | None:
        """The perspicuity of Szigriszt-Pazos, read on the INFLESZ scale: 0 hard to 100 easy, from 65 primary school.

        F. Szigriszt Pazos, *Sistemas predictivos de legibilidad del mensaje escrito: fórmula de perspicuidad*
        (thesis, Universidad Complutense de Madrid, 1993): 206.835 - 62.3 S/P - P/F, with syllables S, words P and
        sentences F. Scale: I. M. Barrio-Cantalejo et al., "Validación de la Escala INFLESZ para evaluar la
        legibilidad de los textos dirigidos a pacientes", *An Sist Sanit Navar* 31(2), 2008, 135-152.
        """
        if self.syllables is None or not self.words:
            return None
        return 206.835 - 62.3 * self.syllables / self.words - self.words / self.sentences

    @property
    def grade(self) -> float | None:
        """The years of school that a reader needs, made for texts of primary school.

        A. N. Crawford, "Fórmula y gráfico para determinar la comprensibilidad de textos de nivel primario en
        castellano", *Lectura y Vida* 6(4), 1985: -0.205 OP + 0.049 SP - 3.407, with the sentences OP and the
        syllables SP of a hundred words.
        """
        if self.syllables is None or not self.words:
            return None
        sentences_of_100 = 100 * self.sentences / self.words
        syllables_of_100 = 100 * self.syllables / self.words
        return -0.205 * sentences_of_100 + 0.049 * syllables_of_100 - 3.407

    @property
    def verdict(self) -> Verdict:
        """Whether somebody with about six years of school reads it: by both indexes and by the longest sentence."""
        index, grade = self.index, self.grade
        if len(self.longest_sentence) > LONGEST_SENTENCE:
            return Verdict.SENTENCE_TOO_LONG
        if index is None or grade is None:
            return Verdict.NOT_MEASURED
        if self.words < ENOUGH_WORDS:
            return Verdict.TOO_SHORT_TO_SAY
        return Verdict.FITS if grade <= SIXTH_GRADE and index >= FAIRLY_EASY else Verdict.TOO_HARD


def reading_level(text: str, language: str) -> ReadingLevel:
    """Measure a plain text in which each line is a paragraph, a heading or an item of a list.

    `language` is a code such as "es" or "es-uy". Spanish is measured by two published indexes; of other languages
    only words and sentences are counted.
    """
    found = sentences(text)
    words = [word for sentence in found for word in sentence]
    longest = max(found, key=len, default=[])
    is_spanish = language.lower().split("-")[0] == "es"
    return ReadingLevel(
        words=len(words),
        sentences=len(found),
        longest_sentence=tuple(longest),
        syllables=sum(_syllables(word) for word in words) if is_spanish else None,
    )


def _syllables(word: str) -> int:
    return spoken_syllables(word) or syllables(word)
