"""What of a page's frame is the same for everybody."""

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

KEPT = 512
_drawn: dict[tuple[str | None, ...], SafeString] = {}


@register.simple_tag
def drawn_once(part: str, name: str = "") -> SafeString:
    """A template that depends on nothing but the reader's language and `name`: drawn once in a process.

    It sees neither the request nor the page around it.
    """
    key = (part, name, get_language())
    drawn = None if settings.DEBUG else _drawn.get(key)
    if drawn is None:
        drawn = render_to_string(part, {"name": name})
        if len(_drawn) >= KEPT:
            _drawn.clear()
        _drawn[key] = drawn
    return drawn
