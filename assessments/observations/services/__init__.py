"""Writing about observed tests. Every touch is kept; what is finished never changes."""

from .deciding import finish_observation, mark_criterion, sign_outcome
from .preparing import Plan, begin_observation, declare_ties, plan_observation

__all__ = [
    "Plan",
    "begin_observation",
    "declare_ties",
    "finish_observation",
    "mark_criterion",
    "plan_observation",
    "sign_outcome",
]
