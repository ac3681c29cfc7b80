from .amending import amend
from .by_link import sign_link
from .learner import MyHoursView, correct_shift, log_new_shift, take_back
from .on_her_phone import choose_pin, sign_here, ways_to_sign
from .paper import bring_paper, paper_file
from .supervisor import ComingView, SuperviseView, approve, approve_with_words, send_back
from .week import week_sheet

__all__ = [
    "ComingView",
    "MyHoursView",
    "SuperviseView",
    "amend",
    "approve",
    "approve_with_words",
    "bring_paper",
    "choose_pin",
    "correct_shift",
    "log_new_shift",
    "paper_file",
    "send_back",
    "sign_here",
    "sign_link",
    "take_back",
    "ways_to_sign",
    "week_sheet",
]
