"""Every room's tables, gathered so that Django finds them."""

from curriculum.credentials.models import Award, Citation, Revocation
from curriculum.jobs.models import Job
from curriculum.looks.models import Look
from curriculum.packs.models import LoadedItem
from curriculum.people.models import (
    Admission,
    Group,
    IdentityDocument,
    Membership,
    Participation,
    Person,
    PersonFact,
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
from curriculum.transcripts.models import ExportLog

__all__ = [
    "Achievement",
    "Activity",
    "Admission",
    "Award",
    "Citation",
    "Evidence",
    "EvidenceNote",
    "ExportLog",
    "Figure",
    "Group",
    "IdentityDocument",
    "Institution",
    "Job",
    "LoadedItem",
    "Look",
    "Membership",
    "Module",
    "Participation",
    "Pathway",
    "Person",
    "PersonFact",
    "Programme",
    "ProgrammeModule",
    "ProgrammeRule",
    "ProgrammeVersion",
    "Review",
    "ReviewedPoint",
    "Revocation",
    "RuleSet",
    "Standard",
    "StandardVersion",
    "Unit",
]
