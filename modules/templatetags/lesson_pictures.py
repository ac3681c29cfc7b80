"""Pictures of lessons: sharp on every phone, small on every line."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.images.models import AbstractImage

register = template.Library()

WIDTHS = (400, 800)  # a phone's column, and the same on a dense screen


@register.simple_tag
def lesson_picture(image: AbstractImage | None, alt: str) -> SafeString | str:
    """An `<img>`: a drawing as it is, a photograph in two widths of WebP."""
    if image is None:
        return ""
    if image.is_svg():
        return _img({"src": image.file.url}, image, alt)
    renditions = image.get_renditions(*(f"width-{width}|format-webp" for width in WIDTHS))
    small, *_rest = renditions.values()
    srcset = ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions.values())
    return _img({"src": small.url, "srcset": srcset, "sizes": "(min-width: 42rem) 40rem, 92vw"}, image, alt)


def _img(addresses: dict[str, str], image: Any, alt: str) -> SafeString:
    attributes = {**addresses, "alt": alt, "width": str(image.width), "height": str(image.height)}
    pairs = " ".join(["{}"] * len(attributes))
    written = [format_html('{}="{}"', name, value) for name, value in attributes.items()]
    return format_html("<img " + pairs + ' loading="lazy" decoding="async">', *written)
