"""Where a module is read."""

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def address_of(addresses: Mapping[int, str], module_id: int) -> str:
    """The learners' address of a module; empty where it has no page yet."""
    return addresses.get(module_id, "")
