"""Planning sessions and taking attendance. Doing the same twice changes nothing."""

from .attending import Mark, take_attendance
from .planning import add_session, cancel_session, lay_out_sessions, move_session, set_play_area

__all__ = [
    "Mark",
    "add_session",
    "cancel_session",
    "lay_out_sessions",
    "move_session",
    "set_play_area",
    "take_attendance",
]
