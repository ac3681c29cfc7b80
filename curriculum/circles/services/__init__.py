"""Writing in circles. Every act carries an id made where it was written: sent twice, it is kept once."""

from .announcing import announce, take_back_announcement
from .asking import Words, answer_learner, ask_trainer, mark_read, write_to_learner
from .choosing import choose_contact, end_mentorship, name_mentor
from .moderating import decide_on_post, object_to_moderation, report_post
from .posting import take_seat, write_post

__all__ = [
    "Words",
    "announce",
    "answer_learner",
    "ask_trainer",
    "choose_contact",
    "decide_on_post",
    "end_mentorship",
    "mark_read",
    "name_mentor",
    "object_to_moderation",
    "report_post",
    "take_back_announcement",
    "take_seat",
    "write_post",
    "write_to_learner",
]
