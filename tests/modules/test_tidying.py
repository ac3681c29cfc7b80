"""What a word processor puts on the clipboard, and what is kept of it."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from modules.blocks.text import RICH_TEXT_FEATURES, TextBlock
from modules.models import ModulePage
from modules.tidying import tidy

from .school import School

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {mso-style-parent:""; margin:0cm;} --></style></head>
<body lang=ES-UY style='tab-interval:35.4pt'>
<!--StartFragment--><p class=MsoNormal style='margin-bottom:8.0pt'><b style='mso-bidi-font-weight:normal'><span
lang=ES style='font-family:"Arial",sans-serif;mso-fareast-language:ES'>Antes de dar<o:p></o:p></span></b></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoNormal>Tome&nbsp;500&nbsp;mg   con <i>agua</i>.<span style='mso-spacerun:yes'>  </span><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span><![endif]>Lea la hoja.<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span>&nbsp;&nbsp;
</span></span><![endif]>Lea la caja.</p><p class=MsoNormal>&nbsp;</p>
<script>alert(1)</script><a href="javascript:alert(1)">x</a><!--EndFragment--></body></html>"""

GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1f2e"><p dir="ltr"
style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">La persona
decide.</span></p><br /><p dir="ltr"><span style="font-weight:700;">Siempre.</span></p><ul style="margin-top:0;"><li
dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>Mirar</span></p></li><li
dir="ltr"><p dir="ltr" role="presentation"><span>Preguntar a <a href="https://example.org/" style="color:#15c"
target="_blank">la casa</a></span></p></li></ul></b>"""


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
