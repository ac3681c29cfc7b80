"""The kind request to write a text again without what identifies people."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .privacy import Identifier, identifiers_in

IDENTIFIERS: dict[Identifier, Promise] = {
    Identifier.DOCUMENT: gettext_lazy("a document number"),
    Identifier.PHONE: gettext_lazy("a phone number"),
    Identifier.EMAIL: gettext_lazy("an e-mail address"),
    Identifier.NAME: gettext_lazy("the name of a person"),
}


class IdentifierFound(Exception):
    """A free text seems to identify a person; it is not stored."""

    def __init__(self, identifiers: Iterable[Identifier]) -> None:
        self.identifiers = frozenset(identifiers)
        super().__init__(", ".join(sorted(self.identifiers)))


def refuse_identifiers(text: str) -> None:
    """Raises IdentifierFound where a text seems to identify a person."""
    found = identifiers_in(text)
    if found:
        raise IdentifierFound(found)


def identifiers_text(identifiers: Iterable[Identifier]) -> str:
    """What was found, in the reader's language, and what to do about it."""
    found = ", ".join(str(IDENTIFIERS[each]) for each in sorted(identifiers))
    return _(
        "This text seems to have %(found)s. To protect the people you care for, write it again without it."
    ) % {"found": found}
