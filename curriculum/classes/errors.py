"""Why attendance was not kept or a session not changed. Each has its sentence in `words.py`."""

from collections.abc import Sequence


class NotKept(Exception):
    """The common kind of everything that the trainer can mend."""


class NotBegun(NotKept):
    """The session lies in the future."""


class Cancelled(NotKept):
    """The session did not take place."""


class OwnAttendance(NotKept):
    """Nobody takes her own attendance (promise 7)."""


class NotOnTheList(NotKept):
    """Somebody is named who does not belong to this session."""


class TooManyMinutes(NotKept):
    """Late and left early are longer than the session together."""


class Unreadable(NotKept):
    """The fields are not those of our page, or a minute is no number."""


class AlreadyTaken(NotKept):
    """Attendance says something else already, and no reason for a correction is given; `names` of whom."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(", ".join(names))
        self.names = tuple(names)


class ReasonMissing(NotKept):
    """A session is cancelled or moved without a word why."""


class AttendanceTaken(NotKept):
    """A session with attendance is neither cancelled nor moved."""


class TimeTaken(NotKept):
    """The group has a session at this moment already."""
