"""What is read and how it is said: the pure parts of listening, on pages of a few lines."""

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

Sentences = list[tuple[str, str]]


@pytest.fixture
def blank(page: Page, base_url: str) -> Page:
    """A page of the site's own address, so that it may fetch our modules, with nothing on it."""
    page.goto(f"{base_url}/static/cuidar/icons/cuidar.svg")
    page.goto(f"{base_url}/es/accounts/login/")
    return page


def spoken(page: Page, text: str, language: str, **more: Any) -> str:
    script = "async ([...all]) => (await import('/static/cuidar/js/listen/spoken.js')).spoken(...all)"
    return page.evaluate(script, [text, language, more])


def sentences(page: Page, html: str, language: str = "es") -> Sentences:
    script = """async ([html, language]) => {
        const { sentencesOf } = await import('/static/cuidar/js/listen/reading.js');
        document.body.innerHTML = `<div id="here" lang="${language}">${html}</div>`;
        for (const it of document.querySelectorAll('[data-look]')) it.style.cssText = it.dataset.look;
        return sentencesOf(document.getElementById('here')).map(({ said, language }) => [said, language]);
    }"""
    return [tuple(pair) for pair in page.evaluate(script, [html, language])]


def texts(page: Page, html: str, language: str = "es") -> list[str]:
    return [said for said, _ in sentences(page, html, language)]


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("es", "Tome 500 mg cada 8 h.", "Tome 500 miligramos cada 8 horas."),
        ("es", "Tome 1 mg.", "Tome 1 miligramo."),
        ("es", "Son 2,5 ml y 38,5 °C", "Son 2,5 mililitros y 38,5 grados"),
        ("es", "mg y ml no son lo mismo", "mg y ml no son lo mismo"),
        ("es", "La Sra. Inés, p. ej., come", "La señora Inés, por ejemplo, come"),
        ("es", "De 8–10 lecciones", "De 8 a 10 lecciones"),
        ("es", "El 18/06 a las 9:35", "El 18/06 a las 9:35"),
        ("es", "Lección 2 · 8 minutos", "Lección 2, 8 minutos"),
        ("pt", "Dê 20 ml às 8 h", "Dê 20 mililitros às 8 horas"),
        ("en", "Give 1 ml, e.g. now", "Give 1 millilitre, for example now"),
        ("fr", "3 × 20 ml", "3 fois 20 millilitres"),
        ("gn", "500 mg", "500 mg"),
    ],
)
def test_short_forms_are_said_in_full(blank: Page, language: str, written: str, said: str) -> None:
    assert spoken(blank, written, language) == said


def test_a_number_to_dial_is_said_figure_by_figure_and_no_other(blank: Page) -> None:
    written = "Llame al 911. Son 1911 casas, 911,5 km y las 9:11."
    said = "Llame al 9 1 1. Son 1911 casas, 911,5 km y las 9:11."
    assert spoken(blank, written, "es", spelled=["911"]) == said


def test_sentences_end_where_a_reader_would_stop(blank: Page) -> None:
    html = "<p>La Sra. Inés come. ¿Quiere agua? «Sí», dice… y espera 2.5 minutos! Fin</p>"
    assert texts(blank, html) == [
        "La señora Inés come.",
        "¿Quiere agua?",
        "«Sí», dice… y espera 2.5 minutos!",
        "Fin",
    ]


def test_a_very_long_sentence_is_cut_where_one_breathes(blank: Page) -> None:
    html = f"<p>{'una palabra tras otra, ' * 30}</p>"
    pieces = texts(blank, html)
    assert len(pieces) > 2
    assert max(map(len, pieces)) <= 220
    assert all(piece.endswith(",") for piece in pieces)


def test_each_part_is_read_in_its_own_language(blank: Page) -> None:
    html = '<p>Se dice <span lang="en">take care</span> en inglés.</p><p lang="pt">Bom dia.</p>'
    assert sentences(blank, html) == [
        ("Se dice", "es"),
        ("take care", "en"),
        ("en inglés.", "es"),
        ("Bom dia.", "pt"),
    ]


def test_hidden_things_stay_silent_and_folded_ones_say_their_title(blank: Page) -> None:
    html = """
        <p hidden>oculto</p><p data-look="display:none">oculto</p><p data-look="visibility:hidden">oculto</p>
        <p aria-hidden="true">oculto</p><div hidden><p>oculto</p></div>
        <details><summary>Fuentes</summary><p>oculto</p></details>
        <details open><summary>Más</summary><p>Visible.</p></details>
        <script>oculto</script><p>Fin.</p>
    """
    assert texts(blank, html) == ["Fuentes", "Más", "Visible.", "Fin."]


def test_pictures_are_told_and_ornaments_are_not(blank: Page) -> None:
    html = '<p>Mire.</p><img alt="Una mano"><img alt=""><svg aria-hidden="true"></svg>'
    assert texts(blank, html) == ["Mire.", "Dibujo: Una mano"]


def test_steps_have_their_number(blank: Page) -> None:
    assert texts(blank, "<ol><li>Lea. Espere.</li><li>Anote.</li></ol>") == [
        "1. Lea.",
        "Espere.",
        "2. Anote.",
    ]


def test_what_somebody_wrote_or_chose_is_not_said(blank: Page) -> None:
    html = """
        <label>Nombre <input value="secreto"></label><label>Clave <input type="password" value="x"></label>
        <label><input type="radio" checked> Sí</label><label><input type="radio"> No</label>
        <textarea>secreto</textarea>
        <p>Paso</p><select><option value="">Elegir</option><option value="1">uno</option>
        <option value="2" selected>dos</option></select>
        <p>Otro</p><select><option value="">Elegir</option><option value="1">uno</option>
        <option value="2">dos</option></select><button>Enviar</button>
    """
    assert texts(blank, html) == [
        *("Nombre", "Clave", "Sí", "No"),
        *("Paso", "Para elegir: uno, dos", "Otro", "Botón: Enviar"),
    ]
