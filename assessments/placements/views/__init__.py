from .learner import MyHoursView, correct_shift, log_new_shift, take_back
from .supervisor import SuperviseView, approve, send_back

__all__ = [
    "MyHoursView",
    "SuperviseView",
    "approve",
    "correct_shift",
    "log_new_shift",
    "send_back",
    "take_back",
]
