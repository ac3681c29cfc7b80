"""Why a write about shifts was not done. Each has a sentence in `words.py`."""

from collections.abc import Iterable
from datetime import date
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


class LineRefused(Exception):
    """One line of a sheet on paper cannot be kept; `day` says which, `refusals` everything to change."""

    def __init__(self, day: date, refusals: Iterable[Refusal]) -> None:
        self.day, self.refusals = day, tuple(refusals)
        super().__init__(f"{day}: {', '.join(refusal.objection for refusal in self.refusals)}")


class PartImpossible(Exception):
    """A part of a shift has at least one minute and fewer than the whole."""


class AgreementNotInForce(Exception):
    """The agreement is not signed by both sides, or its time is over."""


class NotCertified(Exception):
    """Her right to sign would rest on a certificate that she does not hold on that day."""


class TooSoon(Exception):
    """A supervisor has seven days to answer before an administrator is asked in her place."""


class StillUnsigned(Exception):
    """A correction is applied once both persons have signed it."""


class LinkClosed(Exception):
    """The link is forged, used, too old, or its owner may no longer sign: a stranger is not told which."""


class NoContact(Exception):
    """The institution has confirmed no address to which a link could go."""


class NothingWaits(Exception):
    """Nothing of this learner waits for this supervisor."""


class PinWrong(Exception):
    """The number is not the supervisor's."""


class PinRests(Exception):
    """Too many wrong numbers: this road is closed for a while."""


class PinTooPlain(Exception):
    """Not six figures, or six that anybody would try first."""
