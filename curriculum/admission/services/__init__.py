from .applying import begin, choose_group, send, withdraw
from .deciding import decide
from .keeping import erase_old_pages, remind_of_expiry
from .proving import declare_birth, declare_statement, note_catch_up, send_proof, take_back_proof
from .reviewing import open_page, review_proof

__all__ = [
    "begin",
    "choose_group",
    "decide",
    "declare_birth",
    "declare_statement",
    "erase_old_pages",
    "note_catch_up",
    "open_page",
    "remind_of_expiry",
    "review_proof",
    "send",
    "send_proof",
    "take_back_proof",
    "withdraw",
]
