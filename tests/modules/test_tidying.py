"""What a word processor puts on the clipboard, and what is kept of it."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from modules.blocks.text import RICH_TEXT_FEATURES, TextBlock
from modules.models import ModulePage
from modules.tidying import tidy

from .clipboards import GOOGLE, WORD
from .school import School


def test_what_word_brings() -> None:
    assert tidy(WORD) == (
        "<p><b>Antes de dar</b></p><p>Tome 500\u00a0mg con <i>agua</i>.</p>"
        "<ul><li>Lea la hoja.</li><li>Lea la caja.</li></ul><a>x</a>"
    )


def test_what_google_docs_brings() -> None:
    assert tidy(GOOGLE) == (
        "<p>La persona decide.</p><p>Siempre.</p>"
        '<ul><li>Mirar</li><li>Preguntar a <a href="https://example.org/">la casa</a></li></ul>'
    )


def test_what_wagtail_writes_itself_stays() -> None:
    html = (
        '<p data-block-key="k1">Vea <a linktype="page" id="3">la lección</a> y <b>pregunte</b>.</p>'
        '<ol><li data-block-key="k2">Uno</li></ol>'
    )
    assert tidy(html) == html


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<p>\u00a0\u00a0Hola\u00a0mundo\u00a0</p>", "<p>Hola mundo</p>"),
        ("<p>2,5\u00a0h</p>", "<p>2,5\u00a0h</p>"),
        ("<p>«\u00a0Oui\u00a0»\u00a0!</p>", "<p>«\u00a0Oui\u00a0»\u00a0!</p>"),
        ("<p>1.\u00a0\u00a0\u00a0Uno</p><p>2.\u00a0\u00a0Dos</p>", "<ol><li>Uno</li><li>Dos</li></ol>"),
        ("<p>Son las 2. Vamos</p>", "<p>Son las 2. Vamos</p>"),
        ("<p><b> </b></p><p><br></p><ul><li></li></ul>", ""),
        ("<h1 onclick='x()'>Título</h1>", "Título"),
    ],
)
def test_blanks_lists_and_emptiness(pasted: str, kept: str) -> None:
    assert tidy(pasted) == kept


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<b>", "</b>", "·", "1.", "\u00a0", " ", "a", "<li>", "</li>", "<br>"]
        )
    )
)
def test_tidying_twice_is_tidying_once(pieces: list[str]) -> None:
    once = tidy("".join(pieces))
    assert tidy(once) == once
    assert "style" not in once


def test_a_block_keeps_only_tidy_text() -> None:
    block = TextBlock(features=RICH_TEXT_FEATURES)
    assert "Mso" not in block.clean(block.to_python(WORD)).source


def test_a_block_of_nothing_but_emptiness_is_empty() -> None:
    block = TextBlock(features=RICH_TEXT_FEATURES)
    with pytest.raises(ValidationError, match="necesario"):
        block.clean(block.to_python("<p>\u00a0</p>"))


def test_a_page_keeps_only_tidy_text(school: School) -> None:
    page: ModulePage = school.module_page
    page.introduction = WORD
    page.save()
    page.refresh_from_db()
    assert page.introduction.startswith("<p><b>Antes de dar</b></p>")
