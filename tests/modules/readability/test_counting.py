import pytest
from hypothesis import given
from hypothesis import strategies as st

from modules.readability.counting import sentences, spoken_syllables

WORDS = st.lists(st.sampled_from(["agua", "Ana", "cama", "luz", "mano", "Raúl"]), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("El Dr. Silva habla con la Sra. Pérez.", 1),
        ("Tome agua, p. ej. un vaso. Descanse.", 2),
        ("A las 14.30 h. Son 1.500 ml.", 2),
        ("Frutas, pan, etc. Después, agua.", 2),
        ("Frutas, pan, etc. y agua.", 1),
        ("¿Duele? ¡Avise! Llame al 911.", 3),
        ("Espere… y respire.", 1),
        ("Doña J. Méndez mide 5,5 cm. Nada más.", 2),
        ("- Agua\n- Jabón\n1. Manos\n2. Cara", 4),
        ("A las 8 a. m. toma la pastilla.", 1),
        ("...\n\n—", 0),
    ],
)
def test_sentences(text: str, number: int) -> None:
    assert len(sentences(text)) == number


def test_a_mark_of_a_list_is_no_word() -> None:
    assert sentences("1. Lave las manos") == [["Lave", "las", "manos"]]


def test_what_is_written_short_counts_as_it_is_read() -> None:
    assert [spoken_syllables(word) for word in ("cm", "Dra", "1.500", "agua")] == [5, 3, 4, None]


@given(st.lists(WORDS, min_size=1, max_size=6), st.sampled_from([". ", "! ", "? ", "\n", ".\n- "]))
def test_sentences_put_together_are_found_again(written: list[list[str]], joint: str) -> None:
    assert sentences(joint.join(" ".join(words) for words in written)) == written


@given(st.text())
def test_no_text_breaks_it_and_no_sentence_is_empty(text: str) -> None:
    assert all(sentences(text))
