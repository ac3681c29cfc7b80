"""How hard a lesson is to read, by the published index for its language."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from modules.readability import Verdict, reading_level

from .looking import Advice, Draft


def reading(draft: Draft) -> Iterator[Advice]:
    """Only Spanish has an index here; the length of sentences is looked at in every language."""
    level = reading_level("\n".join(line for each in draft.passages for line in each.texts), draft.language)
    if level.verdict is Verdict.TOO_HARD and level.index is not None:
        text = _(
            "Hard to read: %(index)s on the INFLESZ scale, and 65 is what primary school reads. "
            "Use shorter words and shorter sentences."
        )
        yield Advice("reading", text % {"index": round(level.index)})
