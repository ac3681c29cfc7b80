from .departure import Departure
from .enrolling import FiledPerson, PeopleFile
from .participation import Admission, Group, Participation
from .person import PERSON_FACT_KINDS, IdentityDocument, Membership, OwnDocumentKind, Person, PersonFact
from .signing_in import SignInSlip
from .taking_out import ExportFormat, ExportLog, ExportSubject
from .timetable import BusyHours, TimetableSlot

__all__ = [
    "PERSON_FACT_KINDS",
    "Admission",
    "BusyHours",
    "Departure",
    "ExportFormat",
    "ExportLog",
    "ExportSubject",
    "FiledPerson",
    "Group",
    "IdentityDocument",
    "Membership",
    "OwnDocumentKind",
    "Participation",
    "PeopleFile",
    "Person",
    "PersonFact",
    "SignInSlip",
    "TimetableSlot",
]
