"""Rich text as a lesson may hold it, whatever it was pasted from.

Word and Google Docs bring styles, classes, comments, empty paragraphs for distance, no-break spaces for indentation
and lists that are no lists. What is left is paragraphs, lists, bold, italic and links.
"""

import re

import nh3

TAGS = {"p", "ol", "ul", "li", "b", "strong", "i", "em", "a", "br"}
# What Wagtail itself writes: links to its pages, and keys by which comments find their place.
ATTRIBUTES = {"*": {"data-block-key"}, "a": {"href", "linktype", "id"}}
DROPPED_WHOLE = {"script", "style", "title", "xml", "head"}

NO_BREAK = "\u00a0"
# A blank that holds a figure to its unit, or a mark to its word, is meant.
MEANT = re.compile(rf"(?<=\d){NO_BREAK}(?=[\w%°€$])|(?<=[\w»]){NO_BREAK}(?=[:;?!»%])|(?<=«){NO_BREAK}(?=\w)")
BLANKS = re.compile(r"[ \t\r\n\u00a0\u200b\ufeff]+")
# Google Docs wraps everything it copies into a bold that is not bold.
NOT_BOLD = re.compile(r"<b\b[^>]*[\s;\"']font-weight:\s*(?:normal|400)[^>]*>", re.IGNORECASE)
CONDITIONAL = re.compile(r"<!\[(?:if|endif)[^\]]*\]>", re.IGNORECASE)
EMPTY_INLINE = re.compile(r"<(b|strong|i|em|a)\b[^>]*>((?:\s|<br ?/?>)*)</\1>")
EMPTY_BLOCK = re.compile(r"<(p|li|ul|ol)\b[^>]*>(?:\s|<br ?/?>)*</\1>")
EDGES = re.compile(r"(<(?:p|li)\b[^>]*>)\s+|\s+(?=</(?:p|li)>)")
BETWEEN_BLOCKS = re.compile(r"(^|</(?:p|ul|ol|li)>)(?:\s|<br ?/?>)+(?=<|$)")
IN_ITEM = re.compile(r"(<li\b[^>]*>)\s*<p\b[^>]*>(.*?)</p>\s*(?=</li>|<[ou]l)", re.DOTALL)
# Word writes a list as paragraphs that begin with a bullet, or a figure, and some no-break spaces.
BULLET = re.compile(r"<p\b[^>]*>\s*[·•▪§●]\s*(.*?)</p>", re.DOTALL)
FIGURE = re.compile(rf"<p\b[^>]*>\s*\d{{1,2}}[.)](?:\s*{NO_BREAK}\s*){{2,}}(.*?)</p>", re.DOTALL)


def tidy(html: str) -> str:
    """The same text with nothing but the tags that a lesson knows. Tidy text stays exactly as it is."""
    tidied = _tidied_once(html)
    return tidied if tidied == html else tidy(tidied)


def _tidied_once(html: str) -> str:
    html = CONDITIONAL.sub("", NOT_BOLD.sub("<span>", html))
    html = nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, clean_content_tags=DROPPED_WHOLE - TAGS, link_rel=None
    ).replace("&nbsp;", NO_BREAK)
    html = _listed(html, FIGURE, "ol")
    html = _listed(html, BULLET, "ul")
    html = _with_plain_blanks(html)
    html = IN_ITEM.sub(r"\1\2", html)
    return _without_emptiness(html).replace("<br>", "<br/>").strip()


def _listed(html: str, item: re.Pattern[str], tag: str) -> str:
    """Paragraphs that look like items, one behind the other, as a list."""
    run = re.compile(rf"(?:{item.pattern}\s*)+", re.DOTALL)

    def as_list(found: re.Match[str]) -> str:
        return f"<{tag}>" + item.sub(r"<li>\1</li>", found[0]) + f"</{tag}>"

    return run.sub(as_list, html)


def _with_plain_blanks(html: str) -> str:
    kept = MEANT.sub("\ue000", html)
    return EDGES.sub(r"\1", BLANKS.sub(" ", kept)).replace("\ue000", NO_BREAK)


def _without_emptiness(html: str) -> str:
    before = None
    while before != html:
        before = html
        html = EMPTY_BLOCK.sub("", EMPTY_INLINE.sub(r"\2", html))
        html = EDGES.sub(r"\1", html)
    return BETWEEN_BLOCKS.sub(r"\1", html)
