"""Where a learner goes when she has finished an assessment: whoever knows her way says so."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from django.urls import reverse
from django.utils.translation import gettext as _

from .models import Assessment

if TYPE_CHECKING:
    from curriculum.models import Person


@dataclass(frozen=True, slots=True)
class NextStep:
    """An address and the words for it, in the reader's language."""

    url: str
    title: str


NextStepFinder: TypeAlias = "Callable[[Person, Assessment], NextStep | None]"

_finders: list[NextStepFinder] = []


def register_next_step(finder: NextStepFinder) -> None:
    """Let a plugin lead the learner on; it answers None where it does not know this assessment."""
    if finder not in _finders:
        _finders.append(finder)


def next_step(person: "Person", assessment: Assessment) -> NextStep:
    """Where to go on; the first plugin that knows answers, else her own path."""
    known = (step for finder in _finders if (step := finder(person, assessment)))
    return next(known, None) or NextStep(reverse("my_path"), _("Go to my path"))
