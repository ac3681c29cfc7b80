"""Who may review: trainers, assessors and administrators of the institution, but not who wrote it (promise 7)."""

from curriculum.people.enums import Role
from curriculum.people.scope import institutions_where
from curriculum.standards.accounts import Visitor

from .subjects import Subject

REVIEWERS = (Role.TRAINER, Role.ASSESSOR, Role.ADMINISTRATOR)


def reviewing_institutions(user: Visitor) -> frozenset[int]:
    """Ids of the institutions for which this account reviews; one query."""
    return institutions_where(user, *REVIEWERS)


def can_review(user: Visitor, subject: Subject) -> bool:
    return subject.institution_id in reviewing_institutions(user) and user.pk != subject.written_by
