import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.readability.syllables import STRONG, syllables

KNOWN = {
    1: "y o a que quien muy rey hay ley pan más guion huir fue vio pies buey",
    2: "hueso cuidar ciudad agua guerra chico ayer raíz búho ruido siete reyes yeso haya peine ahí deuda cuerpo",
    3: "persona dignidad ahumado bahía pingüino cohete alcohol leía prohibido construido chiita toalla héroe",
    4: "vehículo ambulancia medicina cuidadora termómetro emergencia desayuno",
    5: "medicamento reanimación temperatura autonomía zoológico deshidratación",
    6: "cuidadosamente",
}


@pytest.mark.parametrize(
    ("word", "number"), [(word, number) for number, words in KNOWN.items() for word in words.split()]
)
def test_syllables_of_known_words(word: str, number: int) -> None:
    assert syllables(word) == number
    assert syllables(word.upper()) == number


def test_what_has_no_vowel_is_spelt_out() -> None:
    assert syllables("RCP") == 3


@given(st.text(alphabet="bcdfgjklmnñprstv", min_size=1), st.sampled_from("aeiou"))
def test_consonants_add_no_syllable(consonants: str, vowel: str) -> None:
    assert syllables(vowel + consonants) == syllables(vowel) == 1


@given(st.lists(st.sampled_from(["ba", "ce", "di", "fo", "gu", "pla", "tren", "más", "bues"]), min_size=1))
def test_open_syllables_add_up(parts: list[str]) -> None:
    assert syllables("".join(parts)) == len(parts)


@given(st.text(alphabet=STRONG + "iuüyhqgbcñ", min_size=1))
def test_never_less_than_one_nor_more_than_the_letters(word: str) -> None:
    assert 1 <= syllables(word) <= len(word)
