from .agreement import Agreement, HostShift, Placement
from .amendment import Amendment, AmendmentOutcome, AmendmentReason, Countersignature
from .decision import CompetenceComment, DecisionReason, ShiftDecision, SignatureDoubt
from .host import Host, HostSupervisor
from .policy import PlacementPolicy
from .scan import Scan
from .shift import Shift, ShiftActivity, ShiftExcess, ShiftReflection
from .signing import PinAttempt, SigningContact, SignLink, SupervisorPin

__all__ = [
    "Agreement",
    "Amendment",
    "AmendmentOutcome",
    "AmendmentReason",
    "CompetenceComment",
    "Countersignature",
    "DecisionReason",
    "Host",
    "HostShift",
    "HostSupervisor",
    "PinAttempt",
    "Placement",
    "PlacementPolicy",
    "Scan",
    "Shift",
    "ShiftActivity",
    "ShiftDecision",
    "ShiftExcess",
    "ShiftReflection",
    "SignLink",
    "SignatureDoubt",
    "SigningContact",
    "SupervisorPin",
]
