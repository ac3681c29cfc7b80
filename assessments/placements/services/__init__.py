"""Writing about shifts. What is written stays: each of these adds rows and changes none."""

from .deciding import Approval, approve_shifts, return_shift
from .keeping import log_shift, resubmit_shift, withdraw_shift
from .placing import place_supervisor, set_longest_shift

__all__ = [
    "Approval",
    "approve_shifts",
    "log_shift",
    "place_supervisor",
    "resubmit_shift",
    "return_shift",
    "set_longest_shift",
    "withdraw_shift",
]
