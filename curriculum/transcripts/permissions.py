"""Who may take transcripts out of the system."""

from curriculum.people.permissions import can_administer
from curriculum.standards.accounts import Visitor
from curriculum.standards.models import Institution


def can_export(user: Visitor, institution: Institution) -> bool:
    """Only administrators of the institution take out transcripts of others."""
    return can_administer(user, institution)
