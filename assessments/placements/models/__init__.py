from .decision import DecisionReason, ShiftDecision
from .host import Host, HostSupervisor
from .policy import PlacementPolicy
from .shift import Shift, ShiftActivity, ShiftReflection

__all__ = [
    "DecisionReason",
    "Host",
    "HostSupervisor",
    "PlacementPolicy",
    "Shift",
    "ShiftActivity",
    "ShiftDecision",
    "ShiftReflection",
]
