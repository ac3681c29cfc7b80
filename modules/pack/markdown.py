"""The little Markdown that lessons are written in, as the HTML that Wagtail keeps, and back.

Paragraphs, lists, bold, italic and links: what a lesson needs and an editor in the CMS can change.
"""

import re
from collections.abc import Iterator, Sequence
from html import escape
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

_reader = MarkdownIt("commonmark", {"html": False})

BLOCKS = {
    "paragraph_open": "<p>",
    "paragraph_close": "</p>",
    "bullet_list_open": "<ul>",
    "bullet_list_close": "</ul>",
    "ordered_list_open": "<ol>",
    "ordered_list_close": "</ol>",
    "list_item_open": "<li>",
    "list_item_close": "</li>",
}
INLINE = {
    "strong_open": "<b>",
    "strong_close": "</b>",
    "em_open": "<i>",
    "em_close": "</i>",
    "link_close": "</a>",
}
BREAKS = {"softbreak", "hardbreak"}
HTML_TAG = re.compile(r"</?[a-zA-Z!][^>]*>")
SAFE_LINK = re.compile(r"https?://")


def to_html(text: str) -> str:
    """Markdown as the HTML that Wagtail's rich text stores. A list's items hold no paragraphs of their own."""
    html, in_item = "", False
    for token in _reader.parse(text):
        if token.type == "inline":
            html += "".join(_inline_html(child) for child in token.children or ())
            continue
        in_item = token.type == "list_item_open" or (in_item and token.type != "list_item_close")
        if not (in_item and token.type.startswith("paragraph")):
            html += BLOCKS.get(token.type, "")
    return html


def _inline_html(token: Token) -> str:
    if token.type == "text":
        return escape(token.content, quote=False)
    if token.type in BREAKS:
        return " "
    if token.type == "link_open":
        return f'<a href="{escape(str(token.attrs["href"]))}">'
    return INLINE.get(token.type, "")


def unknown_marks(text: str) -> bool:
    """Whether a text uses what a lesson does not know: headings, pictures, code, HTML, lists inside lists."""
    if HTML_TAG.search(text):
        return True
    tokens = _reader.parse(text)
    too_deep = any(token.type.endswith("_list_open") and token.level for token in tokens)
    return too_deep or any(not _is_known(token) for token in _flat(tokens))


def _is_known(token: Token) -> bool:
    if token.type == "link_open":
        return bool(SAFE_LINK.match(str(token.attrs["href"])))
    return (
        token.type in BLOCKS
        or token.type in INLINE
        or token.type in BREAKS
        or token.type in {"text", "inline"}
    )


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def shape_of(text: str) -> list[tuple[str, int]]:
    """What must be the same in every language: the paragraphs and items, each with its number of bold words."""
    shape: list[tuple[str, int]] = []
    for token in _reader.parse(text):
        if token.type == "inline":
            bold = sum(1 for child in token.children or () if child.type == "strong_open")
            shape.append(("text", bold))
        elif token.type.endswith("_open"):
            shape.append((token.type, 0))
    return shape


def to_markdown(html: str) -> str:
    """Stored HTML as Markdown that `to_html` reads back to the same."""
    writer = _MarkdownWriter()
    writer.feed(html)
    return "\n\n".join(block for block in writer.blocks if block) + "\n"


MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
SPECIAL = re.compile(r"([\\*_`\[\]])")
LIST_LIKE = re.compile(r"^(\d+)([.)])(?=\s)|^([-+#>])(?=\s)")


class _MarkdownWriter(HTMLParser):
    """Collects paragraphs and lists as blocks of Markdown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._line = ""
        self._list = ""
        self._items: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in MARKS:
            self._line += MARKS[tag]
        elif tag in {"ul", "ol"}:
            self._list, self._items = tag, []
        elif tag == "a":
            self._links.append(dict(attrs).get("href") or "")
            self._line += "["
        elif tag == "br":
            self._line += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in MARKS:
            self._line += MARKS[tag]
        elif tag == "a":
            self._line += f"]({self._links.pop()})"
        elif tag == "p":
            self.blocks.append(self._take_line())
        elif tag == "li":
            mark = f"{len(self._items) + 1}. " if self._list == "ol" else "- "
            self._items.append(mark + self._take_line())
        elif tag in {"ul", "ol"}:
            self.blocks.append("\n".join(self._items))

    def handle_data(self, data: str) -> None:
        self._line += SPECIAL.sub(r"\\\1", data.replace("\n", " "))

    def _take_line(self) -> str:
        line, self._line = self._line.strip(), ""
        return LIST_LIKE.sub(lambda found: f"{found[1] or ''}\\{found[2] or found[3]}", line)
