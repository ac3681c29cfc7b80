"""The closed lists that other packages may use."""

from curriculum.people.enums import Decision, DocumentKind, EndReason, ParticipationKind, Purpose, Role
from curriculum.rules.types import FactKind, Outcome, Stage, State
from curriculum.standards.enums import (
    AchievementKind,
    ActivityClass,
    NullReason,
    Origin,
    PracticeCounts,
    ServiceType,
    Setting,
    SignatureGrade,
    Status,
)

__all__ = [
    "AchievementKind",
    "ActivityClass",
    "Decision",
    "DocumentKind",
    "EndReason",
    "FactKind",
    "NullReason",
    "Origin",
    "Outcome",
    "ParticipationKind",
    "PracticeCounts",
    "Purpose",
    "Role",
    "ServiceType",
    "Setting",
    "SignatureGrade",
    "Stage",
    "State",
    "Status",
]
