"""A lesson's body as plain passages: what each block says, and where it stands on the editor's screen."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.rich_text import RichText

END_OF_LINE = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>", re.IGNORECASE)
LINK = re.compile(r"<a\b[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
BOLD_LINE = re.compile(
    r"<p[^>]*>\s*<b>[^<]*</b>\s*</p>|<p[^>]*>\s*<strong>[^<]*</strong>\s*</p>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Passage:
    """One block: its kind, its value as Wagtail gives it, and its id, to which a link can lead."""

    kind: str
    value: Any
    block: blocks.Block
    id: str

    @property
    def texts(self) -> list[str]:
        """Everything that is read in it, line by line, as plain text."""
        return [line for text in _texts(self.block, self.value) for line in plain_lines(text)]

    @property
    def links(self) -> list[str]:
        """The words of its links."""
        return [plain(words) for text in _texts(self.block, self.value) for words in LINK.findall(text)]

    @property
    def has_bold_line(self) -> bool:
        return any(BOLD_LINE.search(text) for text in _texts(self.block, self.value))


def passages_of(body: Any) -> list[Passage]:
    return [Passage(child.block_type, child.value, child.block, child.id or "") for child in body]


def plain_lines(text: str) -> list[str]:
    return [line for line in map(plain, END_OF_LINE.sub("\n", text).splitlines()) if line]


def plain(html: str) -> str:
    return unescape(strip_tags(html)).replace("\xa0", " ").strip()


def _texts(block: blocks.Block, value: Any) -> Iterator[str]:
    """The texts of a block and of everything inside it, rich text as HTML."""
    if isinstance(value, RichText):
        yield value.source
    elif isinstance(block, blocks.StructBlock) and value:
        for name, child in block.child_blocks.items():
            yield from _texts(child, value.get(name))
    elif isinstance(block, blocks.ListBlock) and value:
        for item in value:
            yield from _texts(block.child_block, item)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock) and isinstance(value, str):
        yield value
