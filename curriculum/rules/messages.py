"""Marks for the sentences of this package, so that `makemessages` finds them."""

from typing import NamedTuple


class Plural(NamedTuple):
    """A sentence in the singular and in the plural."""

    one: str
    many: str


def gettext_noop(msgid: str) -> str:
    """Mark a sentence for translation and leave it as it is."""
    return msgid


def ngettext_lazy(one: str, many: str) -> Plural:
    """Mark a sentence that has a plural, to be translated when its number is known."""
    return Plural(one, many)
