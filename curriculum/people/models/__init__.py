from .departure import Departure
from .participation import Admission, Group, Participation
from .person import PERSON_FACT_KINDS, IdentityDocument, Membership, Person, PersonFact

__all__ = [
    "PERSON_FACT_KINDS",
    "Admission",
    "Departure",
    "Group",
    "IdentityDocument",
    "Membership",
    "Participation",
    "Person",
    "PersonFact",
]
