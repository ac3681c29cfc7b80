"""A refusal as a sentence that says what to do next."""

from django.utils.translation import gettext as _

from .errors import (
    AlreadyTaken,
    AttendanceTaken,
    Cancelled,
    NotBegun,
    NotKept,
    NotOnTheList,
    OwnAttendance,
    ReasonMissing,
    TimeTaken,
    TooManyMinutes,
    Unreadable,
)


def sentence_of(error: NotKept) -> str:
    if isinstance(error, AlreadyTaken):
        return _(
            "Attendance was taken before and says something else of: %(names)s. Open the session, look, and write "
            "why you correct it."
        ) % {"names": ", ".join(error.names)}
    return {
        NotBegun: _("This session has not begun. Take attendance when you are together."),
        Cancelled: _("This session was cancelled. Add the session that took place instead."),
        OwnAttendance: _("Nobody takes her own attendance. Ask another trainer or the office."),
        NotOnTheList: _("The group has changed. Open the list again and take it anew."),
        TooManyMinutes: _("Late and left early are longer than the session together. Correct the minutes."),
        Unreadable: _("Write the minutes as a whole number, such as 15. Leave them empty for none."),
        ReasonMissing: _("Write in a few words why, so that the group knows."),
        AttendanceTaken: _(
            "Attendance was taken in this session, so it stays. Correct the attendance instead."
        ),
        TimeTaken: _("The group has a session at this time already. Choose another time."),
    }[type(error)]
