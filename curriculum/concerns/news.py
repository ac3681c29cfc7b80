"""A message to the confidants that somebody has written: nothing of what, and nothing of who."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.core.mail import send_mail
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from curriculum.models import Person


def tell_readers(people: Iterable["Person"]) -> None:
    """After the transaction; a mail that cannot be sent keeps nobody from telling."""
    letters = [_letter(person) for person in people if _address(person)]
    transaction.on_commit(lambda: _send(letters))


def _send(letters: Iterable[tuple[str, str, str]]) -> None:
    for address, subject, body in letters:
        send_mail(subject, body, None, [address], fail_silently=True)


def _letter(person: "Person") -> tuple[str, str, str]:
    with translation.override(person.language):
        return (
            _address(person),
            _("Somebody has written to you"),
            _("Sign in to read it. This message says no more."),
        )


def _address(person: "Person") -> str:
    return person.email or (person.user.email if person.user else "")
