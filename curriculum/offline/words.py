"""What the bar says. The script behind it counts; the sentences are the catalogue's."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def bar_words() -> dict[str, Any]:
    """Sentences by name, in the reader's language; those with a number in both of its forms."""
    return {
        "waiting": _forms("%(count)s thing waits to be sent.", "%(count)s things wait to be sent."),
        "refused": _forms(
            "%(count)s thing could not be taken as it is.", "%(count)s things could not be taken as they are."
        ),
        "arrived": _forms("%(count)s thing has arrived.", "%(count)s things have arrived."),
        "signIn": _("Sign in to send."),
        "taken": _("You see this page as it was on %(when)s."),
        "answer": _("This question still waits for your answer."),
    }


def _forms(one: str, other: str) -> dict[str, str]:
    return {"one": ngettext(one, other, 1), "other": ngettext(one, other, 2)}
