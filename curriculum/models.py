"""Every room's tables, gathered so that Django finds them."""

from curriculum.audit.models import AuditMandate
from curriculum.credentials.models import Award, Citation, Revocation
from curriculum.jobs.models import Job
from curriculum.looks.models import Look
from curriculum.offline.models import ReceivedAct
from curriculum.packs.models import LoadedItem
from curriculum.people.models import (
    Admission,
    BusyHours,
    Departure,
    ExportLog,
    FiledPerson,
    Group,
    IdentityDocument,
    Membership,
    OwnDocumentKind,
    Participation,
    PeopleFile,
    Person,
    PersonFact,
    SignInSlip,
    TimetableSlot,
)
from curriculum.records.models import Evidence, EvidenceNote
from curriculum.reviewing.models import Review, ReviewedPoint
from curriculum.standards.models import (
    Achievement,
    Activity,
    Figure,
    Institution,
    Module,
    Pathway,
    Programme,
    ProgrammeModule,
    ProgrammeRule,
    ProgrammeVersion,
    RuleSet,
    Standard,
    StandardVersion,
    Unit,
)

__all__ = [
    "Achievement",
    "Activity",
    "Admission",
    "AuditMandate",
    "Award",
    "BusyHours",
    "Citation",
    "Departure",
    "Evidence",
    "EvidenceNote",
    "ExportLog",
    "Figure",
    "FiledPerson",
    "Group",
    "IdentityDocument",
    "Institution",
    "Job",
    "LoadedItem",
    "Look",
    "Membership",
    "Module",
    "OwnDocumentKind",
    "Participation",
    "Pathway",
    "PeopleFile",
    "Person",
    "PersonFact",
    "Programme",
    "ProgrammeModule",
    "ProgrammeRule",
    "ProgrammeVersion",
    "ReceivedAct",
    "Review",
    "ReviewedPoint",
    "Revocation",
    "RuleSet",
    "SignInSlip",
    "Standard",
    "StandardVersion",
    "TimetableSlot",
    "Unit",
]
