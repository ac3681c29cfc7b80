"""Why a write about shifts was not done. Each has a sentence in `words.py`."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .checks import Refusal

if TYPE_CHECKING:
    from .models import Shift


class ShiftRefused(Exception):
    """The shift cannot be kept as it is; `refusals` lists everything to change."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(refusals)
        super().__init__(", ".join(refusal.objection for refusal in self.refusals))


class ReasonNeeded(Exception):
    """A shift is only returned with a reason."""


class AlreadyDecided(Exception):
    """The shift has another decision, which stands."""

    def __init__(self, shift: "Shift") -> None:
        self.shift = shift
        super().__init__(f"{shift.uuid} is {shift.state}")


class AlreadyCorrected(Exception):
    """The returned shift has been corrected by another one."""


class ShiftConflict(Exception):
    """The same uuid came before with other contents."""
