"""Links from a group's grid into what a learner sees."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def seen_as(person: Any, address: str) -> str:
    """The address at which a trainer sees what this person finds at `address`, which begins with a language."""
    _nothing, _language, page = address.split("/", 2)
    return reverse("see_as", kwargs={"person": person.uuid, "page": page})


@register.filter
def title_in(key: Any, titles: Mapping[Any, str]) -> str:
    return titles.get(key, "")
