import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.readability import Verdict, reading_level

EASY = "Ana lava sus manos. La mesa está limpia. Luis come pan. " * 12
HARD = (
    "La administración institucional responsabiliza a quienes intervienen profesionalmente en procedimientos "
    "terapéuticos interdisciplinarios. "
) * 12


def test_the_indexes_are_those_of_the_publications() -> None:
    level = reading_level("Ana lava sus manos. La mesa está limpia.", "es")
    assert (level.words, level.sentences, level.syllables) == (8, 2, 14)
    assert level.index == pytest.approx(206.835 - 62.3 * 14 / 8 - 8 / 2)
    assert level.grade == pytest.approx(-0.205 * 25 + 0.049 * 175 - 3.407)


@pytest.mark.parametrize(
    ("text", "language", "verdict"),
    [
        (EASY, "es", Verdict.FITS),
        (EASY, "es-uy", Verdict.FITS),
        (HARD, "es", Verdict.TOO_HARD),
        ("Ana come.", "es", Verdict.TOO_SHORT_TO_SAY),
        (EASY + "y " * 26, "es", Verdict.SENTENCE_TOO_LONG),
        (EASY + "e " * 26, "pt", Verdict.SENTENCE_TOO_LONG),
        (EASY, "pt", Verdict.NOT_MEASURED),
    ],
)
def test_verdict(text: str, language: str, verdict: Verdict) -> None:
    assert reading_level(text, language).verdict == verdict


def test_nothing_to_read_has_no_level() -> None:
    level = reading_level("", "es")
    assert (level.words, level.index, level.grade, level.verdict) == (0, None, None, Verdict.NOT_MEASURED)


@given(st.lists(st.sampled_from(["agua", "persona", "medicamento", "pan"]), min_size=2, max_size=30))
def test_the_same_words_in_shorter_sentences_are_easier(words: list[str]) -> None:
    together, apart = reading_level(" ".join(words), "es"), reading_level("\n".join(words), "es")
    assert together.index is not None
    assert apart.index is not None
    assert together.grade is not None
    assert apart.grade is not None
    assert apart.index > together.index
    assert apart.grade < together.grade


@given(st.text(), st.sampled_from(["es", "pt", "en", "fr"]))
def test_every_text_has_a_verdict(text: str, language: str) -> None:
    assert reading_level(text, language).verdict in Verdict
