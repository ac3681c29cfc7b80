"""What the bar says. The script behind it counts; the sentences are the catalogue's."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def bar_words() -> dict[str, Any]:
    """Sentences by name, in the reader's language; those with a number in both of its forms."""
    return {
        "waiting": _forms(
            lambda n: ngettext("%(count)s thing waits to be sent.", "%(count)s things wait to be sent.", n)
        ),
        "refused": _forms(
            lambda n: ngettext(
                "%(count)s thing could not be taken as it is.",
                "%(count)s things could not be taken as they are.",
                n,
            )
        ),
        "arrived": _forms(
            lambda n: ngettext("%(count)s thing has arrived.", "%(count)s things have arrived.", n)
        ),
        "signIn": _("Sign in to send."),
        "taken": _("You see this page as it was on %(when)s."),
        "answer": _("This question still waits for your answer."),
    }


def _forms(sentence: Callable[[int], str]) -> dict[str, str]:
    return {"one": sentence(1), "other": sentence(2)}
