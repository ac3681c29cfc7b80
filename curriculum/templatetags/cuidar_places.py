"""What other plugins have to say beside a place of learning."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from curriculum.homes.places import Pointer, notes_at

register = template.Library()


@register.simple_tag(takes_context=True)
def place_notes(context: Any, kind: str, key: object) -> SafeString:
    """Every registered note on a place; nothing where no plugin has one, or the page is drawn without a request."""
    request = context.get("request")
    if request is None or not request.user.is_authenticated:
        return SafeString("")
    drawn = [
        render_to_string(note.template, {"note": note.context}, request)
        for note in notes_at(request, Pointer(kind, str(key)))
    ]
    return mark_safe("".join(drawn))  # noqa: S308 — each part comes from a template that escapes
