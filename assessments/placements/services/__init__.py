"""Writing about shifts. What is written stays: each of these adds rows and changes none that was signed."""

from .amending import (
    Meaning,
    countersign,
    decide_amendment,
    meaning_of,
    propose_amendment,
    stand_in,
)
from .assigning import Assigned, end_placement, place_learner
from .deciding import Approval, Part, Words, approve_shifts, return_shift, send_shift_back, sign_shifts
from .keeping import log_shift, resubmit_shift, withdraw_shift
from .keying import key_sheet, paper_uuid
from .linking import ask_by_link, confirm_contact, mark_sent, open_link, sign_by_link, token_of
from .pins import set_pin, sign_with_pin
from .placing import place_supervisor
from .scanning import bring_sheet, confirm_sheet, refuse_sheet

__all__ = [
    "Approval",
    "Assigned",
    "Meaning",
    "Part",
    "Words",
    "approve_shifts",
    "ask_by_link",
    "bring_sheet",
    "confirm_contact",
    "confirm_sheet",
    "countersign",
    "decide_amendment",
    "end_placement",
    "key_sheet",
    "log_shift",
    "mark_sent",
    "meaning_of",
    "open_link",
    "paper_uuid",
    "place_learner",
    "place_supervisor",
    "propose_amendment",
    "refuse_sheet",
    "resubmit_shift",
    "return_shift",
    "send_shift_back",
    "set_pin",
    "sign_by_link",
    "sign_shifts",
    "sign_with_pin",
    "stand_in",
    "token_of",
    "withdraw_shift",
]
